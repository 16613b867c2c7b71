/** The figures of the admin's first page, read from rollups. */
import type { SiteId } from '../../shared/ids.ts';
import { limits } from '../../shared/limits.ts';
import { funnelSteps } from '../../shared/funnel.ts';
import { ok, refuse, type Result } from '../../shared/refusals.ts';
import { instantOf } from '../../shared/time.ts';
import type {
  DayFigures,
  LatestPlay,
  OverviewInput,
  OverviewReply,
  PrizeFigures,
} from '../../shared/schema/admin-api.ts';
import {
  expectedOdds,
  namesThen,
  shareIn,
  type Place,
  type PlayedDay,
  type Tables,
  type TableVersion,
} from '../core/expected-odds.ts';
import type { Programme } from '../core/programme.ts';
import { addDays, daysBetween, dayWindow, siteDayAt } from '../core/time.ts';
import {
  daysOf,
  funnelOf,
  playersOf,
  playsOf,
  prizesOf,
  type Period,
} from '../store/sql/figures.ts';
import { freeCodes } from '../store/sql/code-import.ts';
import { latestPlays } from '../store/sql/play.ts';
import { intOf, intOrNull, textOf } from '../store/sql/row.ts';
import { programmeVersion, stockOfSite, versionsInForce } from '../store/sql/site.ts';
import type { Query, Row, StepRows } from '../store/store.ts';
import type { Deps } from './deps.ts';
import { currentProgramme } from './programmes.ts';

/** `widgetUrl` is where shops load the widget from. */
export async function overview(
  deps: Deps,
  input: OverviewInput,
  widgetUrl: string,
): Promise<Result<OverviewReply>> {
  const programme = await currentProgramme(deps, input.siteId);
  if (!programme) return refuse('site_not_found');
  const { siteId, from, to, campaignId = '' } = input;
  const period: Period = { siteId, from, to, campaignId };
  const before = periodBefore(period);
  const [funnel, funnelBefore, days, daysBefore, players, prizes, stocks, latest, ...odds] =
    await deps.store.report([
      funnelOf(period),
      funnelOf(before),
      daysOf(period),
      daysOf(before),
      playersOf(period),
      prizesOf(period),
      stockOfSite(siteId),
      latestPlays(siteId, limits.latestPlaysMax),
      playsOf(period),
      versionsIn(programme, period),
    ]);
  const [steps, stepsBefore] = [funnel?.[0] ?? {}, funnelBefore?.[0] ?? {}];
  const { id, name, currency, timeZone } = programme.site;
  return ok({
    site: { id, name, currency, timeZone, today: siteDayAt(deps.clock(), programme.calendar).day },
    from,
    to,
    before: { from: before.from, to: before.to },
    campaigns: programme.document.campaigns.map(({ id: campaignId, name: called, ...runs }) => ({
      id: campaignId,
      name: called,
      startsAt: instantOf(runs.startsAt),
      endsAt: instantOf(runs.endsAt),
    })),
    funnel: funnelSteps.map((step) => ({
      step,
      shoppers: { value: intOf(steps, step), before: intOf(stepsBefore, step) },
    })),
    totals: {
      plays: compared('plays', days, daysBefore),
      shoppers: { value: intOf(steps, 'settled'), before: intOf(stepsBefore, 'settled') },
      vouchers: compared('vouchers', days, daysBefore),
      prizeCost: compared('prize_cost', days, daysBefore),
      attributedRevenue: compared('attributed_revenue', days, daysBefore),
    },
    days: everyDay(period, days ?? [], players ?? []),
    prizes: prizeFigures(programme, period, {
      given: prizes ?? [],
      stocks: stocks ?? [],
      codes: await codesLeft(deps, programme),
      played: odds[0] ?? [],
      versions: (odds[1] ?? []).map((row) => tableVersion(programme, row)),
    }),
    latestPlays: await latestWithNames(deps, programme, latest ?? []),
    eventsWaiting: await deps.store.eventsWaiting(),
    embed: embedCode(widgetUrl, programme.site),
  });
}

/** The launcher stands at the end of the page unless the site wants it elsewhere. */
function embedCode(widgetUrl: string, { id, theme }: Programme['site']): string {
  const { launcher } = theme;
  const away = launcher === 'none' ? ' data-launcher="none"' : '';
  const place = launcher === 'start' ? ' data-position="start"' : '';
  return `<script async crossorigin src="${widgetUrl}" data-site="${id}"${place}${away}></script>`;
}

