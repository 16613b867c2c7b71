/** Cart and checkout. */
import type { Discount, Line, Totals } from '../cart.ts';
import type { Price } from '../checkout.ts';
import type { Html } from '../html.ts';
import type { Recipient } from '../orders.ts';
import type { PageParts, View } from './layout.ts';
import { freeShippingFrom, quantityMax } from '../cart.ts';
import { fairgroundDown } from '../checkout.ts';
import { labelIn } from '../fairground.ts';
import { html } from '../html.ts';
import { formatDong } from '../money.ts';
import { sayCodeProblem } from '../words.ts';

export interface BasketParts extends Price {
  readonly code: string | null;
}

export function cartPage(view: View, basket: BasketParts): PageParts {
  const { say } = view;
  const title = `${say('cart')} · Hiên`;
  if (basket.lines.length === 0) {
    const body = html`<section class="empty">
      <h1>${say('cartEmpty')}</h1>
      <p>${say('cartEmptyText')}</p>
      ${basket.code !== null && html`<p>${say('codeWaits', { code: basket.code })}</p>`}
      <p><a class="button" href="/shelf/tea">${say('backToShop')}</a></p>
    </section>`;
    return { title, body };
  }
  const body = html`<h1 class="page-title">${say('cart')}</h1>
    <div class="two">
      <ul class="lines">
        ${basket.lines.map((line) => cartLine(view, line))}
      </ul>
      <section class="summary" aria-labelledby="summary-title">
        <h2 id="summary-title">${say('summary')}</h2>
        ${voucherForm(view, basket)} ${totalsList(view, basket.totals, basket.discount)}
        ${shippingHint(view, basket.totals)}
        <a class="button wide" href="/checkout">${say('toCheckout')}</a>
      </section>
    </div>`;
  return { title, body };
}

function cartLine({ say, language }: View, { product, quantity, amount }: Line): Html {
  const name = product.name[language];
  return html`<li class="line">
    <img src="/img/${product.id}.svg" width="96" height="120" alt="" />
    <div class="line-words">
      <h2><a href="/p/${product.id}">${name}</a></h2>
      <p class="line-price">${formatDong(product.price, language)}</p>
      <div class="line-actions">
        <form class="line-form" method="post" action="/cart/set">
          <input type="hidden" name="product" value="${product.id}" />
          <input
            name="quantity"
            type="number"
            min="0"
            max="${quantityMax}"
            value="${quantity}"
            required
            aria-label="${say('quantityOf', { name })}"
          />
          <button class="button quiet small">${say('update')}</button>
        </form>
        <form method="post" action="/cart/set">
          <input type="hidden" name="product" value="${product.id}" />
          <input type="hidden" name="quantity" value="0" />
          <button class="plain" aria-label="${say('remove', { name })}"
            >${say('removeShort')}</button
          >
        </form>
      </div>
    </div>
    <p class="line-amount">${formatDong(amount, language)}</p>
  </li>`;
}

function voucherForm({ say, language }: View, { code, problem, discount }: BasketParts): Html {
  if (discount) {
    return html`<form class="voucher is-on" method="post" action="/cart/code/remove">
      <p role="status">
        <strong>${say('voucherApplied', { code: discount.code })}</strong>
        <span>${labelIn(discount.label, language)}</span>
      </p>
      <button class="plain">${say('voucherRemove')}</button>
    </form>`;
  }
  return html`<form class="voucher" method="post" action="/cart/code">
    <label for="code">${say('voucherCode')}</label>
    <div class="voucher-row">
      <input
        id="code"
        name="code"
        value="${code ?? ''}"
        minlength="3"
        maxlength="64"
        required
        autocomplete="off"
        autocapitalize="characters"
        spellcheck="false"
        ${problem !== null && html`aria-invalid="true" aria-describedby="code-problem"`}
      />
      <button class="button quiet">${say('voucherApply')}</button>
    </div>
    ${
      problem !== null &&
      html`<p class="problem" id="code-problem" role="alert"
        >${sayCodeProblem(problem, language)}</p
      >`
    }
  </form>`;
}

