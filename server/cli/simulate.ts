/** The verb that plays a campaign before anybody else does. */
import { limits } from '../../shared/limits.ts';
import { forecastOf, oddsOf, type CostForecast } from '../core/forecast.ts';
import { compileProgramme, type Programme } from '../core/programme.ts';
import { instantIn, moneyIn, percent } from '../core/programme-words.ts';
import { simulateRun, type SimulatedRun } from '../flow/simulate.ts';
import {
  need,
  print,
  readDocument,
  readFlags,
  UsageError,
  wholeNumber,
  type Verbs,
} from './verb.ts';

export const simulateVerbs: Verbs = {
  simulate: {
    usage: 'simulate FILE --plays N [--seed S] [--campaign ID] [--runs R]',
    does: 'plays a campaign in memory, by the real rules, and prints what it costs',
    async run(args) {
      const flags = { plays: 'value', seed: 'value', campaign: 'value', runs: 'value' } as const;
      const { words, given } = readFlags(args, 1, flags);
      const file = need(words[0], 'FILE');
      const plays = wholeNumber(need(given.plays, '--plays'), '--plays', 1);
      const runs = given.runs === undefined ? runsFor(plays) : wholeNumber(given.runs, '--runs', 2);
      const seed = given.seed ?? '1';
      const programme = compileProgramme(1, await readDocument(file));
      const campaignId = campaignOf(programme, given.campaign);
      return simulate(programme, { campaignId, plays, runs, seed });
    },
  },
};

interface Simulation {
  readonly campaignId: string;
  /** Of each run. */
  readonly plays: number;
  readonly runs: number;
  readonly seed: string;
}

/** As many as a minute or two is enough for. */
function runsFor(plays: number): number {
  const { simulationRunsMin: min, simulationRunsMax: max } = limits;
  return Math.min(max, Math.max(min, Math.floor(limits.simulatedPlaysMax / plays)));
}

function campaignOf({ document }: Programme, wanted: string | undefined): string {
  const ids = document.campaigns.map(({ id }) => id);
  if (wanted === undefined && ids.length === 1 && ids[0] !== undefined) return ids[0];
  if (wanted !== undefined && ids.includes(wanted)) return wanted;
  const there = ids.length === 0 ? 'the programme has none' : `there are ${ids.join(', ')}`;
  throw new UsageError(
    wanted === undefined
      ? `--campaign ID is missing; ${there}`
      : `no campaign "${wanted}"; ${there}`,
  );
}

/** Several runs for the forecast, then one more with the seed as it is: does it hold? */
function simulate(programme: Programme, { campaignId, plays, runs, seed }: Simulation): number {
  const played = Array.from({ length: runs }, (_, at) =>
    simulateRun(programme, { campaignId, plays, seed: `${seed} run ${at}` }),
  );
  const costs = played.map(({ cost }) => cost);
  const forecast = forecastOf(costs, oddsOf(programme, campaignId), plays);
  print(heading(programme, { campaignId, plays, runs, seed }));
  for (const line of costLines(programme, forecast)) print(line);
  for (const line of prizeLines(programme, played)) print(line);
  for (const line of refusalLines(played)) print(line);
  const replay = simulateRun(programme, { campaignId, plays, seed });
  const [low, high] = forecast.band;
  const isInside = low <= replay.cost && replay.cost <= high;
  const cost = moneyIn(replay.cost, programme.site.currency);
  return print(`run "${seed}" costs ${cost}: ${isInside ? 'inside' : 'OUTSIDE'} the band`);
}

function heading(programme: Programme, { campaignId, plays, runs }: Simulation): string {
  const { timeZone } = programme.site;
  const playable = [...programme.games.values()].find(({ campaign }) => campaign.id === campaignId);
  const [from, to] = [playable?.startsAt ?? 0, playable?.endsAt ?? 0];
  const dates = `${instantIn(from, timeZone)} to ${instantIn(to, timeZone)}`;
  return `${campaignId}: ${number(plays)} plays from ${dates}, ${runs} runs\n`;
}

function costLines({ site }: Programme, forecast: CostForecast): string[] {
  const rows: [string, number][] = [
    ['expected by odds and stock', forecast.expected],
    ['mean of the runs', forecast.mean],
    ['5th percentile', forecast.p5],
    ['50th percentile', forecast.p50],
    ['95th percentile', forecast.p95],
    ['maximum', forecast.max],
    ['0.1 % to 99.9 % band, from', forecast.band[0]],
    ['0.1 % to 99.9 % band, to', forecast.band[1]],
  ];
  const money = rows.map(([, minor]) => moneyIn(minor, site.currency));
  const width = Math.max(...money.map(({ length }) => length));
  const lines = rows.map(
    ([name], at) => `  ${name.padEnd(28)}${(money[at] ?? '').padStart(width)}`,
  );
  return ['cost', ...lines, ''];
}

/** How many of each prize, on average, and when it runs out. */
function prizeLines({ prizes }: Programme, runs: readonly SimulatedRun[]): string[] {
  const ids = [...prizes.keys()].filter((id) => runs.some(({ given }) => given.has(id)));
  const plays = runs.reduce((sum, { played }) => sum + played, 0);
  const lines = ids.map((id) => {
    const given = runs.reduce((sum, run) => sum + (run.given.get(id) ?? 0), 0);
    const stock = prizes.get(id)?.stock ?? null;
    const of = stock === null ? '' : ` of ${number(stock)}`;
    const count = `${number(Math.round(given / runs.length))}${of}`;
    return `  ${id.padEnd(28)}${count.padEnd(22)}${percent(given / plays)}${runsOut(id, runs)}`;
  });
  return ['given in a run, on average', ...lines, ''];
}

function runsOut(id: string, runs: readonly SimulatedRun[]): string {
  const days = runs.flatMap(({ soldOutOn }) => soldOutOn.get(id) ?? []).toSorted();
  const middle = days[Math.floor(days.length / 2)];
  if (middle === undefined) return '';
  const when = days[0] === days.at(-1) ? middle : `${days[0]} to ${days.at(-1)}, mostly ${middle}`;
  return `, runs out on ${when}, in ${days.length} of ${runs.length} runs`;
}

function refusalLines(runs: readonly SimulatedRun[]): string[] {
  const codes = [...new Set(runs.flatMap(({ refused }) => [...refused.keys()]))];
  if (codes.length === 0) return [];
  const lines = codes.map((code) => {
    const visits = runs.reduce((sum, { refused }) => sum + (refused.get(code) ?? 0), 0);
    return `  ${code.padEnd(28)}${number(Math.round(visits / runs.length))}`;
  });
  return ['visits without a play in a run, on average', ...lines, ''];
}

function number(value: number): string {
  return new Intl.NumberFormat('en').format(value);
}
