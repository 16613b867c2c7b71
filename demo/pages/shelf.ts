/** Home with the shelf, and the page of one product. */
import type { Html } from '../html.ts';
import type { OrderBook } from '../orders.ts';
import type { Product, Shelf } from '../products.ts';
import type { Say } from '../words.ts';
import type { PageParts, View } from './layout.ts';
import { freeShippingFrom, quantityMax, shippingFee } from '../cart.ts';
import { html } from '../html.ts';
import { formatDong } from '../money.ts';
import { products, shelves } from '../products.ts';

export function homePage(view: View, shelf: Shelf | null, book: OrderBook): PageParts {
  const { say } = view;
  const shown = products.filter((product) => shelf === null || product.shelf === shelf);
  const body = html`${shelf === null && hero(view)}
    <section class="shelf" id="shelf" aria-labelledby="shelf-title">
      <div class="shelf-head">
        ${
          shelf === null
            ? html`<h2 id="shelf-title">${say('listTitle')}</h2>`
            : html`<h1 id="shelf-title">${shelfName(shelf, say)}</h1>`
        }
        <nav class="tabs" aria-label="${say('shelvesMenu')}">
          <a href="/#shelf" ${shelf === null && html`aria-current="page"`}>${say('shelfAll')}</a>
          ${shelves.map(
            (one) =>
              html`<a href="/shelf/${one}" ${one === shelf && html`aria-current="page"`}
                >${shelfName(one, say)}</a
              >`,
          )}
        </nav>
      </div>
      <ul class="grid">
        ${shown.map((product) => html`<li>${card(view, product, book)}</li>`)}
      </ul>
    </section>
    ${shelf === null && wheelSection(view)} ${shelf === null && notes(view)}`;
  const title = shelf === null ? say('shopTitle') : `${shelfName(shelf, say)} · Hiên`;
  return { title, body };
}

function hero({ say }: View): Html {
  return html`<section class="hero" aria-labelledby="hero-title">
    <div class="eave" aria-hidden="true"></div>
    <div class="hero-words">
      <h1 id="hero-title">${say('heroTitle')}</h1>
      <p>${say('heroText')}</p>
      <a class="button" href="#shelf">${say('heroLink')}</a>
    </div>
    <img
      class="hero-picture"
      src="/img/hero.svg"
      width="960"
      height="720"
      alt="${say('heroPicture')}"
    />
  </section>`;
}

/** The one game inside the page. Everything in and around it but the element is the shop's. */
function wheelSection({ say }: View): Html {
  return html`<section class="wheel" id="wheel" aria-labelledby="wheel-title">
    <div class="wheel-words">
      <h2 id="wheel-title">${say('wheelTitle')}</h2>
      <p>${say('wheelText')}</p>
      <p
        ><a class="button quiet" href="#wheel" data-fairground-open="wheel"
          >${say('wheelOpen')}</a
        ></p
      >
      <noscript><p>${say('wheelNoScript')}</p></noscript>
    </div>
    <div class="wheel-game"><fairground-wheel game="lucky-wheel"></fairground-wheel></div>
  </section>`;
}

function notes({ say, language }: View): Html {
  const fee = formatDong(shippingFee, language);
  const from = formatDong(freeShippingFrom, language);
  return html`<section class="notes">
    <div><h2>${say('makersTitle')}</h2><p>${say('makersText')}</p></div>
    <div><h2>${say('careTitle')}</h2><p>${say('careText')}</p></div>
    <div><h2>${say('deliveryTitle')}</h2><p>${say('deliveryText', { fee, from })}</p></div>
  </section>`;
}

export function productPage(
  view: View,
  product: Product,
  book: OrderBook,
  isAdded: boolean,
): PageParts {
  const { language, say } = view;
  const left = book.stockLeft(product.id);
  const others = products.filter(({ id, shelf }) => shelf === product.shelf && id !== product.id);
  const body = html`${
      isAdded &&
      html`<p class="flash" role="status">
        ${say('added')} <a href="/cart">${say('toCart')}</a>
      </p>`
    }
    <article class="product">
      <img
        class="product-picture"
        src="/img/${product.id}.svg"
        width="480"
        height="600"
        alt="${product.picture[language]}"
      />
      <div class="product-words">
        <p class="trail"><a href="/shelf/${product.shelf}">${shelfName(product.shelf, say)}</a></p>
        <h1>${product.name[language]}</h1>
        <p class="price">${formatDong(product.price, language)}</p>
        <p class="story">${product.story[language]}</p>
        <ul class="facts">
          ${product.facts.map((fact) => html`<li>${fact[language]}</li>`)}
          ${left !== null && left > 0 && html`<li>${say('stockLeft', { n: left })}</li>`}
        </ul>
        ${
          left === 0
            ? html`<p class="sold-out">${say('soldOut')}</p>`
            : addForm(view, product, left)
        }
      </div>
    </article>
    <section class="shelf" aria-labelledby="also-title">
      <h2 id="also-title">${say('alsoOnShelf')}</h2>
      <ul class="grid">
        ${others.slice(0, 4).map((other) => html`<li>${card(view, other, book)}</li>`)}
      </ul>
    </section>`;
  return { title: `${product.name[language]} · Hiên`, body };
}

function addForm({ say }: View, { id }: Product, left: number | null): Html {
  const most = Math.min(left ?? quantityMax, quantityMax);
  return html`<form class="add" method="post" action="/cart/add">
    <input type="hidden" name="product" value="${id}" />
    <label for="quantity">${say('quantity')}</label>
    <input id="quantity" name="quantity" type="number" min="1" max="${most}" value="1" required />
    <button class="button">${say('addToCart')}</button>
  </form>`;
}

function card({ language, say }: View, product: Product, book: OrderBook): Html {
  const left = book.stockLeft(product.id);
  return html`<article class="card">
    <img src="/img/${product.id}.svg" width="480" height="600" alt="" loading="lazy" />
    <h3><a href="/p/${product.id}">${product.name[language]}</a></h3>
    <p class="card-line">${product.line[language]}</p>
    <p class="price">
      ${formatDong(product.price, language)}
      ${left === 0 && html`<span class="tag">${say('soldOut')}</span>`}
    </p>
  </article>`;
}

function shelfName(shelf: Shelf, say: Say): string {
  switch (shelf) {
    case 'tea':
      return say('shelfTea');
    case 'ceramics':
      return say('shelfCeramics');
    case 'paper':
      return say('shelfPaper');
  }
}
