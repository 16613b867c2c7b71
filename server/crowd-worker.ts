/** The thread of what comes in crowds: the same flows, on a connection of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import { limits } from '../shared/limits.ts';
import type { Result } from '../shared/refusals.ts';
import type { Config } from './config.ts';
import type { CrowdAnswer, CrowdAsk, FromCrowd, ToCrowd } from './crowd.ts';
import { play } from './flow/play.ts';
import { answerText } from './flow/settle.ts';
import { track } from './flow/track.ts';
import { openLog } from './log.ts';
import { openDeps } from './open-deps.ts';
import { projectAll, repeat } from './repeat.ts';

const config: Config = workerData;

/** Writes that wait while the other thread has its turn; null in this one's. */
let waiting: (() => void)[] | null = null;

const { deps } = await openDeps(config, {
  take(work) {
    setImmediate(() => {
      if (waiting) waiting.push(work);
      else work();
    });
  },
});
const log = openLog(config.logLevel);
const stopProjecting = repeat(
  limits.projectorPollMs,
  () => projectAll(deps),
  (error) => log.error(error, 'figures are not counted'),
);
let answers: CrowdAnswer[] = [];

parentPort?.on('message', (message: ToCrowd) => {
  if (message === 'pause') {
    waiting ??= [];
    tell('paused');
  } else if (message === 'resume') {
    const works = waiting ?? [];
    waiting = null;
    for (const work of works) work();
  } else if (message === 'stop') {
    void stop();
  } else {
    for (const ask of message) void answer(ask);
  }
});

tell('ready');

function tell(message: FromCrowd): void {
  parentPort?.postMessage(message);
}

async function answer(ask: CrowdAsk): Promise<void> {
  const { id } = ask;
  try {
    const result = await flowOf(ask);
    if (result.ok) send({ id, text: answerText(result.value) ?? 'null' });
    else send({ id, refusal: result.refusal });
  } catch (error) {
    send({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

function flowOf(ask: CrowdAsk): Promise<Result<unknown>> {
  return ask.flow === 'play' ? play(deps, ...ask.input) : track(deps, ...ask.input);
}

/** All that one commit answers goes out at once. */
function send(one: CrowdAnswer): void {
  if (answers.length === 0) {
    process.nextTick(() => {
      tell(answers);
      answers = [];
    });
  }
  answers.push(one);
}

async function stop(): Promise<void> {
  await stopProjecting();
  await deps.store.close();
  parentPort?.close();
}
