/** What is wrong with a programme document beyond a single field: paths and what would be right. */
import type { Campaign } from './campaign.ts';
import type { Pool, Prize } from './prize.ts';

/** What rules may refer to. */
export interface Shape {
  readonly pools: readonly Pool[];
  readonly prizes: readonly Prize[];
  readonly campaigns: readonly Campaign[];
}

export interface Problem {
  path: (string | number)[];
  message: string;
}

export function repeated(list: readonly { id: string }[], path: string[]): Problem[] {
  const seen = new Set<string>();
  return list.flatMap(({ id }) => {
    if (seen.has(id)) return [{ path, message: `the id "${id}" is there twice; ids are unique` }];
    seen.add(id);
    return [];
  });
}

/** A prize given outside of games must be there, and its free plays must name their game. */
export function prizeProblem(
  { prizes }: Pick<Shape, 'prizes'>,
  prizeId: string,
  path: (string | number)[],
): Problem[] {
  const prize = prizes.find(({ id }) => id === prizeId);
  if (!prize) return [{ path, message: noPrize(prizeId) }];
  if (prize.kind === 'free_play' && prize.gameId === undefined) {
    return [{ path, message: `"${prizeId}" must name the gameId that its free plays are for` }];
  }
  return [];
}

export function noPrize(id: string): string {
  return `no prize has the id "${id}"`;
}
