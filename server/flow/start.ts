/** Everything that the first paint needs, in one read that writes nothing. */
import type { ShopperId, SiteId } from '../../shared/ids.ts';
import { limits } from '../../shared/limits.ts';
import { ok, refuse, type Result } from '../../shared/refusals.ts';
import type {
  GamesInput,
  GamesReply,
  GameView,
  Shown,
  StartReply,
  Told,
  Wallet,
} from '../../shared/schema/shopper-api.ts';
import { textIn } from '../../shared/text.ts';
import { firstWords } from '../../shared/words/first.ts';
import { localeFor } from '../../shared/words/locales.ts';
import { leftOf } from '../core/award.ts';
import { earlyAccessMs, prizeView, type PlayableGame, type Programme } from '../core/programme.ts';
import type { Visitor } from '../core/audience.ts';
import type { Shopper, ShopperFacts } from '../core/facts.ts';
import type { Stamp } from '../core/stamp.ts';
import { levelOf } from '../core/tier.ts';
import { themeView } from '../core/theme.ts';
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
  { locale, gameIds = [], ...told }: Shown = {},
): Promise<Result<Start>> {
  const programme = await currentProgramme(deps, siteId);
  if (!programme) return refuse('site_not_found');
  const stamp = stampOf(deps);
  const onShow = gamesOnShow(programme, stamp.now);
  const first = onShow[0]?.game.id;
  const chosen = onShow.filter(({ game }) => game.id === first || gameIds.includes(game.id));
  const read = await readTurns(deps, { programme, shopperId, told, stamp }, chosen);
  if (!read.ok) return read;
  const { facts, wallet } = read.value;
  const spoken = wordsFor(programme, locale);
  const { id, name, currency, timeZone, theme } = programme.site;
  return ok({
    now: stamp.now,
    site: { id, name, currency, timeZone, locale: programme.site.locale, theme: themeView(theme) },
    shopper: { id: shopperId, kind: facts.visitor.isIdentified ? 'identified' : 'anonymous' },
    games: chosen.map((each) => gameView(facts, each, stamp, spoken.locale)),
    list: onShow.map(({ game: { id: gameId, kind, name: title } }) => ({
      id: gameId,
      kind,
      name: textIn(title, spoken.locale),
    })),
    wallet,
    ...spoken,
  });
}

/** Games that the page came to want later. One that is not on show is left out. */
export async function readGames(
  deps: Deps,
  shopperId: ShopperId,
  { siteId, gameIds, locale: asked, ...told }: GamesInput,
): Promise<Result<GamesReply>> {
  const programme = await currentProgramme(deps, siteId);
  if (!programme) return refuse('site_not_found');
  const stamp = stampOf(deps);
  const chosen = gamesOnShow(programme, stamp.now).filter(({ game }) => gameIds.includes(game.id));
  const read = await readTurns(deps, { programme, shopperId, told, stamp }, chosen);
  if (!read.ok) return read;
  const { locale } = wordsFor(programme, asked);
  const { facts } = read.value;
  return ok({ games: chosen.map((each) => gameView(facts, each, stamp, locale)) });
}

interface Visit {
  readonly programme: Programme;
  readonly shopperId: ShopperId;
  readonly told: Told;
  readonly stamp: Stamp;
}

/** Where the shopper stands in these games, and what they own. */
async function readTurns(
  deps: Deps,
  { programme, shopperId, told, stamp }: Visit,
  games: readonly PlayableGame[],
): Promise<Result<{ facts: TurnFacts; wallet: Wallet }>> {
  const siteId = programme.site.id;
  const supply = supplyNeed(
    siteId,
    unique(games.flatMap(({ stockedIds }) => stockedIds)),
    unique(games.flatMap(({ importedPoolIds }) => importedPoolIds)),
  );
  const scopes = games.flatMap((each) => each.budgetRows(stamp.now));
  const budget = spentNeed(siteId, unique(scopes));
  const kinds = unique(games.flatMap((each) => each.progressAt(stamp.now)));
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
  const progress = progressFrom(counted.length === 0 ? [] : (more[0] ?? []));
  const facts: TurnFacts = {
    programme,
    epoch: site.epoch,
    shopperId,
    points: wallet.points,
    streams: (streams ?? []).map(streamRow),
    spent: budget.spent(rest),
    pausedUntil: shopper?.pausedUntil ?? 0,
    visitor: visitorOf(shopper, told, { programme, progress }, stamp),
    ...supply.facts(rest.slice(budget.queries.length), { claimed: new Map() }),
  };
  return ok({ facts, wallet });
}

/** What is asked for, else what the site speaks, else English. */
function wordsFor({ site }: Programme, asked = ''): Pick<StartReply, 'locale' | 'words'> {
  const locale = localeFor(asked) ?? localeFor(site.locale) ?? 'en';
  // Its own for later views come along too: they are few, and stay on top.
  return { locale, words: { ...firstWords[locale], ...site.words?.[locale] } };
}

function visitorOf(
  shopper: Shopper | undefined,
  { device, language }: Told,
  facts: Pick<ShopperFacts, 'programme' | 'progress'>,
  { now }: Stamp,
): Visitor {
  return {
    isIdentified: shopper?.kind === 'identified',
    firstSeenAt: shopper?.createdAt ?? now,
    device,
    language,
    attributes: facts.progress.attribute,
    level: levelOf(facts, now),
  };
}

/** Games that run now first, then those about to start or lately ended, which say so. */
function gamesOnShow(programme: Programme, now: number): PlayableGame[] {
  const early = earlyAccessMs(programme.document.tiers?.levels ?? []);
  const nearMs = Math.max(limits.gamesShownAroundDays * 86_400_000, early);
  const rank = ({ startsAt, endsAt }: PlayableGame): number =>
    startsAt <= now && now < endsAt ? 0 : 1;
  return [...programme.games.values()]
    .filter(({ startsAt, endsAt }) => startsAt - nearMs <= now && now < endsAt + nearMs)
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, limits.gamesShownMax);
}

/** Its texts in one language: the first paint pays for each byte. */
function gameView(
  facts: TurnFacts,
  playable: PlayableGame,
  stamp: Stamp,
  locale: string,
): GameView {
  const { game, campaign, endsAt, table, prizes } = playable;
  return {
    id: game.id,
    campaignId: campaign.id,
    kind: game.kind,
    boxes: game.boxes,
    name: textIn(game.name, locale),
    endsAt,
    price: game.price,
    table,
    slots: prizes.map((prize) => ({
      ...prizeView(prize),
      label: textIn(prize.label, locale),
      left: leftOf(facts, prize),
    })),
    turn: turnOf(facts, playable, stamp),
    ...(campaign.terms ? { terms: campaign.terms } : {}),
  };
}

function unique<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}
