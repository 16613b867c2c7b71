/**
 * The shop's side of Fairground's REST API: a secret key, JSON, and an Idempotency-Key that makes
 * every POST safe to repeat. A call is answered, refused (with a code) or not answered at all.
 */
import { z } from 'zod';
import type { Language } from './words.ts';

const timeoutMs = 3_000;
/** The first try and one more, while a shopper waits. */
const triesMax = 2;

const label = z.union([z.string(), z.record(z.string(), z.string())]);
const quoteReply = z.object({
  voucher: z.object({ code: z.string(), label }),
  discount: z.int().min(0),
  freeShipping: z.boolean(),
});
const holdReply = quoteReply.extend({ holdId: z.string() });
const orderReply = z.object({
  net: z.number(),
  refunded: z.number(),
  pointsEarned: z.number(),
  pointsBalance: z.number().nullable(),
});
const shopperReply = z.object({
  points: z.number(),
  vouchers: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      state: z.string(),
      label,
      minimumSpend: z.number(),
    }),
  ),
});
const errorReply = z.object({ error: z.object({ code: z.string(), message: z.string() }) });
/** For answers whose content the shop has no use for. */
const anyReply = z.looseObject({});

export type QuoteReply = z.infer<typeof quoteReply>;
export type HoldReply = z.infer<typeof holdReply>;
export type OrderReply = z.infer<typeof orderReply>;
export type ShopperReply = z.infer<typeof shopperReply>;
export type Label = z.infer<typeof label>;

export type Answer<Value> =
  | { readonly kind: 'answered'; readonly status: number; readonly value: Value }
  /** Fairground said no: trying again says no again. */
  | { readonly kind: 'refused'; readonly status: number; readonly code: string }
  /** No answer, or "not now": the call may be repeated with the same key. */
  | { readonly kind: 'unreachable' };

/** A POST that can be repeated: the key was made, and is kept, before it is first sent. */
export interface Call {
  readonly path: string;
  readonly key: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface CartForVoucher {
  readonly code: string;
  readonly customerId: string | null;
  /** Dong, before the voucher. */
  readonly net: number;
}

export class FairgroundClient {
  readonly #apiUrl: string;
  readonly #secretKey: string;
  readonly #newId: () => string;

  constructor(options: { apiUrl: string; secretKey: string; newId: () => string }) {
    this.#apiUrl = options.apiUrl;
    this.#secretKey = options.secretKey;
    this.#newId = options.newId;
  }

  validate(cart: CartForVoucher): Promise<Answer<QuoteReply>> {
    const key = `validate-${this.#newId()}`;
    return this.#post({ path: '/v1/vouchers/validate', key, body: cartBody(cart) }, quoteReply);
  }

  hold(cart: CartForVoucher, key: string): Promise<Answer<HoldReply>> {
    const body = { ...cartBody(cart), ttlSeconds: 900 };
    return this.#post({ path: '/v1/vouchers/hold', key, body }, holdReply);
  }

  release(holdId: string, key: string): Promise<Answer<unknown>> {
    return this.#post({ path: '/v1/vouchers/release', key, body: { holdId } }, anyReply);
  }

  sendOrder(call: Call): Promise<Answer<OrderReply>> {
    return this.#post(call, orderReply);
  }

  send(call: Call): Promise<Answer<unknown>> {
    return this.#post(call, anyReply);
  }

  shopper(shopperId: string): Promise<Answer<ShopperReply>> {
    return this.#ask(
      `/v1/shoppers/${encodeURIComponent(shopperId)}`,
      { method: 'GET' },
      shopperReply,
    );
  }

  #post<Value>(call: Call, reply: z.ZodType<Value>): Promise<Answer<Value>> {
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': call.key };
    const request = { method: 'POST', headers, body: JSON.stringify(call.body) };
    return this.#ask(call.path, request, reply);
  }

  async #ask<Value>(
    path: string,
    request: { method: string; headers?: Record<string, string>; body?: string },
    reply: z.ZodType<Value>,
  ): Promise<Answer<Value>> {
    const headers = { ...request.headers, Authorization: `Bearer ${this.#secretKey}` };
    for (let left = triesMax; left > 0; left -= 1) {
      try {
        const signal = AbortSignal.timeout(timeoutMs);
        const response = await fetch(this.#apiUrl + path, {
          ...request,
          headers,
          signal,
          redirect: 'error',
        });
        const answer = read(response.status, await response.text(), reply);
        if (answer.kind !== 'unreachable') return answer;
      } catch {
        // Refused connection, timeout, broken answer: all of them mean "ask again".
      }
    }
    return { kind: 'unreachable' };
  }
}

function read<Value>(status: number, text: string, reply: z.ZodType<Value>): Answer<Value> {
  if (status >= 500 || status === 429 || status === 408) return { kind: 'unreachable' };
  const content: unknown = JSON.parse(text);
  if (status >= 400) {
    return { kind: 'refused', status, code: errorReply.parse(content).error.code };
  }
  return { kind: 'answered', status, value: reply.parse(content) };
}

function cartBody({ code, customerId, net }: CartForVoucher): Record<string, unknown> {
  return { code, currency: 'VND', net, ...(customerId === null ? {} : { shopperId: customerId }) };
}

/** A label of the programme in the shopper's language. */
export function labelIn(text: Label, language: Language): string {
  if (typeof text === 'string') return text;
  return text[language] ?? text['en'] ?? Object.values(text)[0] ?? '';
}