/** The site's own name and day, for the page's head. */
export async function siteOf(
  deps: Deps,
  siteId: SiteId,
): Promise<{ id: string; name: string; today: string } | null> {
  const programme = await currentProgramme(deps, siteId);
  if (!programme) return null;
  const { id, name } = programme.site;
  return { id, name, today: siteDayAt(deps.clock(), programme.calendar).day };
}

/** As many days, just before. */
function periodBefore(period: Period): Period {
  const days = daysBetween(period.from, period.to) + 1;
  return { ...period, from: addDays(period.from, -days), to: addDays(period.to, -days) };
}

function compared(
  column: string,
  days: StepRows[number] | undefined,
  daysBefore: StepRows[number] | undefined,
): { value: number; before: number } {
  const sum = (rows: StepRows[number] = []): number =>
    rows.reduce((total, row) => total + intOf(row, column), 0);
  return { value: sum(days), before: sum(daysBefore) };
}

function everyDay(
  { from, to }: Period,
  days: readonly Row[],
  players: readonly Row[],
): DayFigures[] {
  const byDay = new Map(days.map((row) => [textOf(row, 'day'), row]));
  const shoppers = new Map(players.map((row) => [textOf(row, 'day'), intOf(row, 'shoppers')]));
  const all: DayFigures[] = [];
  const last = daysBetween(from, to);
  for (let at = 0; at <= last; at += 1) {
    const day = addDays(from, at);
    const row = byDay.get(day);
    all.push({
      day,
      plays: row ? intOf(row, 'plays') : 0,
      shoppers: shoppers.get(day) ?? 0,
      vouchers: row ? intOf(row, 'vouchers') : 0,
      prizeCost: row ? intOf(row, 'prize_cost') : 0,
      attributedRevenue: row ? intOf(row, 'attributed_revenue') : 0,
    });
  }
  return all;
}

/** What is left of the pools that run out soon, or have. */
async function codesLeft(deps: Deps, programme: Programme): Promise<Map<string, number>> {
  const { siteId, document } = programme;
  const pools = document.pools.filter(({ kind }) => kind === 'imported');
  const most = limits.codesCountedMax;
  const asked = pools.map(({ id }) => freeCodes(siteId, id, most));
  const counted = asked.length === 0 ? [] : await deps.store.report(asked);
  const left = counted.map((rows) => (rows[0] ? intOf(rows[0], 'codes') : 0));
  const all = pools.map(({ id }, at): [string, number] => [id, left[at] ?? 0]);
  return new Map(all.filter(([, codes]) => codes < most));
}

/** What is known of prizes beside the programme, found by its names. */
interface Known {
  readonly given: ReadonlyMap<string, Row>;
  readonly left: ReadonlyMap<string, number>;
  readonly codes: ReadonlyMap<string, number>;
  readonly played: ReadonlyMap<string, readonly PlayedDay[]>;
  readonly versions: readonly TableVersion[];
}

interface KnownRows {
  readonly given: readonly Row[];
  readonly stocks: readonly Row[];
  readonly codes: ReadonlyMap<string, number>;
  readonly played: readonly Row[];
  readonly versions: readonly TableVersion[];
}

function byName({ given, stocks, codes, played, versions }: KnownRows): Known {
  const days = new Map<string, PlayedDay[]>();
  for (const row of played) {
    const day = { day: textOf(row, 'day'), plays: intOf(row, 'plays') };
    const game = gameName(textOf(row, 'campaign_id'), textOf(row, 'game_id'));
    const before = days.get(game);
    if (before) before.push(day);
    else days.set(game, [day]);
  }
  return {
    given: new Map(given.map((row) => [placeName(placeOf(row)), row])),
    left: new Map(stocks.map((row) => [textOf(row, 'prize_id'), intOf(row, 'units_left')])),
    codes,
    played: days,
    versions,
  };
}

function versionsIn({ siteId, calendar: { timeZone } }: Programme, { from, to }: Period): Query {
  const [first, last] = [dayWindow(from, timeZone), dayWindow(to, timeZone)];
  return versionsInForce(siteId, first.startsAt, last.endsAt);
}

function tableVersion({ calendar }: Programme, row: Row): TableVersion {
  const { campaigns, prizes } = documentOf(row);
  return { from: siteDayAt(intOf(row, 'applied_at'), calendar).day, campaigns, prizes };
}

