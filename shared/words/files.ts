/** Which sets of sentences are fetched as one file, at most 2,000 bytes in every language. */
export const wordFiles = {
  /** Comes with the server's first reply; as a file it is for a page that got none. */
  first: ['first'],
  /** Comes with the first push, the others with the views and games that say them. */
  more: ['more', 'contact'],
  games: ['games', 'proof', 'settings'],
  progress: ['progress', 'standing'],
  counter: ['counter'],
} as const;

export type WordFile = keyof typeof wordFiles;
