/** Sign-in, orders with the clerk's desk, rewards, privacy, and the pages that say no. */
import type { Answer, ShopperReply } from '../fairground.ts';
import type { Html, Part } from '../html.ts';
import type { Note, Order } from '../orders.ts';
import type { Word } from '../words.ts';
import type { PageParts, View } from './layout.ts';
import { apologyPoints, refundable } from '../clerk.ts';
import { customers } from '../customers.ts';
import { labelIn } from '../fairground.ts';
import { html } from '../html.ts';
import { formatDong } from '../money.ts';
import { totalsList } from './basket.ts';
import { consentForm } from './layout.ts';

export function signInPage({ say, language }: View, back: string): PageParts {
  const body = html`<section class="people">
    <h1>${say('whoAreYou')}</h1>
    <p>${say('whoAreYouText')}</p>
    <ul>
      ${customers.map(
        ({ id, name, about }) =>
          html`<li>
            <form method="post" action="/sign-in">
              <input type="hidden" name="back" value="${back}" />
              <button class="person" name="customer" value="${id}">
                <span class="face" aria-hidden="true">${name.split(' ').at(-1)?.slice(0, 1)}</span>
                <span><strong>${name}</strong><br />${about[language]}</span>
              </button>
            </form>
          </li>`,
      )}
    </ul>
  </section>`;
  return { title: `${say('signIn')} · Hiên`, body };
}

export function ordersPage(
  view: View,
  orders: readonly Order[],
  rewards: Answer<ShopperReply> | null,
): PageParts {
  const { say, language } = view;
  const body = html`<h1 class="page-title">${say('orders')}</h1>
    <div class="two">
      <div>
        ${orders.length === 0 && html`<p class="quiet-text">${say('noOrders')}</p>`}
        ${
          !view.customer &&
          html`<p class="hint"><a href="/sign-in?back=/orders">${say('ordersGuest')}</a></p>`
        }
        <ul class="orders">
          ${orders.map(
            (order) =>
              html`<li>
                <a class="order-row" href="/orders/${order.id}">
                  <span class="order-pictures" aria-hidden="true">
                    ${order.lines
                      .slice(0, 3)
                      .map(
                        ({ product }) =>
                          html`<img src="/img/${product.id}.svg" width="48" height="60" alt="" />`,
                      )}
                  </span>
                  <span>
                    <strong>${say('order', { id: order.id })}</strong><br />
                    ${dayOf(order)} · ${stateOf(view, order)}
                  </span>
                  <span>${formatDong(order.totals.total, language)}</span>
                </a>
              </li>`,
          )}
        </ul>
      </div>
      ${rewards && rewardsBox(view, rewards)}
    </div>`;
  return { title: `${say('orders')} · Hiên`, body };
}

function rewardsBox({ say, language }: View, rewards: Answer<ShopperReply>): Html {
  if (rewards.kind === 'unreachable') {
    return html`<section class="summary"
      ><h2>${say('rewards')}</h2><p>${say('rewardsDown')}</p></section
    >`;
  }
  // A customer whom Fairground has not met yet has nothing, which is not an error.
  const { points, vouchers } =
    rewards.kind === 'answered' ? rewards.value : { points: 0, vouchers: [] };
  const open = vouchers.filter(({ state }) => state === 'issued');
  return html`<section class="summary">
    <h2>${say('rewards')}</h2>
    <p class="points"><strong>${points}</strong> ${say('pointsHave')}</p>
    ${open.length === 0 && html`<p class="quiet-text">${say('noVouchers')}</p>`}
    <ul class="tickets">
      ${open.map(
        ({ code, label, minimumSpend }) =>
          html`<li class="ticket">
            <span>
              <strong>${labelIn(label, language)}</strong><br />
              <code>${code}</code>
              ${
                minimumSpend > 0 &&
                html`<br /><small
                    >${say('minimumSpend', { amount: formatDong(minimumSpend, language) })}</small
                  >`
              }
            </span>
            <form method="post" action="/cart/code">
              <input type="hidden" name="code" value="${code}" />
              <button class="button quiet small" aria-label="${say('useCode', { code })}">
                ${say('voucherApply')}
              </button>
            </form>
          </li>`,
      )}
    </ul>
  </section>`;
}

export type OrderFlash = 'thanks' | 'done' | 'refund_refused' | null;

