/** Opens the panel unasked, for whoever could play there, if nothing came in between. */
import type { TriggerRule } from '../shared/schema/trigger.ts';
import type { FairgroundPanel } from './elements/panel.ts';
import type { Fair } from './state/fair.ts';

export async function offer(
  { view, gameId }: TriggerRule['place'],
  isFree: () => boolean,
  fair: Fair,
  makePanel: () => Promise<FairgroundPanel>,
): Promise<void> {
  const { session } = fair;
  if (!session.ready) await session.start();
  if (!session.ready) return;
  if (view === 'play') {
    if (gameId) await session.want(gameId);
    const game = session.game(gameId);
    if (!game || game.turn.refusal || fair.isTurning) return;
  }
  const panel = await makePanel();
  if (isFree()) panel.open({ view, gameId }, true);
}
