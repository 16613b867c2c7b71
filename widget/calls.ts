/** What a page may ask of us: `fairground('open', 'wheel')`. */
import type { FairgroundPanel } from './elements/panel.ts';
import type { FairgroundEvents } from './events.ts';
import type { Fair } from './state/fair.ts';
import type { View } from '../shared/views.ts';

export interface FairgroundCalls {
  /** Opens the panel: at the games, at the game with that id, or at a view such as `wallet`. */
  (name: 'open', place?: FairgroundView | (string & {})): void;
  (name: 'close'): void;
  /** Signs a customer in: `token` is a JWT that the shop's back end signed. */
  (name: 'identify', token: string): void;
  /** Signs them out: on a shared device, at the shop's own sign-out. */
  (name: 'reset'): void;
  /** Whether the shopper agreed to being counted. Until then nobody is. */
  (name: 'consent', isGiven: boolean): void;
  /** Counts that a game of the page's own making was seen, opened or started. Needs the consent. */
  (name: 'track', seen: 'shown' | 'opened' | 'started', gameId: string): void;
  /** Listens to an event by its name without `fairground-`, for as long as the page lives. */
  <Name extends FairgroundEventName>(
    name: 'on',
    event: Name,
    listener: (detail: FairgroundEvents[`fairground-${Name}`]) => void,
  ): void;
}

export type FairgroundEventName = keyof FairgroundEvents extends `fairground-${infer Name}`
  ? Name
  : never;

export type FairgroundView = View | 'wheel';

/** What our own chunks ask of each other besides. */
export interface OwnCalls extends FairgroundCalls {
  (name: 'settle'): void;
  /** Hands over what the page shares, and the way to its panel. */
  (name: 'offer', make: (fair: Fair, makePanel: () => Promise<FairgroundPanel>) => void): void;
}
