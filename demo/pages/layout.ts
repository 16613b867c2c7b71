/** The frame of every page: header, menu, consent, footer, and the one tag that is Fairground's. */
import type { Customer } from '../customers.ts';
import type { Html, Part } from '../html.ts';
import type { Language, Say } from '../words.ts';
import { html } from '../html.ts';
import { languages } from '../words.ts';

export type Consent = 'yes' | 'no' | null;

/** What every page knows of its visitor. */
export interface View {
  readonly language: Language;
  readonly say: Say;
  /** The page's own path and query, to come back to. */
  readonly here: string;
  readonly customer: Customer | undefined;
  readonly signInId: string | null;
  /** Vouches for the customer, once; null for a guest. */
  readonly identityToken: string | null;
  readonly cartCount: number;
  readonly consent: Consent;
  readonly hasMailbox: boolean;
  readonly fairground: { readonly scriptUrl: string; readonly siteId: string };
}

export interface PageParts {
  readonly title: string;
  readonly body: Html;
}

export function layout(view: View, { title, body }: PageParts): string {
  const { language, say, fairground, consent } = view;
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="description" content="${say('heroText')}" />
        <title>${title}</title>
        <link rel="icon" href="/img/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/shop.css" />
        ${identityMeta(view)}
        <script defer src="/shop.js"></script>
        <script
          async
          crossorigin
          src="${fairground.scriptUrl}"
          data-site="${fairground.siteId}"
          data-locale="${language}"
          data-consent="${consent === 'yes' ? 'granted' : 'denied'}"
        ></script>
      </head>
      <body>
        <a class="skip" href="#main">${say('skip')}</a>
        ${header(view)}
        <main id="main" tabindex="-1">${body}</main>
        ${footer(view)} ${consent === null && consentBanner(view)}
      </body>
    </html>`;
  return page.markup;
}

/** Read by shop.js, which tells Fairground of each sign-in once, and of each sign-out. */
function identityMeta({ signInId, identityToken }: View): Part {
  if (signInId === null || identityToken === null) return null;
  return html`<meta name="shop-identity" content="${identityToken}" data-sign-in="${signInId}" />`;
}

function header(view: View): Html {
  const { say, customer, cartCount } = view;
  const cartName = cartCount === 0 ? say('cart') : say('cartCount', { n: cartCount });
  return html`<header class="top">
    <a class="brand" href="/" aria-label="${say('shopTitle')}">${wordmark}</a>
    <nav class="menu" aria-label="${say('mainMenu')}">
      <a href="/#wheel" data-fairground-open="wheel">${say('wheel')}</a>
      <a href="/orders">${say('orders')}</a>
      ${
        customer
          ? html`<form method="post" action="/sign-out">
              <button class="plain">${say('signOut')}</button>
            </form>`
          : html`<a href="/sign-in">${say('signIn')}</a>`
      }
    </nav>
    <div class="tools">
      ${languageLinks(view)}
      <a class="basket" href="/cart" aria-label="${cartName}">
        ${basketIcon}${cartCount > 0 && html`<span class="count">${cartCount}</span>`}
      </a>
    </div>
  </header>`;
}

function languageLinks({ language, say, here }: View): Html {
  return html`<div class="languages" role="group" aria-label="${say('language')}">
    ${languages.map(
      (one) =>
        html`<a
          href="${withLanguage(here, one)}"
          lang="${one}"
          hreflang="${one}"
          ${one === language && html`aria-current="true"`}
          aria-label="${one === 'vi' ? 'Tiếng Việt' : 'English'}"
          >${one.toUpperCase()}</a
        >`,
    )}
  </div>`;
}

function withLanguage(here: string, language: Language): string {
  const url = new URL(here, 'http://shop');
  url.searchParams.set('lang', language);
  return url.pathname + url.search;
}

function footer({ say, customer, hasMailbox }: View): Html {
  return html`<footer class="foot">
    <div class="foot-eave" aria-hidden="true"></div>
    <div class="foot-body">
      <p class="foot-mark">${wordmark}<span>${say('shopPlace')}</span></p>
      <p>${say('footText')}</p>
      <p class="foot-links">
        <a href="/orders">${say('orders')}</a>
        <a href="/privacy">${say('privacy')}</a>
        ${hasMailbox && html`<a href="/mailbox">${say('mailbox')}</a>`}
        ${
          customer
            ? html`<span>${customer.name}</span>`
            : html`<a href="/sign-in">${say('signIn')}</a>`
        }
      </p>
    </div>
  </footer>`;
}

/** The shop's own question. Without JavaScript it is a form; with it, no page is loaded. */
function consentBanner(view: View): Html {
  const { say } = view;
  return html`<aside class="consent" aria-labelledby="consent-title">
    <div>
      <h2 id="consent-title">${say('consentTitle')}</h2>
      <p>${say('consentText')}</p>
    </div>
    ${consentForm(view)}
  </aside>`;
}

export function consentForm({ say, here }: View): Html {
  return html`<form class="consent-form" method="post" action="/consent" data-consent-form>
    <input type="hidden" name="back" value="${here}" />
    <button class="button quiet" name="choice" value="no">${say('consentNo')}</button>
    <button class="button" name="choice" value="yes">${say('consentYes')}</button>
  </form>`;
}

const wordmark = html`<svg
  class="wordmark"
  viewBox="0 0 132 52"
  aria-hidden="true"
  focusable="false"
>
  <path d="M4 13C32 3 100 3 128 13" />
  <path d="M14 21v25M14 35c0-8 18-9 18 0v11" />
  <path d="M47 31v15" />
  <path class="dot" d="M47 23.5v.01" />
  <path d="M61 38h19c0-6-4-9-9.5-9s-10 3.5-10 9c0 5.5 4 8.5 10 8.5 4 0 6.5-1.2 8.5-3.5" />
  <path d="M64 23.5l6.500-5 6.500 5" />
  <path d="M94 30v16M94 36c0-8.500 20-9.500 20 0v10" />
</svg>`;

const basketIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
  <path d="M3 10h18l-2 10H5Z" />
  <path d="M7 10C7 2 17 2 17 10" />
  <path d="M9 14v3M12 14v3M15 14v3" />
</svg>`;
