/**
 * A thread beside the server's own that does what comes in crowds: it decides and commits while
 * this one reads and answers requests. The two write in turns, so that neither waits at a lock.
 */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { limits } from '../shared/limits.ts';
import type { Refusal, Result } from '../shared/refusals.ts';
import type { Config } from './config.ts';
import type { Crowd } from './flow/deps.ts';
import { unread } from './flow/settle.ts';
import type { Turns } from './store/sqlite/store.ts';
import { StoreUnavailable } from './store/store.ts';

export type CrowdAsk = { readonly id: number } & (
  | { readonly flow: 'play'; readonly input: Parameters<Crowd['play']> }
  | { readonly flow: 'track'; readonly input: Parameters<Crowd['track']> }
);

/** A value comes as its JSON. */
export type CrowdAnswer =
  | { readonly id: number; readonly text: string }
  | { readonly id: number; readonly refusal: Refusal }
  | { readonly id: number; readonly error: string };

export type ToCrowd = readonly CrowdAsk[] | 'pause' | 'resume' | 'stop';
export type FromCrowd = readonly CrowdAnswer[] | 'ready' | 'paused';

interface Pending {
  settle(text: string): void;
  refuse(refusal: Refusal): void;
  fail(error: Error): void;
}

export class CrowdThread implements Crowd, Turns {
  readonly #pending = new Map<number, Pending>();
  readonly #report: (error: Error) => void;
  #config: Config | null = null;
  #worker: Worker | null = null;
  /** Opens the next one, since figures are kept by it too, whether or not somebody asks. */
  #reopening: NodeJS.Timeout | undefined;
  /** Whether the thread has opened the database: before, there is nobody to take turns with. */
  #isReady = false;
  /** Whether the last one ended by itself, and no other has opened the database since. */
  #isBroken = false;
  #asks: CrowdAsk[] = [];
  #asked = 0;
  /** Writes of this thread that wait for its turn. */
  readonly #waiting: (() => void)[] = [];
  #hasTurn = false;

  /** Told when the thread broke down: another one starts soon, or with the next question. */
  constructor(report: (error: Error) => void) {
    this.#report = report;
  }

  /** Once the database is there. */
  start(config: Config): void {
    this.#config = config;
    this.#worker = this.#open(config);
  }

  play: Crowd['play'] = (command) => this.#ask((id) => ({ id, flow: 'play', input: [command] }));
  track: Crowd['track'] = (...input) => this.#ask((id) => ({ id, flow: 'track', input }));

  take(work: () => void): void {
    if (!this.#worker || !this.#isReady) {
      setImmediate(work);
      return;
    }
    this.#waiting.push(work);
    if (this.#waiting.length === 1 && !this.#hasTurn) this.#worker.postMessage('pause');
  }

  isBroken(): boolean {
    return this.#isBroken;
  }

  /** Answers what was asked, and ends. */
  async stop(): Promise<void> {
    this.#config = null;
    clearTimeout(this.#reopening);
    const worker = this.#worker;
    if (!worker) return;
    if (!this.#isReady) {
      await worker.terminate();
      return;
    }
    const ended = once(worker, 'exit');
    worker.postMessage('stop');
    await ended;
  }

  #ask<Value extends object>(askOf: (id: number) => CrowdAsk): Promise<Result<Value>> {
    this.#asked += 1;
    const id = this.#asked;
    // What comes in one turn of the event loop is one message.
    if (this.#asks.length === 0) setImmediate(() => this.#send());
    this.#asks.push(askOf(id));
    return new Promise((resolve, reject) => {
      this.#pending.set(id, {
        settle: (text) => resolve({ ok: true, value: unread<Value>(text, JSON.parse) }),
        refuse: (refusal) => resolve({ ok: false, refusal }),
        fail: reject,
      });
    });
  }

  #send(): void {
    const asks = this.#asks;
    this.#asks = [];
    this.#reopen();
    if (this.#worker) this.#worker.postMessage(asks);
    else this.#failAll();
  }

  #reopen(): void {
    clearTimeout(this.#reopening);
    this.#worker ??= this.#config && this.#open(this.#config);
  }

  #open(config: Config): Worker {
    const worker = new Worker(new URL('./crowd-worker.ts', import.meta.url), {
      workerData: config,
    });
    worker.on('message', (message: FromCrowd) => {
      if (message === 'ready') [this.#isReady, this.#isBroken] = [true, false];
      else if (message === 'paused') this.#takeTurn(worker);
      else for (const answer of message) this.#settle(answer);
    });
    worker.on('error', this.#report);
    worker.on('exit', () => this.#lose());
    return worker;
  }

  #takeTurn(worker: Worker): void {
    this.#hasTurn = true;
    for (const work of this.#waiting.splice(0)) work();
    this.#hasTurn = false;
    worker.postMessage('resume');
    if (this.#waiting.length > 0) worker.postMessage('pause');
  }

  #settle(answer: CrowdAnswer): void {
    const pending = this.#pending.get(answer.id);
    this.#pending.delete(answer.id);
    if ('text' in answer) pending?.settle(answer.text);
    else if ('refusal' in answer) pending?.refuse(answer.refusal);
    else pending?.fail(new Error(answer.error));
  }

  #lose(): void {
    this.#worker = null;
    this.#isReady = false;
    this.#isBroken = true;
    this.#failAll();
    for (const work of this.#waiting.splice(0)) setImmediate(work);
    this.#reopening = setTimeout(() => this.#reopen(), limits.crowdRetryMs).unref();
  }

  #failAll(): void {
    for (const pending of this.#pending.values()) {
      pending.fail(new StoreUnavailable('the thread that writes has ended'));
    }
    this.#pending.clear();
  }
}
