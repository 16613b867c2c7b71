/** The verbs that help to write a new site's programme: ready ones, and what one may say. */
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { siteDay } from '../../shared/schema/parts.ts';
import { programmeDocument } from '../../shared/schema/programme.ts';
import { dayAt } from '../core/time.ts';
import { documentFor } from '../core/template.ts';
import {
  need,
  note,
  plain,
  print,
  readDocument,
  readFlags,
  UsageError,
  type Verbs,
} from './verb.ts';

interface Template {
  readonly id: string;
  readonly about: string;
  /** Whether its dates are those of a feast, and stay. */
  readonly isDated?: true;
}

const templates: readonly Template[] = [
  {
    id: 'lucky-wheel',
    about: 'a lucky wheel for new visitors: one spin each, a voucher or points',
  },
  {
    id: 'tet-red-envelopes',
    about: 'Tết red envelopes to pick from, two a day around the feast',
    isDated: true,
  },
  {
    id: 'check-in-7',
    about: 'a check-in of seven days: points each day, a voucher for a whole week',
  },
  {
    id: 'points-and-tiers',
    about: 'points on every order, silver and gold, and a shop for points',
  },
  {
    id: 'refer-a-friend',
    about: 'a voucher for the shopper and for the friend, after the first order',
  },
  {
    id: 'quiz-week',
    about: 'a question a day for a week, with points and a voucher for who knows',
  },
];

export const templateVerbs: Verbs = {
  schema: {
    usage: 'schema',
    does: 'prints all that a programme may say as JSON Schema, by which editors complete it',
    run: plain(0, async () => {
      const schema = z.toJSONSchema(programmeDocument, { io: 'input' });
      const properties = { $schema: { type: 'string' }, ...schema.properties };
      return print(JSON.stringify({ ...schema, properties }, null, 2));
    }),
  },
  templates: {
    usage: 'templates',
    does: 'lists the ready programmes',
    run: plain(0, async () => {
      for (const { id, about } of templates) print(`${id.padEnd(20)} ${about}`);
      return 0;
    }),
  },
  'new-site': {
    usage: 'new-site TEMPLATE SITE [--name N] [--origin URL] [--starts DAY]',
    does: 'prints a ready programme for a site, to look at and apply',
    async run(args) {
      const flags = { name: 'value', origin: 'value', starts: 'value' } as const;
      const { words, given } = readFlags(args, 2, flags);
      const template = knownTemplate(need(words[0], 'TEMPLATE'));
      const id = need(words[1], 'SITE');
      const document = await readDocument(fileOf(template));
      const today = dayAt(Date.now(), document.site.timeZone).day;
      const startsOn = given.starts === undefined ? null : dayOf(given.starts);
      const site = documentFor(document, {
        id,
        name: given.name ?? id,
        origins: given.origin === undefined ? [] : [given.origin],
        startsOn: startsOn ?? (template.isDated ? null : today),
      });
      const text = JSON.stringify(site, null, 2);
      // What was typed is checked too: an id or an origin may not be one.
      await readDocument(`the programme for "${id}"`, async () => site);
      const { currency, timeZone } = document.site;
      note(`amounts are in ${currency} and days those of ${timeZone}; with another currency`);
      note('change every amount, cost, minimumSpend, per and label, too');
      return print(text);
    },
  },
};

function knownTemplate(id: string): Template {
  const found = templates.find((each) => each.id === id);
  if (found) return found;
  const there = templates.map((each) => each.id).join(', ');
  throw new UsageError(`no template "${id}"; there are ${there}`);
}

function fileOf({ id }: Template): string {
  return fileURLToPath(new URL(`../templates/${id}.json`, import.meta.url));
}

function dayOf(text: string): string {
  const parsed = siteDay.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new UsageError(`--starts is a day such as 2026-12-01, not "${text}"`);
}
