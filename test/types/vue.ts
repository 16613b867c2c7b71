/** The elements in templates and JSX of Vue, as its compiler asks for their types. */
import type { GlobalComponents, NativeElements } from 'vue';
import '../../dist/widget/types/vue.js';

type Wheel = InstanceType<GlobalComponents['fairground-wheel']>;

const right: Wheel['$props'] = {
  game: 'the-autumn-wheel',
  class: 'wide',
  key: 1,
  onFairgroundPrizeWon: ({ detail }) => detail.prizeId.toUpperCase(),
  onFairgroundRefused: (event) => event.detail.nextAt?.toFixed(),
};
const panel: NativeElements['fairground-panel'] = { mode: 'inline' };
const launcher: NativeElements['fairground-launcher'] = { label: 'Win tea' };
const calendar: NativeElements['fairground-check-in'] = { item: 'september', id: 'card' };
const wallet: NativeElements['fairground-wallet'] = {
  onFairgroundVoucherOffered: (event) => event.preventDefault(),
};

const wrong: NativeElements['fairground-wheel'][] = [
  // @ts-expect-error The id of a game is a text.
  { game: 7 },
  // @ts-expect-error No such attribute.
  { gaem: 'the-autumn-wheel' },
  // @ts-expect-error A prize has no code.
  { onFairgroundPrizeWon: ({ detail }) => detail.code },
  // @ts-expect-error No such event.
  { onFairgroundPrizeLost: () => undefined },
];

// @ts-expect-error No such element.
type Weel = NativeElements['fairground-weel'];

export type { Weel };
export const used = { right, panel, launcher, calendar, wallet, wrong };
