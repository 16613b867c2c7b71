/** What a play came to, in one sentence. */
import type { GameView } from '../../shared/schema/shopper-api.ts';
import { textIn } from '../../shared/text.ts';
import type { Fair } from '../state/fair.ts';
import type { Settled } from '../state/plays.ts';

export function outcomeOf({ say, more, locale }: Fair, { reply }: Settled, game: GameView): string {
  if (reply.won) return say('won', { prize: textIn(reply.prize.label, locale) });
  const nextAt = game.turn.refusal?.nextAt;
  return more && nextAt ? say('lostNext', { when: more.formats.when(nextAt) }) : say('lost');
}
