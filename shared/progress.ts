/** The kinds of things that are counted for a shopper, each item in a row of its own. */
export const progressKinds = ['reward'] as const;

export type ProgressKind = (typeof progressKinds)[number];
