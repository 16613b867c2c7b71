/** Everything that the first paint needs, in one read that writes nothing. */
import type { ShopperId, SiteId } from '../../shared/ids.ts';
import { limits } from '../../shared/limits.ts';
import { ok, refuse, type Result } from '../../shared/refusals.ts';
import type { GameView, StartReply, Told } from '../../shared/schema/shopper-api.ts';
import { leftOf } from '../core/award.ts';
import { prizeView, type PlayableGame, type Programme } from '../core/programme.ts';
import type { Stamp } from '../core/stamp.ts';
import { turnOf, type TurnFacts } from '../core/turn.ts';
import { spentNeed } from '../store/sql/budget.ts';
import { supplyNeed } from '../store/sql/needs.ts';
import { progressFrom, progressOf } from '../store/sql/progress.ts';
import { streamRow, streamsOf, shopperRow } from '../store/sql/shopper.ts';
import { siteById, siteRow } from '../store/sql/site.ts';
import { stampOf, type Deps } from './deps.ts';
import { currentProgramme } from './programmes.ts';
import { walletFrom, walletReads } from './wallet.ts';

/** The reply without its token, which only the edge can sign. */
export type Start = Omit<StartReply, 'token'>;

export async function start(
  deps: Deps,
  siteId: SiteId,
  shopperId: ShopperId,
  told: Told = {},
): Promise<Result<Start>> {
  const stamp = stampOf(deps);
  const programme = await currentProgramme(deps, siteId);
  if (!programme) return refuse('site_not_found');
  const playable = gamesToShow(programme, stamp.now);
  const supply = supplyNeed(
    siteId,
    unique(playable.flatMap(({ stockedIds }) => stockedIds)),
    unique(playable.flatMap(({ importedPoolIds }) => importedPoolIds)),
  );
  const scopes = playable.flatMap((each) => each.budgetRows(stamp.now));
  const budget = spentNeed(siteId, unique(scopes));
  const kinds = unique(playable.flatMap(({ progress }) => progress));
  const counted = kinds.length === 0 ? [] : [progressOf(siteId, shopperId, kinds)];
  const [sites, streams, shoppers, lots, vouchers, ...more] = await deps.store.read([
    siteById(siteId),
    streamsOf(siteId, shopperId),
    ...walletReads(siteId, shopperId, stamp.now),
    ...counted,
    ...budget.queries,
    ...supply.queries,
  ]);
  const site = sites?.[0] && siteRow(sites[0]);
  if (!site) return refuse('site_not_found');
  const shopper = shoppers?.[0] && shopperRow(shoppers[0]);
  if (shopper && shopper.mergedInto !== null) return refuse('shopper_merged');
  const rest = more.slice(counted.length);
  const wallet = walletFrom([shoppers ?? [], lots ?? [], vouchers ?? []], stamp.now);
  const facts: TurnFacts = {
    programme,
    epoch: site.epoch,
    shopperId,
    points: wallet.points,
    streams: (streams ?? []).map(streamRow),
    spent: budget.spent(rest),
    pausedUntil: shopper?.pausedUntil ?? 0,
    visitor: {
      isIdentified: shopper?.kind === 'identified',
      firstSeenAt: shopper?.createdAt ?? stamp.now,
      device: told.device,
      language: told.language,
      attributes: progressFrom(counted.length === 0 ? [] : (more[0] ?? [])).attribute,
    },
    ...supply.facts(rest.slice(budget.queries.length), { claimed: new Map() }),
  };
  const { id, name, currency, timeZone, locale, theme } = programme.site;
  return ok({
    now: stamp.now,
    site: { id, name, currency, timeZone, locale, theme },
    shopper: { id: shopperId, kind: shopper?.kind ?? 'anonymous' },
    games: playable.map((each) => gameView(facts, each, stamp)),
    wallet,
  });
}

/** Games that run now first, then those about to start or lately ended, which say so. */
function gamesToShow(programme: Programme, now: number): PlayableGame[] {
  const nearMs = limits.gamesShownAroundDays * 86_400_000;
  const rank = ({ startsAt, endsAt }: PlayableGame): number =>
    startsAt <= now && now < endsAt ? 0 : 1;
  return [...programme.games.values()]
    .filter(({ startsAt, endsAt }) => startsAt - nearMs <= now && now < endsAt + nearMs)
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, limits.gamesShownMax);
}

function gameView(facts: TurnFacts, playable: PlayableGame, stamp: Stamp): GameView {
  const { game, campaign, endsAt, table, prizes } = playable;
  return {
    id: game.id,
    campaignId: campaign.id,
    kind: game.kind,
    boxes: game.boxes,
    name: game.name,
    endsAt,
    price: game.price,
    table,
    slots: prizes.map((prize) => ({
      ...prizeView(prize),
      left: leftOf(facts.programme, facts, prize),
    })),
    turn: turnOf(facts, playable, stamp),
    ...(campaign.terms ? { terms: campaign.terms } : {}),
  };
}

function unique<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}
