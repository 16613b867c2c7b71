/** The triggers that a page is told of now: those whose game can be played, ready to be matched. */
import { views } from '../../shared/views.ts';
import { assertNever } from '../../shared/assert-never.ts';
import type { Trigger, TriggerRule } from '../../shared/schema/trigger.ts';
import { earlyAccessMs, type PlayableGame, type Programme } from './programme.ts';

export function triggerRules(programme: Programme, now: number): TriggerRule[] {
  const { triggers } = programme.document;
  return triggers
    .filter((each) => isLive(programme, each, now))
    .map((each) => ruleOf(programme, each));
}

function isLive(programme: Programme, { open }: Trigger, now: number): boolean {
  const games = [...programme.games.values()];
  const named = games.filter(({ game }) => String(game.id) === open);
  if (named.length === 0 && open !== 'play') return true;
  const early = earlyAccessMs(programme.document.tiers?.levels ?? []);
  const runs = ({ startsAt, endsAt }: PlayableGame): boolean =>
    startsAt - early <= now && now < endsAt;
  return (named.length > 0 ? named : games).some(runs);
}

function ruleOf(programme: Programme, { id, open, when, pages, again }: Trigger): TriggerRule {
  const from = when.kind === 'delay' ? when.seconds : when.kind === 'scroll' ? when.percent : 0;
  return {
    id,
    place: placeOf(programme, open),
    on: when.kind,
    from,
    pages: expressionOf(pages),
    restHours: restHoursOf(again),
  };
}

function placeOf({ games }: Programme, open: string): TriggerRule['place'] {
  if ([...games.keys()].some((id) => id === open)) return { view: 'play', gameId: open };
  return { view: views.find((each) => each === open) ?? 'play' };
}

function restHoursOf(again: Trigger['again']): number | null {
  switch (again.kind) {
    case 'visit':
      return 0;
    case 'hours':
      return again.hours;
    case 'days':
      return again.days * 24;
    case 'until_played':
      return null;
    default:
      return assertNever(again);
  }
}

/** As browsers write paths: beyond ASCII in percents. A slash at the end makes no difference. */
function expressionOf(patterns: readonly string[]): string {
  if (patterns.length === 0) return '';
  const sources = patterns.map((pattern) =>
    pattern
      .replaceAll(/[^\x21-\x7e]+/gu, encodeURIComponent)
      .replace(/\/$/, '')
      .split('*')
      .map((part) => part.replaceAll(/[$()+.?[\\\]^{|}]/g, String.raw`\$&`))
      .join('.*'),
  );
  return `^(?:${sources.join('|')})/?$`;
}
