/** Shoppers who look once and then play without end, each the draw that the last answer offered. */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Answer, Conversation, Request } from './load.ts';

export interface Player {
  readonly token: string;
  commitment: string;
}

const turn = z.object({ draw: z.object({ commitment: z.string() }) });
const started = z.object({
  result: z.object({
    data: z.object({ token: z.string(), games: z.tuple([z.object({ turn })]).rest(z.unknown()) }),
  }),
});

/** Asks what a widget asks on the first paint. */
export async function newPlayer(port: number, siteId: string): Promise<Player> {
  const input = encodeURIComponent(JSON.stringify({ siteId }));
  const response = await fetch(`http://127.0.0.1:${port}/trpc/shopper.start?input=${input}`);
  const { result } = started.parse(await response.json());
  const { token, games } = result.data;
  return { token, commitment: games[0].turn.draw.commitment };
}

export function conversationOf(player: Player, gameId: string): Conversation {
  return (answer) => {
    if (answer) player.commitment = nextCommitment(answer) ?? player.commitment;
    return playRequest(player, gameId);
  };
}

function playRequest({ token, commitment }: Player, gameId: string): Request {
  // As the widget makes them: command ids in the order of time.
  const bytes = randomHex();
  const commandId = Date.now().toString(16).padStart(12, '0') + bytes.slice(0, 20);
  const clientSeed = bytes.slice(20);
  const ids = `"commandId":"${commandId}","gameId":"${gameId}"`;
  const body = `{${ids},"commitment":"${commitment}","clientSeed":"${clientSeed}"}`;
  return { path: '/trpc/shopper.play', body, token };
}

let pool = '';

/** 52 digits, taken from the system many at a time. */
function randomHex(): string {
  if (pool.length < 52) pool = randomBytes(26 * 1_024).toString('hex');
  const digits = pool.slice(-52);
  pool = pool.slice(0, -52);
  return digits;
}

/** Of the turn behind the play: the last one in the text. */
function nextCommitment({ body }: Answer): string | undefined {
  const at = body.lastIndexOf('"commitment":"');
  return at < 0 ? undefined : body.slice(at + 14, at + 78);
}
