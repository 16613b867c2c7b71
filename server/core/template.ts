/** A ready programme made into a shop's own: its id, name and address, and its dates moved. */
import type { SiteDay } from '../../shared/ids.ts';
import type { ProgrammeDocument } from '../../shared/schema/programme.ts';
import { isMap } from './programme-diff.ts';
import { addDays, daysBetween } from './time.ts';

export interface NewSite {
  readonly id: string;
  readonly name: string;
  /** The shop's origins; none leaves those of the template. */
  readonly origins: readonly string[];
  /** The day that the first date of the template becomes; null leaves them as they are. */
  readonly startsOn: SiteDay | null;
}

/** Not checked: the schema has the last word. */
export function documentFor(template: ProgrammeDocument, site: NewSite): unknown {
  const { id, name, startsOn } = site;
  const origins = site.origins.length > 0 ? site.origins : template.site.origins;
  const first = daysIn(template).toSorted()[0];
  const moved = startsOn === null || first === undefined ? 0 : daysBetween(first, startsOn);
  return moveDays({ ...template, site: { ...template.site, id, name, origins } }, moved);
}

/** A day, or an instant that begins with one. */
const dated = /^\d{4}-\d\d-\d\d(?=$|T\d\d:\d\d)/;

function daysIn(value: unknown): SiteDay[] {
  if (typeof value === 'string') return dated.exec(value)?.slice(0, 1) ?? [];
  if (Array.isArray(value)) return value.flatMap(daysIn);
  return isMap(value) ? Object.values(value).flatMap(daysIn) : [];
}

function moveDays(value: unknown, days: number): unknown {
  if (typeof value === 'string') return value.replace(dated, (day) => addDays(day, days));
  if (Array.isArray(value)) return value.map((each) => moveDays(each, days));
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, moveDays(each, days)] as const),
  );
}
