/** A browser without JavaScript: cookies, redirects, forms. */
import type { FakeFairground } from './fake-fairground.ts';
import type { DemoShop, DemoShopOptions } from '../../demo/server.ts';
import { startDemoShop } from '../../demo/server.ts';

export const identityKey = { kid: 'demo-1', secret: 'thirty-two characters and a few more' };

export function openShop(
  fake: FakeFairground,
  retryDelaysMs = [5, 5, 5],
  mailbox?: NonNullable<DemoShopOptions['mailbox']>,
): Promise<DemoShop> {
  return startDemoShop({
    host: '127.0.0.1',
    port: 0,
    retryDelaysMs,
    ...(mailbox ? { mailbox } : {}),
    fairground: {
      apiUrl: fake.url,
      scriptUrl: 'http://localhost:8787/v1/fairground.js',
      siteId: 'demo',
      secretKey: fake.secretKey,
      identityKey,
    },
  });
}

interface Sent {
  readonly method?: string;
  readonly body?: URLSearchParams;
  readonly headers?: Record<string, string>;
}

export interface Page {
  readonly status: number;
  readonly path: string;
  readonly text: string;
  readonly headers: Headers;
}

/** A filled-in checkout form. */
export function formOf({ text }: Page): Record<string, string> {
  const total = /name="total" value="(\d+)"/.exec(text)?.[1] ?? '';
  const attempt = /name="attempt" value="(\d+)"/.exec(text)?.[1] ?? '';
  return { name: 'An', phone: '0905', address: 'Huế', total, attempt };
}

export class Browser {
  readonly cookies = new Map<string, string>();
  readonly #shopUrl: string;

  constructor(shopUrl: string) {
    this.#shopUrl = shopUrl;
  }

  get(path: string): Promise<Page> {
    return this.#go(path, {});
  }

  post(
    path: string,
    fields: Record<string, string>,
    headers: Record<string, string> = { Origin: this.#shopUrl },
  ): Promise<Page> {
    return this.#go(path, { method: 'POST', body: new URLSearchParams(fields), headers });
  }

  /** Fills the cart, looks at the checkout as a shopper would, and presses the button. */
  async buy(fields: Record<string, string> = {}): Promise<Page> {
    const checkout = await this.get('/checkout');
    return this.post('/checkout', { ...formOf(checkout), ...fields });
  }

  async #go(path: string, init: Sent): Promise<Page> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...init.headers, ...(cookie && { Cookie: cookie }) };
    const url = new URL(path, this.#shopUrl);
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      this.cookies.set(name, value);
    }
    const text = await response.text();
    const location = response.headers.get('location');
    if (location !== null) return this.#go(location, {});
    return {
      status: response.status,
      path: url.pathname + url.search,
      text,
      headers: response.headers,
    };
  }
}
