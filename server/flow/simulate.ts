/**
 * Plays a campaign against the real rules, in memory: nothing is stored. Shoppers come all along
 * the campaign, some of them again; every play is decided as a shop's play is.
 */
import type { PrizeId, ShopperId, SiteDay } from '../../shared/ids.ts';
import { never } from '../../shared/time.ts';
import { chanceOf, type Chance } from '../core/chance.ts';
import type { Change } from '../core/decision.ts';
import type { Lot, PlayFacts, Shopper, Stream } from '../core/facts.ts';
import { plainHashing } from '../core/hashing.ts';
import { decidePlay } from '../core/play.ts';
import type { PlayableGame, Programme } from '../core/programme.ts';
import type { ProgressFacts } from '../core/progress.ts';
import type { Stamp } from '../core/stamp.ts';
import { siteDayAt } from '../core/time.ts';
import { nextDraw } from '../core/turn.ts';
import { progressFrom } from '../store/sql/progress.ts';
import { freshShopper } from '../store/sql/shopper.ts';

export interface SimulatedRun {
  /** Minor units. */
  readonly cost: number;
  readonly played: number;
  /** How many of each prize, nothings included. */
  readonly given: ReadonlyMap<PrizeId, number>;
  /** The day on which the last one was given. */
  readonly soldOutOn: ReadonlyMap<PrizeId, SiteDay>;
  /** Visits without a play, by the refusal's code. */
  readonly refused: ReadonlyMap<string, number>;
}

/** The server's seed changes with every draw: that is chance enough. */
const clientSeed = '0'.repeat(32);

/** Of those who come, so many have been here before; they are among the latest so many. */
const returningShare = 0.4;
const rememberedMax = 1_000;

/** The same seed gives the same run. */
export function simulateRun(
  programme: Programme,
  { campaignId, plays, seed }: { campaignId: string; plays: number; seed: string },
): SimulatedRun {
  const games = [...programme.games.values()].filter(({ campaign }) => campaign.id === campaignId);
  const world = new World(forEverybody(programme), seed);
  const [first] = games;
  if (!first) throw new Error(`no campaign "${campaignId}"`);
  const stepMs = (first.endsAt - first.startsAt) / plays;
  for (let at = 0; at < plays; at += 1) {
    const now = first.startsAt + Math.floor((at + world.chance.next()) * stepMs);
    const playable = games[Math.floor(world.chance.next() * games.length)] ?? first;
    world.visit(playable, Math.min(now, first.endsAt - 1));
  }
  return world;
}

/** Whoever comes is among those whom the campaign is for, and each of its prizes. */
function forEverybody(programme: Programme): Programme {
  const games = [...programme.games].map(([id, game]) => {
    const campaign = { ...game.campaign, audience: null };
    const slots = game.table.slots.map(({ prize, weight }) => ({ prize, weight }));
    return [id, { ...game, campaign, table: { ...game.table, slots } }] as const;
  });
  return { ...programme, games: new Map(games) };
}

/** Somebody who may come again. */
interface Visitor {
  shopper: Shopper;
  readonly lots: Map<number, number>;
  readonly streams: Map<string, Stream>;
  progress: ProgressFacts;
}

class World implements SimulatedRun {
  readonly chance: Chance;
  readonly given = new Map<PrizeId, number>();
  readonly soldOutOn = new Map<PrizeId, SiteDay>();
  readonly refused = new Map<string, number>();
  cost = 0;
  played = 0;
  readonly #programme: Programme;
  readonly #drawKey: Uint8Array;
  readonly #stockLeft: Map<PrizeId, number>;
  readonly #spent = new Map<string, number>();
  readonly #remembered: Visitor[] = [];
  readonly #poolFree: ReadonlyMap<string, boolean>;
  #visits = 0;
  #visitors = 0;
  #codes = 0;