export function totalsList(
  { say, language }: View,
  totals: Totals,
  discount: Discount | null,
): Html {
  const money = (amount: number): string => formatDong(amount, language);
  return html`<dl class="totals">
    <div><dt>${say('goods')}</dt><dd>${money(totals.goods)}</dd></div>
    ${
      totals.discount > 0 &&
      html`<div class="off">
        <dt>${say('discount')} · ${discount?.code}</dt>
        <dd>${money(-totals.discount)}</dd>
      </div>`
    }
    <div>
      <dt>${say('shipping')}</dt>
      <dd>${totals.shipping === 0 ? say('free') : money(totals.shipping)}</dd>
    </div>
    <div class="sum"><dt>${say('total')}</dt><dd>${money(totals.total)}</dd></div>
  </dl>`;
}

function shippingHint({ say, language }: View, { net, shipping }: Totals): Html | null {
  if (shipping === 0) return null;
  const amount = formatDong(freeShippingFrom - net, language);
  return html`<p class="hint">${say('freeShippingHint', { amount })}</p>`;
}

/** What went wrong when the order was placed; the code's own problem is part of the basket. */
export type CheckoutProblem =
  | { readonly kind: 'fields' }
  | { readonly kind: 'changed' }
  | { readonly kind: 'sold_out'; readonly name: string; readonly left: number };

export function checkoutPage(
  view: View,
  basket: BasketParts & { readonly attempt: number },
  recipient: Recipient,
  problem: CheckoutProblem | null,
): PageParts {
  const { say, language, customer } = view;
  const total = formatDong(basket.totals.total, language);
  const isWithoutCode = basket.problem === fairgroundDown;
  const body = html`<h1 class="page-title">${say('checkout')}</h1>
    ${
      problem && html`<p class="problem page-problem" role="alert">${sayProblem(view, problem)}</p>`
    }
    <div class="two">
      <form id="order" class="fields" method="post" action="/checkout">
        <input type="hidden" name="total" value="${basket.totals.total}" />
        <input type="hidden" name="attempt" value="${basket.attempt}" />
        <h2>${say('whereTo')}</h2>
        ${field(say('name'), 'name', recipient.name, 'name')}
        ${field(say('phone'), 'phone', recipient.phone, 'tel')}
        ${field(say('address'), 'address', recipient.address, 'street-address')}
        <h2>${say('payment')}</h2>
        <p>${say('paymentText')}</p>
        ${
          !customer &&
          html`<p class="hint"><a href="/sign-in?back=/checkout">${say('guestHint')}</a></p>`
        }
      </form>
      <section class="summary" aria-labelledby="summary-title">
        <h2 id="summary-title">${say('summary')}</h2>
        <ul class="mini">
          ${basket.lines.map(
            ({ product, quantity, amount }) =>
              html`<li>
                <img src="/img/${product.id}.svg" width="48" height="60" alt="" />
                <span>${quantity} × ${product.name[language]}</span>
                <span>${formatDong(amount, language)}</span>
              </li>`,
          )}
        </ul>
        ${voucherForm(view, basket)} ${totalsList(view, basket.totals, basket.discount)}
        <button class="button wide" form="order">
          ${isWithoutCode ? say('orderWithoutCode', { total }) : say('placeOrder', { total })}
        </button>
      </section>
    </div>`;
  return { title: `${say('checkout')} · Hiên`, body };
}

function field(label: string, name: string, value: string, autocomplete: string): Html {
  return html`<p class="field">
    <label for="${name}">${label}</label>
    <input
      id="${name}"
      name="${name}"
      value="${value}"
      autocomplete="${autocomplete}"
      maxlength="200"
      required
    />
  </p>`;
}

function sayProblem({ say }: View, problem: CheckoutProblem): string {
  switch (problem.kind) {
    case 'fields':
      return say('fieldsMissing');
    case 'changed':
      return say('priceChanged');
    case 'sold_out':
      return say('stockShort', { name: problem.name, left: problem.left });
  }
}
