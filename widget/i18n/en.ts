/** What the shopper reads up to the first result, in English. Whole sentences only. */

export const en = {
  wheel: (prizes: string) => `Prize wheel: ${prizes}`,
  spin: 'Spin the wheel',
  spinFor: (points: string | number) => `Spin for ${points} points`,
  spinFree: 'Use a free spin',
  again: 'Spin again',
  turning: 'Turning…',
  skip: 'Skip to the result',
  retry: 'Try again',
  loading: 'The fair is on its way.',
  ready: 'Give it a push.',
  left: (count: number) =>
    count === 1 ? 'One spin left for now.' : `${count} spins left for now.`,
  free: (count: number) =>
    count === 1 ? 'You have a free spin.' : `You have ${count} free spins.`,
  won: (prize: string) => `You won ${prize}.`,
  lost: 'Not this time.',
  slow: 'The answer takes a while. Your spin counts once, whatever happens.',
  unreachable: 'We lost the line. Your spin is safe: it counts once, when you are back.',
  offline: 'We cannot reach the fair. Check your connection, then try again.',
  noGames: 'The fair is closed just now. Nothing to play today.',
  refused: 'No spin was made, and nothing was spent.',
};

export type Words = typeof en;
