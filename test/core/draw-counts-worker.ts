/** Draws in a thread of its own, with the draw of the server, and counts what fell where. */
import { parentPort, workerData } from 'node:worker_threads';
import { drawFrom, serverSeedOf } from '../../server/core/draw.ts';
import { nativeHashing } from '../../server/native-hashing.ts';
import { weightTotal, type DrawTable } from '../../shared/draw.ts';

export interface DrawCounts {
  readonly slots: number[];
  /** Numbers by the hundredth of the range that they fall into. */
  readonly hundredths: number[];
  /** Draws that took more than one round. */
  readonly rejected: number;
}

/** Draws of one stream, which share a secret here: its number follows from the index. */
const drawsPerSeed = 1_000;

export function countDraws(table: DrawTable, draws: number): DrawCounts {
  const drawKey = new Uint8Array(32).fill(42);
  const total = weightTotal(table);
  const slots = table.slots.map(() => 0);
  const hundredths = Array.from({ length: 100 }, () => 0);
  let rejected = 0;
  for (let stream = 0; stream < draws / drawsPerSeed; stream += 1) {
    const place = { site: 'shop', game: 'wheel', stream: `shopper-${stream}`, epoch: 0, index: 0 };
    const seed = serverSeedOf(drawKey, place, nativeHashing);
    const clientSeed = stream.toString(16).padStart(32, '0');
    for (let index = 0; index < drawsPerSeed; index += 1) {
      const { number, round, slot } = drawFrom(seed, { clientSeed, index }, table, nativeHashing);
      slots[slot]! += 1;
      hundredths[Math.floor((number / total) * 100)]! += 1;
      rejected += round > 0 ? 1 : 0;
    }
  }
  return { slots, hundredths, rejected };
}

// A thread has no origin.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort?.postMessage(countDraws(workerData.table, workerData.draws));
