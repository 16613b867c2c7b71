/**
 * At what odds a prize was to come, day by day, and what it was called: the tables that were in
 * force may not be today's. Rollups know the day of a play and not its version, so a day on which a
 * table changed has two answers, and what is expected lies between them.
 */
import type { CampaignId, GameId, PrizeId, SiteDay } from '../../shared/ids.ts';
import type { OddsRange, PrizeFigures } from '../../shared/schema/admin-api.ts';
import type { Text } from '../../shared/text.ts';

/** A version of the programme with what matters here. */
export interface TableVersion extends Tables {
  /** The day on which it came into force. */
  readonly from: SiteDay;
}

export interface Tables {
  readonly prizes: readonly { readonly id: PrizeId; readonly label: Text }[];
  readonly campaigns: readonly {
    readonly id: CampaignId;
    readonly name: string;
    readonly games: readonly {
      readonly id: GameId;
      readonly name: Text;
      readonly slots: readonly { readonly prizeId: PrizeId; readonly weight: number }[];
    }[];
  }[];
}

export interface PlayedDay {
  readonly day: SiteDay;
  readonly plays: number;
}

/** A prize of a game, however it came there. */
export interface Place {
  readonly campaignId: CampaignId;
  readonly gameId: GameId;
  readonly prizeId: PrizeId;
}

/** Weighted by plays; `versions` oldest first. Null where no version knows of the game's plays. */
export function expectedOdds(
  place: Place,
  days: readonly PlayedDay[],
  versions: readonly TableVersion[],
): OddsRange | null {
  const shares = versions.map((version) => shareIn(version, place));
  let [low, high, plays] = [0, 0, 0];
  for (const played of days) {
    const known = shares.filter((_, at) => isInForce(versions, at, played.day));
    const odds = known.flatMap((share) => share ?? []);
    if (odds.length === 0) continue;
    low += played.plays * Math.min(...odds);
    high += played.plays * Math.max(...odds);
    plays += played.plays;
  }
  return plays === 0 ? null : { low: low / plays, high: high / plays };
}

/** What a prize of a game was called last, where the programme has it no more. */
export function namesThen(
  { campaignId, gameId, prizeId }: Place,
  versions: readonly Tables[],
): Pick<PrizeFigures, 'campaignName' | 'gameName' | 'label'> {
  const newest = versions.toReversed();
  const campaigns = newest.flatMap((each) => each.campaigns).filter(({ id }) => id === campaignId);
  const game = campaigns.flatMap(({ games }) => games).find(({ id }) => id === gameId);
  const prize = newest.flatMap(({ prizes }) => prizes).find(({ id }) => id === prizeId);
  return {
    campaignName: campaigns[0]?.name ?? campaignId,
    gameName: game?.name ?? gameId,
    label: prize?.label ?? prizeId,
  };
}

/** On both its first day and the first day of the next; the first also on all days before. */
function isInForce(versions: readonly TableVersion[], at: number, day: SiteDay): boolean {
  const [from, until] = [versions[at]?.from, versions[at + 1]?.from];
  const hasBegun = at === 0 || (from !== undefined && from <= day);
  return hasBegun && (until === undefined || day <= until);
}

/** The prize's share of the table's weights, 0 to 1; null where there is no such game. */
export function shareIn(
  { campaigns }: Pick<Tables, 'campaigns'>,
  { campaignId, gameId, prizeId }: Place,
): number | null {
  const games = campaigns.find(({ id }) => id === campaignId)?.games;
  const slots = games?.find(({ id }) => id === gameId)?.slots;
  if (!slots) return null;
  const weightOf = (some: typeof slots): number =>
    some.reduce((sum, { weight }) => sum + weight, 0);
  return weightOf(slots.filter((slot) => slot.prizeId === prizeId)) / (weightOf(slots) || 1);
}
