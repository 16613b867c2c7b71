/**
 * Hiên, the demo shop: what a site owner has, and nothing of Fairground's but its tag and its
 * public REST API. Server-rendered, works without JavaScript, everything in memory.
 */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { CheckoutParts } from './checkout.ts';
import type { IdentityKey } from './identity.ts';
import type { Consent, View } from './pages/layout.ts';
import type { Post, Reply } from './routes.ts';
import type { Session } from './sessions.ts';
import type { Language } from './words.ts';
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { countOf } from './cart.ts';
import { Clerk } from './clerk.ts';
import { findCustomer } from './customers.ts';
import { FairgroundClient } from './fairground.ts';
import {
  cookie,
  cookiesOf,
  formOf,
  isOwnOrigin,
  pageHeaders,
  readPublic,
  sendFile,
} from './http.ts';
import { signIdentity } from './identity.ts';
import { OrderBook } from './orders.ts';
import { Outbox, retryDelaysMsDefault } from './outbox.ts';
import { sorryPage } from './pages/account.ts';
import type { DemoMail } from './pages/mailbox.ts';
import { layout } from './pages/layout.ts';
import { act, show } from './routes.ts';
import { Sessions } from './sessions.ts';
import { isLanguage, speak } from './words.ts';

export interface DemoShopOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly fairground: FairgroundSettings;
  /** The mails that went nowhere, the newest first; left out where they went out. */
  readonly mailbox?: () => readonly DemoMail[];
  /** Waits between the tries of what Fairground could not be told, milliseconds. */
  readonly retryDelaysMs?: readonly number[];
}

export interface FairgroundSettings {
  /** The server's origin; `/v1/…` is added. */
  readonly apiUrl: string;
  readonly scriptUrl: string;
  readonly siteId: string;
  readonly secretKey: string;
  readonly identityKey: IdentityKey;
}

export interface DemoShop {
  readonly url: string;
  close(): Promise<void>;
}

interface Shop {
  readonly parts: CheckoutParts;
  readonly sessions: Sessions;
  readonly files: ReturnType<typeof readPublic>;
  readonly headers: Record<string, string>;
  readonly settings: FairgroundSettings;
}

const names = { session: 'hien_session', language: 'hien_lang', consent: 'hien_consent' };

