/** What the page around us may listen to: past tense, bubbling; all but one without secrets. */
import type { GameId, PlayId, PrizeId, VoucherId } from '../shared/ids.ts';
import type { RefusalCode } from '../shared/refusals.ts';
import type { PrizeKind } from '../shared/schema/shopper-api.ts';

export interface FairgroundEvents {
  'fairground-opened': Record<string, never>;
  'fairground-closed': Record<string, never>;
  'fairground-play-settled': { gameId: GameId; playId: PlayId; won: boolean };
  /** `points`: how many, where the prize is points. */
  'fairground-prize-won': {
    gameId: GameId;
    playId: PlayId;
    prizeId: PrizeId;
    kind: PrizeKind;
    points?: number | undefined;
  };
  /**
   * A request: its owner hands the code to the page. Prevent the default to take it to the
   * checkout; else it is copied.
   */
  'fairground-voucher-offered': { voucherId: VoucherId; prizeId: PrizeId; code: string };
  'fairground-voucher-claimed': { voucherId: VoucherId; prizeId: PrizeId };
  /** `nextAt`: epoch milliseconds, where trying again makes sense at a known time. */
  'fairground-refused': { code: RefusalCode | 'unreachable'; nextAt?: number | undefined };
}

declare global {
  interface HTMLElementEventMap extends FairgroundEventMap {}
  interface DocumentEventMap extends FairgroundEventMap {}
}

type FairgroundEventMap = {
  [Name in keyof FairgroundEvents]: CustomEvent<FairgroundEvents[Name]>;
};

export function announce<Name extends keyof FairgroundEvents>(
  target: EventTarget,
  name: Name,
  detail: FairgroundEvents[Name],
): void {
  target.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}