function documentOf(row: Row): Tables {
  const document: Tables = JSON.parse(textOf(row, 'document'));
  return document;
}

/**
 * One row for each prize of each game, what is configured and what was given; and one for whatever
 * was given in the period and is off the table since.
 */
function prizeFigures(
  programme: Programme,
  { campaignId }: Period,
  rows: KnownRows,
): PrizeFigures[] {
  const known = byName(rows);
  const onTable = [...programme.games.values()]
    .filter(({ campaign }) => campaignId === '' || campaign.id === campaignId)
    .flatMap(({ game, campaign, prizes }) =>
      [...new Set(prizes)].map((prize): Place => ({
        campaignId: campaign.id,
        gameId: game.id,
        prizeId: prize.id,
      })),
    );
  const named = new Set(onTable.map(placeName));
  const offTable = rows.given.map(placeOf).filter((place) => !named.has(placeName(place)));
  return [...onTable, ...offTable].map((place) => prizeRow(programme, place, known));
}

function prizeRow(programme: Programme, place: Place, known: Known): PrizeFigures {
  const { campaignId, gameId, prizeId } = place;
  const playable = programme.games.get(gameId);
  const prize = programme.prizes.get(prizeId);
  const row = known.given.get(placeName(place));
  const days = known.played.get(gameName(campaignId, gameId)) ?? [];
  const plays = days.reduce((sum, each) => sum + each.plays, 0);
  const oddsSet = shareIn(programme.document, place) ?? 0;
  const count = row ? intOf(row, 'given') : 0;
  const stock = prize?.stock ?? null;
  const then = namesThen(place, known.versions);
  const campaign = programme.document.campaigns.find(({ id }) => id === campaignId);
  return {
    ...place,
    campaignName: campaign?.name ?? then.campaignName,
    gameName: playable?.game.name ?? then.gameName,
    label: prize?.label ?? then.label,
    oddsSet,
    oddsExpected: expectedOdds(place, days, known.versions) ?? { low: oddsSet, high: oddsSet },
    oddsObserved: plays === 0 ? null : count / plays,
    given: count,
    plays,
    stock,
    stockLeft: stock === null ? null : (known.left.get(prizeId) ?? 0),
    codesLeft: prize?.kind === 'voucher' ? (known.codes.get(prize.poolId) ?? null) : null,
    cost: row ? intOf(row, 'cost') : 0,
  };
}

function placeOf(row: Row): Place {
  return {
    campaignId: textOf(row, 'campaign_id'),
    gameId: textOf(row, 'game_id'),
    prizeId: textOf(row, 'prize_id'),
  };
}

function placeName({ campaignId, gameId, prizeId }: Place): string {
  return `${gameName(campaignId, gameId)} ${prizeId}`;
}

function gameName(campaignId: string, gameId: string): string {
  return `${campaignId} ${gameId}`;
}

/** In the words of now; what the programme has no more, in those that its play was settled with. */
async function latestWithNames(
  deps: Deps,
  programme: Programme,
  rows: readonly Row[],
): Promise<LatestPlay[]> {
  const { siteId, games, prizes } = programme;
  const goneIn = rows
    .filter((row) => !games.has(placeOf(row).gameId) || !prizes.has(placeOf(row).prizeId))
    .flatMap((row) => intOrNull(row, 'programme_version') ?? []);
  const versions = [...new Set(goneIn)];
  const asked = versions.map((version) => programmeVersion(siteId, version));
  const documents = asked.length === 0 ? [] : await deps.store.report(asked);
  return rows.map((row) => {
    const at = versions.indexOf(intOrNull(row, 'programme_version') ?? 0);
    const then = (documents[at] ?? []).map((each) => documentOf(each));
    return latestPlay(programme, row, namesThen(placeOf(row), then));
  });
}

function latestPlay(
  programme: Programme,
  row: Row,
  then: Pick<PrizeFigures, 'gameName' | 'label'>,
): LatestPlay {
  const { gameId, prizeId } = placeOf(row);
  return {
    playId: textOf(row, 'play_id'),
    at: intOf(row, 'at'),
    shopperId: textOf(row, 'stream'),
    gameName: programme.games.get(gameId)?.game.name ?? then.gameName,
    prizeLabel: programme.prizes.get(prizeId)?.label ?? then.label,
    won: intOf(row, 'won') === 1,
  };
}