  constructor(programme: Programme, seed: string) {
    this.#programme = programme;
    this.chance = chanceOf(seed);
    this.#drawKey = Uint8Array.from({ length: 32 }, () => Math.floor(this.chance.next() * 256));
    this.#stockLeft = new Map(
      [...programme.prizes.values()].flatMap(({ id, stock }) =>
        stock === null ? [] : [[id, stock] as const],
      ),
    );
    this.#poolFree = new Map([...programme.pools.keys()].map((id) => [id, true]));
  }

  /** Who came before and may not play any more makes way for somebody new. */
  visit(playable: PlayableGame, now: number): void {
    this.#visits += 1;
    const entropy = this.#visits.toString(16).padStart(32, '0');
    const stamp = { now, entropy, drawKey: this.#drawKey, hashing: plainHashing };
    const again = this.#returning();
    if (again && this.#plays(again, playable, stamp) === null) return;
    const fresh = this.#newcomer(now);
    const code = this.#plays(fresh, playable, stamp);
    if (code !== null) this.refused.set(code, (this.refused.get(code) ?? 0) + 1);
  }

  /** Null when the play was settled, else why it was refused. */
  #plays(visitor: Visitor, playable: PlayableGame, stamp: Stamp): string | null {
    const { price, id: gameId } = playable.game;
    // Whoever plays for points has them.
    if (visitor.shopper.points < price) {
      visitor.lots.set(never, (visitor.lots.get(never) ?? 0) + price - visitor.shopper.points);
      visitor.shopper = { ...visitor.shopper, points: price };
    }
    const claimed = new Map<string, string[]>();
    const facts: PlayFacts = {
      programme: this.#programme,
      epoch: 0,
      shopper: visitor.shopper,
      lots: lotsOf(visitor),
      pending: [],
      holds: [],
      streams: [...visitor.streams.values()],
      spent: this.#spent,
      stockLeft: this.#stockLeft,
      poolFree: this.#poolFree,
      claimed,
      progress: visitor.progress,
    };
    const { id: shopperId } = visitor.shopper;
    const { offered } = nextDraw({ ...facts, shopperId }, playable, stamp);
    const { terms } = playable.campaign;
    const command = {
      kind: 'play',
      siteId: this.#programme.siteId,
      commandId: '',
      shopperId,
      gameId,
      commitment: offered.commitment,
      clientSeed,
      // Whom the terms keep out is no visitor of the simulation.
      region: terms?.regions[0],
      ageConfirmed: terms?.ageMin ?? undefined,
    } as const;
    for (;;) {
      const decision = decidePlay(facts, command, stamp);
      if (decision.kind === 'refused') return decision.refusal.code;
      if (decision.kind === 'decided') {
        for (const change of decision.changes) this.#apply(visitor, change, stamp);
        this.played += 1;
        return null;
      }
      this.#codes += 1;
      const before = claimed.get(decision.poolId) ?? [];
      claimed.set(decision.poolId, [...before, `SIMULATED-${this.#codes}`]);
    }
  }

  #apply(visitor: Visitor, change: Change, { now }: Stamp): void {
    switch (change.kind) {
      case 'shopper':
        visitor.shopper = change.after;
        break;
      case 'lot': {
        const left = (visitor.lots.get(change.expiresAt) ?? 0) + change.change;
        visitor.lots.set(change.expiresAt, left);
        break;
      }
      case 'stream':
        visitor.streams.set(change.stream.gameId, change.stream);
        break;
      case 'progress': {
        const { of, itemId, state } = change.progress;
        const items = new Map<string, object>(visitor.progress[of]).set(itemId, state);
        visitor.progress = { ...visitor.progress, [of]: items };
        break;
      }
      case 'play':
        if (!change.play.won) this.#count(change.play.prizeId);
        break;
      case 'award':
        this.cost += change.award.cost;
        this.#count(change.award.prizeId);
        break;
      case 'budget_spent': {
        const { row, cost } = change.charge;
        this.#spent.set(row, (this.#spent.get(row) ?? 0) + cost);
        break;
      }
      case 'stock_taken': {
        const left = (this.#stockLeft.get(change.prizeId) ?? 0) - 1;
        this.#stockLeft.set(change.prizeId, left);
        const { day } = siteDayAt(now, this.#programme.calendar);
        if (left === 0) this.soldOutOn.set(change.prizeId, day);
        break;
      }
      default:
      // What is written for others to read decides no later play.
    }
  }

  #count(prizeId: PrizeId): void {
    this.given.set(prizeId, (this.given.get(prizeId) ?? 0) + 1);
  }

  #returning(): Visitor | undefined {
    if (this.chance.next() >= returningShare) return undefined;
    return this.#remembered[Math.floor(this.chance.next() * this.#remembered.length)];
  }

  #newcomer(now: number): Visitor {
    this.#visitors += 1;
    const id: ShopperId = `s${this.#visitors}`;
    const visitor: Visitor = {
      shopper: freshShopper({ id, kind: 'anonymous', externalId: null }, now),
      lots: new Map(),
      streams: new Map(),
      progress: progressFrom([]),
    };
    this.#remembered[(this.#visitors - 1) % rememberedMax] = visitor;
    return visitor;
  }
}

function lotsOf({ lots }: Visitor): Lot[] {
  return [...lots].flatMap(([expiresAt, left]) => (left > 0 ? [{ expiresAt, left }] : []));
}
