/** The demo shop beside a real server, as `npm start` opens them: two hosts, so two sites. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDemoShop, type DemoShop } from '../../demo/server.ts';
import { DemoMails } from '../../server/demo-mails.ts';
import { startApp, type App } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { applyProgramme } from '../../server/flow/apply-programme.ts';
import { identityKeyOf, secretKeyOf } from '../../server/http/keys.ts';
import type { Game } from '../../shared/schema/campaign.ts';
import { programmeDocument, type ProgrammeDocument } from '../../shared/schema/programme.ts';

export interface Demo {
  readonly app: App;
  readonly shop: DemoShop;
  /** Puts another programme live, for the shop's own address. */
  readonly apply: (programme: ProgrammeDocument) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Close it in `afterAll`. */
export async function startDemo(programme = demoProgramme()): Promise<Demo> {
  const folder = mkdtempSync(join(tmpdir(), 'fairground-demo-'));
  const mails = new DemoMails();
  const app = await startApp(
    readConfig({ PORT: '0', FAIRGROUND_DATA: folder, LOG_LEVEL: 'silent' }),
    mails,
  );
  const { deps, keys, url } = app;
  const shop = await startDemoShop({
    host: '127.0.0.1',
    port: 0,
    mailbox: () => mails.newest(),
    fairground: {
      apiUrl: url,
      scriptUrl: `${url}/v1/fairground.js`,
      siteId: 'demo',
      secretKey: secretKeyOf(keys, 'demo'),
      identityKey: identityKeyOf(keys, 'demo'),
    },
  });
  const apply = async (next: ProgrammeDocument): Promise<void> => {
    const site = { ...next.site, origins: [shop.url] };
    const applied = await applyProgramme(deps, { ...next, site });
    if (!applied.ok) throw new Error(`not a valid programme: ${JSON.stringify(applied)}`);
  };
  await apply(programme);
  return {
    app,
    shop,
    apply,
    async close() {
      await shop.close();
      await app.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export function demoProgramme(): ProgrammeDocument {
  const file = new URL('../../demo/programme.json', import.meta.url);
  return programmeDocument.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** The demo's programme, whose free wheel gives this prize every time. */
export function sureProgramme(prizeId: string, playsPerDayMax: number): ProgrammeDocument {
  const programme = demoProgramme();
  const sure = (game: Game): Game => ({
    ...game,
    limits: { ...game.limits, perDay: playsPerDayMax },
    slots: game.slots.map((slot) => ({ ...slot, weight: slot.prizeId === prizeId ? 1 : 0 })),
  });
  const campaigns = programme.campaigns.map((campaign) => ({
    ...campaign,
    games: campaign.games.map((game) => (game.id === 'lucky-wheel' ? sure(game) : game)),
  }));
  return { ...programme, campaigns };
}
