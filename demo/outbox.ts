/**
 * What Fairground must hear about an order, in order: report before redeem before refund. What
 * it could not be told now is told later, with the same key, a bounded number of times. In
 * memory, as the orders are.
 */
import type { Answer, Call } from './fairground.ts';

export const retryDelaysMsDefault = [2_000, 10_000, 30_000, 120_000, 600_000, 1_800_000] as const;
const waitingMax = 1_000;

export type Delivery = Answer<unknown> | { readonly kind: 'given_up' };

interface Waiting {
  readonly call: Call;
  readonly deliver: (call: Call) => Promise<Answer<unknown>>;
  readonly told: (delivery: Delivery) => void;
}

interface Line {
  readonly waiting: Waiting[];
  /** How often the first in line has been tried again. */
  retries: number;
  timer: NodeJS.Timeout | undefined;
}

export class Outbox {
  readonly #lines = new Map<string, Line>();
  readonly #retryDelaysMs: readonly number[];
  #waiting = 0;
  #isClosed = false;

  constructor(retryDelaysMs: readonly number[]) {
    this.#retryDelaysMs = retryDelaysMs;
  }

  /**
   * Sends now, unless earlier calls of the same order still wait. `told` hears every outcome:
   * `unreachable` once when the call starts to wait, then how it ended.
   */
  async send(orderId: string, waiting: Waiting): Promise<void> {
    const line = this.#lines.get(orderId);
    if (line) {
      this.#wait(line, waiting);
      return;
    }
    // An empty line keeps later calls behind this one while it is on its way.
    const mine: Line = { waiting: [], retries: 0, timer: undefined };
    this.#lines.set(orderId, mine);
    const answer = await waiting.deliver(waiting.call);
    if (answer.kind === 'unreachable') this.#wait(mine, waiting, true);
    else waiting.told(answer);
    this.#next(orderId, mine);
  }

  close(): void {
    this.#isClosed = true;
    for (const { timer } of this.#lines.values()) clearTimeout(timer);
    this.#lines.clear();
  }

  #wait(line: Line, waiting: Waiting, isFirst = false): void {
    if (this.#waiting >= waitingMax) {
      waiting.told({ kind: 'given_up' });
      return;
    }
    this.#waiting += 1;
    if (isFirst) line.waiting.unshift(waiting);
    else line.waiting.push(waiting);
    waiting.told({ kind: 'unreachable' });
  }

  #next(orderId: string, line: Line): void {
    if (this.#isClosed) return;
    if (line.waiting.length === 0) {
      this.#lines.delete(orderId);
      return;
    }
    const delay = this.#retryDelaysMs[line.retries] ?? 0;
    line.timer = setTimeout(() => void this.#retry(orderId, line), delay);
    // A shop that is asked to stop does not stay open for this.
    line.timer.unref();
  }

  async #retry(orderId: string, line: Line): Promise<void> {
    const first = line.waiting[0];
    if (!first) return;
    const answer = await first.deliver(first.call);
    line.retries += 1;
    const isOver = answer.kind !== 'unreachable';
    if (isOver || line.retries >= this.#retryDelaysMs.length) {
      line.waiting.shift();
      line.retries = 0;
      this.#waiting -= 1;
      first.told(isOver ? answer : { kind: 'given_up' });
    }
    this.#next(orderId, line);
  }
}