export async function startDemoShop(options: DemoShopOptions): Promise<DemoShop> {
  const settings = options.fairground;
  const outbox = new Outbox(options.retryDelaysMs ?? retryDelaysMsDefault);
  const fairground = new FairgroundClient({ ...settings, newId });
  const book = new OrderBook();
  const clerk = new Clerk({ fairground, outbox, book });
  const shop: Shop = {
    parts: {
      fairground,
      book,
      clerk,
      newOrderId,
      now: Date.now,
      mailbox: options.mailbox ?? null,
    },
    sessions: new Sessions(newId),
    files: readPublic(new URL('public/', import.meta.url)),
    headers: pageHeaders(new URL(settings.scriptUrl).origin),
    settings,
  };
  const server = createServer((request, response) => {
    answer(shop, request, response).catch((error: unknown) => {
      console.error('demo shop:', error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  const url = await listen(server, options);
  return {
    url,
    close: async () => {
      outbox.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function listen(server: Server, { host, port }: DemoShopOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      const actual = typeof address === 'object' && address ? address.port : port;
      resolve(`http://${host}:${actual}`);
    });
  });
}

async function answer(
  shop: Shop,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = 'GET', url: target = '/' } = request;
  const url = URL.canParse(target, 'http://shop') ? new URL(target, 'http://shop') : null;
  if (!url || !['GET', 'HEAD', 'POST'].includes(method)) {
    response.writeHead(url ? 405 : 400, { Allow: 'GET, HEAD, POST' }).end();
    return;
  }
  const file = shop.files.get(url.pathname);
  if (file && method !== 'POST') {
    sendFile(request, response, file);
    return;
  }
  const visit = new Visit(shop, request, url);
  const reply = method === 'POST' ? await visit.post(request) : await visit.get();
  await visit.send(response, reply, method === 'HEAD');
}

/** One request: who it is from, what they asked, and the cookies they take home. */
class Visit {
  readonly #shop: Shop;
  readonly #url: URL;
  readonly #setCookies: string[] = [];
  readonly #language: Language;
  #session: Session;
  #consent: Consent;

  constructor(shop: Shop, request: IncomingMessage, url: URL) {
    const cookies = cookiesOf(request);
    const asked = url.searchParams.get('lang');
    const remembered = cookies.get(names.language);
    const consent = cookies.get(names.consent);
    this.#shop = shop;
    this.#url = url;
    this.#language = isLanguage(asked) ? asked : isLanguage(remembered) ? remembered : 'vi';
    this.#session = shop.sessions.find(cookies.get(names.session)) ?? shop.sessions.blank();
    this.#consent = consent === 'yes' || consent === 'no' ? consent : null;
    if (isLanguage(asked)) this.#setCookies.push(cookie(names.language, asked, { days: 365 }));
  }

  get(): Promise<Reply> {
    return this.#guarded(() => show(this.#shop.parts, this.#view(), this.#session, this.#url));
  }

  async post(request: IncomingMessage): Promise<Reply> {
    const form = isOwnOrigin(request) ? await formOf(request) : null;
    if (!form) {
      const page = sorryPage(this.#view(), 'forbidden', 'forbiddenText');
      return { kind: 'page', page, status: 403 };
    }
    this.#keepSession();
    return this.#guarded(() => act(this.#shop.parts, this.#postOf(form), this.#url.pathname));
  }

  async send(response: ServerResponse, reply: Reply, isHead: boolean): Promise<void> {
    const { headers } = this.#shop;
    const cookies = this.#setCookies.length > 0 ? { 'Set-Cookie': this.#setCookies } : {};
    if (reply.kind === 'redirect') {
      response.writeHead(303, { ...headers, ...cookies, Location: reply.to }).end();
      return;
    }
    const markup = layout(await this.#identified(), reply.page);
    response.writeHead(reply.status ?? 200, { ...headers, ...cookies });
    response.end(isHead ? undefined : markup);
  }

  /** A bug is logged and answered with a page, so that the shopper is not left with nothing. */
  async #guarded(work: () => Promise<Reply>): Promise<Reply> {
    try {
      return await work();
    } catch (error) {
      console.error('demo shop:', error);
      const page = sorryPage(this.#view(), 'broken', 'brokenText');
      return { kind: 'page', page, status: 500 };
    }
  }

  #keepSession(): void {
    this.#shop.sessions.keep(this.#session);
    this.#setCookies.push(cookie(names.session, this.#session.id, {}));
  }

  #postOf(form: URLSearchParams): Post {
    const { sessions } = this.#shop;
    return {
      form,
      session: this.#session,
      view: this.#view(),
      signIn: (customerId) => {
        this.#session = sessions.renew({ ...this.#session, customerId, signInId: newId() });
        this.#keepSession();
      },
      signOut: () => {
        sessions.forget(this.#session);
        this.#session = sessions.blank();
        this.#keepSession();
      },
      setConsent: (choice) => {
        this.#consent = choice;
        this.#setCookies.push(cookie(names.consent, choice, { days: 180, isScript: true }));
      },
    };
  }

  #view(): View {
    const { customerId, signInId, cart } = this.#session;
    return {
      language: this.#language,
      say: speak(this.#language),
      here: this.#url.pathname + this.#url.search,
      customer: findCustomer(customerId),
      signInId,
      identityToken: null,
      cartCount: countOf(cart),
      consent: this.#consent,
      hasMailbox: this.#shop.parts.mailbox !== null,
      fairground: this.#shop.settings,
    };
  }

  async #identified(): Promise<View> {
    const { customerId } = this.#session;
    if (customerId === null) return this.#view();
    const { identityKey, siteId } = this.#shop.settings;
    const claim = { customerId, siteId, jti: newId(), now: Date.now() };
    return { ...this.#view(), identityToken: await signIdentity(identityKey, claim) };
  }
}

function newId(): string {
  return randomBytes(24).toString('base64url');
}

/** Short enough to read over the phone, and never the same again after a restart. */
function newOrderId(): string {
  const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  const tail = [...randomBytes(8)].map((byte) => letters[byte % 32]).join('');
  return `H-${new Date().toISOString().slice(2, 10).replaceAll('-', '')}-${tail}`;
}
