/** The figures of the admin's first page, read from rollups. */
import type { SiteId } from '../../shared/ids.ts';
import { limits } from '../../shared/limits.ts';
import { funnelSteps } from '../../shared/funnel.ts';
import { ok, refuse, type Result } from '../../shared/refusals.ts';
import type {
  DayFigures,
  LatestPlay,
  OverviewInput,
  OverviewReply,
  PrizeFigures,
} from '../../shared/schema/admin-api.ts';
import type { Programme } from '../core/programme.ts';
import { addDays, daysBetween, siteDayAt } from '../core/time.ts';
import { daysOf, funnelOf, playersOf, prizesOf, type Period } from '../store/sql/figures.ts';
import { latestPlays } from '../store/sql/play.ts';
import { intOf, textOf } from '../store/sql/row.ts';
import { stockOfSite } from '../store/sql/site.ts';
import type { Row, StepRows } from '../store/store.ts';
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
  const [funnel, funnelBefore, days, daysBefore, players, prizes, stocks, plays] =
    await deps.store.report([
      funnelOf(period),
      funnelOf(before),
      daysOf(period),
      daysOf(before),
      playersOf(period),
      prizesOf(period),
      stockOfSite(siteId),
      latestPlays(siteId, limits.latestPlaysMax),
    ]);
  const [steps, stepsBefore] = [funnel?.[0] ?? {}, funnelBefore?.[0] ?? {}];
  const { id, name, currency, timeZone } = programme.site;
  return ok({
    site: { id, name, currency, timeZone, today: siteDayAt(deps.clock(), programme.calendar).day },
    from,
    to,
    before: { from: before.from, to: before.to },
    campaigns: programme.document.campaigns.map((each) => ({ id: each.id, name: each.name })),
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
    prizes: prizeFigures(programme, period, prizes ?? [], stocks ?? []),
    latestPlays: (plays ?? []).map((row) => latestPlay(programme, row)),
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

/** One row for each prize of each game: what is configured, and what was given. */
function prizeFigures(
  programme: Programme,
  { campaignId }: Period,
  given: readonly Row[],
  stocks: readonly Row[],
): PrizeFigures[] {
  const stockLeft = new Map(
    stocks.map((row) => [textOf(row, 'prize_id'), intOf(row, 'units_left')]),
  );
  const games = [...programme.games.values()].filter(
    ({ campaign }) => campaignId === '' || campaign.id === campaignId,
  );
  return games.flatMap(({ game, campaign, table, prizes }) => {
    const rows = given.filter(
      (row) => textOf(row, 'game_id') === game.id && textOf(row, 'campaign_id') === campaign.id,
    );
    const plays = rows.reduce((sum, row) => sum + intOf(row, 'given'), 0);
    const weights = table.slots.reduce((sum, { weight }) => sum + weight, 0);
    return [...new Set(prizes)].map((prize) => {
      const row = rows.find((each) => textOf(each, 'prize_id') === prize.id);
      const count = row ? intOf(row, 'given') : 0;
      const weight = table.slots
        .filter((slot) => slot.prize === prize.id)
        .reduce((sum, slot) => sum + slot.weight, 0);
      return {
        campaignId: campaign.id,
        gameId: game.id,
        gameName: game.name,
        prizeId: prize.id,
        label: prize.label,
        oddsSet: weight / weights,
        oddsObserved: plays === 0 ? null : count / plays,
        given: count,
        plays,
        stock: prize.stock,
        stockLeft: prize.stock === null ? null : (stockLeft.get(prize.id) ?? 0),
        cost: row ? intOf(row, 'cost') : 0,
      };
    });
  });
}

function latestPlay(programme: Programme, row: Row): LatestPlay {
  const gameId = textOf(row, 'game_id');
  const prizeId = textOf(row, 'prize_id');
  return {
    playId: textOf(row, 'play_id'),
    at: intOf(row, 'at'),
    shopperId: textOf(row, 'stream'),
    gameName: programme.games.get(gameId)?.game.name ?? gameId,
    prizeLabel: programme.prizes.get(prizeId)?.label ?? prizeId,
    won: intOf(row, 'won') === 1,
  };
}