export function orderPage(view: View, order: Order, flash: OrderFlash): PageParts {
  const { say, language } = view;
  const title = say('order', { id: order.id });
  const body = html`${
      flash === 'thanks'
        ? html`<section class="thanks">
            <h1>${say('thanks', { name: order.recipient.name })}</h1>
            <p>${say('thanksText', { id: order.id })}</p>
          </section>`
        : html`<h1 class="page-title">${title}</h1>`
    }
    ${flashText(view, order, flash)}
    <div class="two">
      <section aria-labelledby="lines-title">
        <h2 id="lines-title">${stateOf(view, order)} · ${dayOf(order)}</h2>
        <ul class="mini large">
          ${order.lines.map(
            ({ product, quantity, amount }) =>
              html`<li>
                <img src="/img/${product.id}.svg" width="64" height="80" alt="" />
                <span>${quantity} × ${product.name[language]}</span>
                <span>${formatDong(amount, language)}</span>
              </li>`,
          )}
        </ul>
        <h2>${say('shipTo')}</h2>
        <p>${order.recipient.name} · ${order.recipient.phone}<br />${order.recipient.address}</p>
      </section>
      <section class="summary" aria-labelledby="sum-title">
        <h2 id="sum-title">${say('summary')}</h2>
        ${totalsList(view, order.totals, order.discount)}
        ${
          order.refunded > 0 &&
          html`<p>${say('refunded', { amount: formatDong(order.refunded, language) })}</p>`
        }
        ${
          order.customerId !== null &&
          html`<p class="earned">
            ${
              order.pointsEarned === null
                ? say('pointsWaiting')
                : say('pointsEarned', { n: order.pointsEarned })
            }
          </p>`
        }
      </section>
    </div>
    ${clerkDesk(view, order)}`;
  return { title: `${title} · Hiên`, body };
}

function flashText({ say, language }: View, order: Order, flash: OrderFlash): Part {
  if (flash === 'done') return html`<p class="flash" role="status">${say('clerkDone')}</p>`;
  if (flash !== 'refund_refused') return null;
  const max = formatDong(refundable(order), language);
  return html`<p class="problem page-problem" role="alert">${say('refundRefused', { max })}</p>`;
}

/** What a clerk does in the shop's own back office; here so that the REST calls can be seen. */
function clerkDesk(view: View, order: Order): Html {
  const { say, language } = view;
  const most = refundable(order);
  const max = formatDong(most, language);
  const action = `/orders/${order.id}`;
  return html`<section class="clerk" aria-labelledby="clerk-title">
    <h2 id="clerk-title">${say('clerk')}</h2>
    <p>${say('clerkText')}</p>
    <div class="clerk-forms">
      ${
        most > 0 &&
        html`<form method="post" action="${action}/refund">
          <label for="amount">${say('clerkAmount', { max })}</label>
          <div class="voucher-row">
            <input
              id="amount"
              name="amount"
              type="number"
              min="1"
              max="${most}"
              step="1"
              required
            />
            <button class="button quiet">${say('clerkRefund')}</button>
          </div>
        </form>`
      }
      ${
        order.state === 'placed' &&
        html`<form method="post" action="${action}/cancel">
          <button class="button quiet">${say('clerkCancel')}</button>
        </form>`
      }
      ${
        order.customerId !== null &&
        !order.hasApology &&
        html`<form method="post" action="${action}/apologise">
          <button class="button quiet" name="gift" value="points">
            ${say('clerkPoints', { n: apologyPoints })}
          </button>
          <button class="button quiet" name="gift" value="voucher">${say('clerkVoucher')}</button>
        </form>`
      }
    </div>
    ${
      order.notes.size > 0 &&
      html`<h3>${say('clerkCalls')}</h3>
        <ol class="calls">
          ${[...order.notes.values()].map((note) => callRow(view, note))}
        </ol>`
    }
  </section>`;
}

function callRow({ say }: View, { request, outcome, detail }: Note): Html {
  const outcomes: Partial<Record<Note['outcome'], Word>> = {
    waiting: 'noteWaiting',
    given_up: 'noteGivenUp',
  };
  const word = outcomes[outcome];
  return html`<li class="call is-${outcome}">
    <code>${request}</code> <span>${word ? say(word) : detail}</span>
  </li>`;
}

function stateOf({ say }: View, order: Order): string {
  return say(order.state === 'cancelled' ? 'cancelled' : 'placed');
}

/** The shop's day: Vietnam is seven hours ahead, the year round. */
function dayOf({ placedAt, language }: Order): string {
  const [year = '', month = '', day = ''] = new Date(placedAt + 7 * 3_600_000)
    .toISOString()
    .slice(0, 10)
    .split('-');
  return language === 'vi' ? `${day}/${month}/${year}` : `${year}-${month}-${day}`;
}

export function privacyPage(view: View): PageParts {
  const { say, consent } = view;
  const body = html`<section class="prose">
    <h1>${say('privacy')}</h1>
    <p>${say('privacyText')}</p>
    <h2>${say('consentTitle')}</h2>
    <p>${say('consentText')}</p>
    ${
      consent !== null &&
      html`<p>
        <strong>${say(consent === 'yes' ? 'privacyIsYes' : 'privacyIsNo')}</strong>
      </p>`
    }
    ${consent !== null && consentForm(view)}
  </section>`;
  return { title: `${say('privacy')} · Hiên`, body };
}

export function sorryPage({ say }: View, heading: Word, text: Word): PageParts {
  const body = html`<section class="empty">
    <h1>${say(heading)}</h1>
    <p>${say(text)}</p>
    <p><a class="button" href="/">${say('backToShop')}</a></p>
  </section>`;
  return { title: `${say(heading)} · Hiên`, body };
}
