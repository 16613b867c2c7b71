/**
 * Fairground as a shop's back end sees it: the public REST API, small and in memory, strict
 * about what it takes. It keeps what the contract promises: keys replay their answer, holds,
 * redemptions, points by order.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { RefusalCode } from '../../shared/refusals.ts';
import { refusalStatus } from '../../shared/refusals.ts';
import {
  adjustPointsInput,
  cancelOrderInput,
  grantPrizeInput,
  holdVoucherInput,
  redeemVoucherInput,
  refundOrderInput,
  releaseVoucherInput,
  reportOrderInput,
  validateVoucherInput,
} from '../../shared/schema/storefront-api.ts';

export interface SeenCall {
  readonly method: string;
  readonly path: string;
  readonly key: string | undefined;
  readonly body: Record<string, unknown>;
}

interface Voucher {
  readonly discount: number;
  readonly freeShipping: boolean;
  state: 'issued' | 'held' | 'redeemed';
}

type Answer = { status: number; content: unknown };

const secretKey = 'sk_demo_of_a_test';

export class FakeFairground {
  readonly secretKey = secretKey;
  readonly seen: SeenCall[] = [];
  readonly vouchers = new Map<string, Voucher>();
  readonly orders = new Map<
    string,
    { net: number; refunded: number; shopperId: string | null; state: string }
  >();
  readonly #answers = new Map<string, { body: string; answer: Answer }>();
  readonly #holds = new Map<string, string>();
  readonly #waiting: { path: string; done: () => void }[] = [];
  /** What happens elsewhere while an answer is on its way, by path; once. */
  readonly meanwhile = new Map<string, () => Promise<unknown>>();
  /** Refusals to give, by path, instead of an answer. */
  readonly refusals = new Map<string, RefusalCode>();
  /** Paths that answer 503 now. `*` is all of them. */
  readonly down = new Set<string>();
  /** Paths that do what they are asked, and lose the answer. */
  readonly deaf = new Set<string>();
  readonly #server = createServer((request, response) => void this.#handle(request, response));
  url = '';

  async start(): Promise<void> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    const address = this.#server.address();
    if (typeof address !== 'object' || !address) throw new Error('no address');
    this.url = `http://127.0.0.1:${address.port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  voucher(code: string, discount: number, freeShipping = false): void {
    this.vouchers.set(code, { discount, freeShipping, state: 'issued' });
  }

  calls(path: string): SeenCall[] {
    return this.seen.filter((call) => call.path === path);
  }

  /** Settles when `path` has been answered from now on. */
  answered(path: string): Promise<void> {
    return new Promise((done) => this.#waiting.push({ path, done }));
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const text = Buffer.concat(chunks).toString('utf8');
    const { method = 'GET', url: path = '/' } = request;
    const key = request.headers['idempotency-key'];
    const body: Record<string, unknown> = text === '' ? {} : JSON.parse(text);
    this.seen.push({ method, path, key: typeof key === 'string' ? key : undefined, body });
    const answer = this.#answer(request, path, { text, body });
    const elsewhere = this.meanwhile.get(path);
    this.meanwhile.delete(path);
    await elsewhere?.();
    if (this.deaf.has(path)) {
      response.destroy();
      return;
    }
    response.writeHead(answer.status, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(answer.content));
    if (answer.status < 500) this.#tell(path);
  }

  #tell(path: string): void {
    const index = this.#waiting.findIndex((one) => one.path === path);
    if (index >= 0) this.#waiting.splice(index, 1)[0]?.done();
  }

  #answer(
    { method, headers }: IncomingMessage,
    path: string,
    { text, body }: { text: string; body: Record<string, unknown> },
  ): Answer {
    if (this.down.has('*') || this.down.has(path)) return refused('busy');
    if (headers.authorization !== `Bearer ${secretKey}`) return refused('unauthorized');
    const refusal = this.refusals.get(path);
    if (refusal) return refused(refusal);
    if (method === 'GET') return this.#shopper(path);
    const key = headers['idempotency-key'];
    if (typeof key !== 'string' || !/^[\w-]{16,64}$/.test(key)) return refused('bad_request');
    const before = this.#answers.get(key);
    if (before) return before.body === path + text ? before.answer : refused('command_conflict');
    const answer = this.#act(path, { ...body, commandId: key });
    if (answer.status === 200) this.#answers.set(key, { body: path + text, answer });
    return answer;
  }

  #act(path: string, body: Record<string, unknown>): Answer {
    const [, , noun, id = '', verb] = path.split('/');
    if (path === '/v1/orders') return this.#report(body);
    if (noun === 'orders' && verb === 'cancel') return this.#cancel({ ...body, orderId: id });
    if (noun === 'orders' && verb === 'refund') return this.#refund({ ...body, orderId: id });
    if (noun === 'vouchers') return this.#voucherAct(id, body);
    if (noun === 'shoppers' && verb === 'points') {
      adjustPointsInput.parse({ ...body, shopperId: id });
      return answered({ shopperId: id, points: 20 });
    }
    if (noun === 'shoppers' && verb === 'vouchers') {
      grantPrizeInput.parse({ ...body, shopperId: id });
      return answered({ shopperId: id, points: 0, voucher: null });
    }
    return refused('not_found');
  }

  #voucherAct(verb: string, body: Record<string, unknown>): Answer {
    if (verb === 'validate') {
      const { commandId: _, ...cart } = body;
      return this.#quote(validateVoucherInput.parse(cart).code);
    }
    if (verb === 'hold') {
      const { code } = holdVoucherInput.parse(body);
      const quote = this.#quote(code);
      const voucher = this.vouchers.get(code);
      if (quote.status !== 200 || !voucher) return quote;
      voucher.state = 'held';
      const holdId = `hold_${this.#holds.size + 1}`;
      this.#holds.set(holdId, code);
      return answered({ ...quoteOf(code, voucher), holdId, heldUntil: 1 });
    }
    const holdId = String(body['holdId']);
    const code = this.#holds.get(holdId) ?? '';
    const voucher = this.vouchers.get(code);
    if (!voucher) return refused('hold_not_found');
    if (verb === 'redeem') redeemVoucherInput.parse(body);
    else releaseVoucherInput.parse(body);
    voucher.state = verb === 'redeem' ? 'redeemed' : 'issued';
    return answered({ voucher: viewOf(code, voucher.state) });
  }

  #quote(code: string): Answer {
    const voucher = this.vouchers.get(code);
    if (!voucher) return refused('voucher_not_found');
    if (voucher.state === 'held') return refused('voucher_held');
    if (voucher.state === 'redeemed') return refused('voucher_redeemed');
    return answered(quoteOf(code, voucher));
  }

  #report(body: Record<string, unknown>): Answer {
    const { orderId, net, shopperId = null } = reportOrderInput.parse(body);
    if (this.orders.has(orderId)) return refused('order_already_reported');
    this.orders.set(orderId, { net, refunded: 0, shopperId, state: 'reported' });
    return this.#orderReply(orderId);
  }

  #cancel(body: Record<string, unknown>): Answer {
    const { orderId } = cancelOrderInput.parse(body);
    const order = this.orders.get(orderId);
    if (!order) return refused('order_not_found');
    order.state = 'cancelled';
    return this.#orderReply(orderId);
  }

  #refund(body: Record<string, unknown>): Answer {
    const { orderId, amount } = refundOrderInput.parse(body);
    const order = this.orders.get(orderId);
    if (!order) return refused('order_not_found');
    if (order.refunded + amount > order.net) return refused('refund_exceeds_order');
    order.refunded += amount;
    return this.#orderReply(orderId);
  }

  #orderReply(orderId: string): Answer {
    const order = this.orders.get(orderId);
    if (!order) return refused('order_not_found');
    const { net, refunded, state, shopperId } = order;
    const kept = state === 'cancelled' ? 0 : net - refunded;
    const pointsEarned = shopperId === null ? 0 : Math.floor(kept / 10_000);
    const pointsBalance = shopperId === null ? null : pointsEarned;
    return answered({ orderId, state, net, refunded, pointsEarned, pointsBalance });
  }

  #shopper(path: string): Answer {
    const vouchers = [...this.vouchers].map(([code, { state }]) => viewOf(code, state));
    return answered({ shopperId: path.split('/')[3], points: 64, vouchers, plays: 2 });
  }
}

function quoteOf(code: string, { discount, freeShipping, state }: Voucher): object {
  return { voucher: viewOf(code, state), discount, freeShipping };
}

function viewOf(code: string, state: string): object {
  return {
    id: `voucher_${code}`,
    prizeId: 'percent-10',
    label: { en: 'A treat', vi: 'Một món quà' },
    code,
    state,
    benefit: { kind: 'amount', amount: 1 },
    minimumSpend: 0,
    issuedAt: 1,
    expiresAt: null,
    claimedAt: null,
  };
}

function answered(content: unknown): Answer {
  return { status: 200, content };
}

function refused(code: RefusalCode): Answer {
  return { status: refusalStatus[code], content: { error: { code, message: `refused: ${code}` } } };
}
