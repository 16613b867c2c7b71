/** What the widget can wear. `shop` takes the shop's own colour and keeps only our shapes. */
export const themes = ['dusk', 'matinee', 'tet', 'market', 'paper', 'shop'] as const;

export type Theme = (typeof themes)[number];
