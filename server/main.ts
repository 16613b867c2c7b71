/** `npm start`: the server, the demo shop beside it, and what a person needs to know. */
import { readFile } from 'node:fs/promises';
import { countAdmins } from './store/sql/admin.ts';
import { intOf } from './store/sql/row.ts';
import { startApp, type App } from './app.ts';
import { ConfigError, readConfig, type Config } from './config.ts';
import { newAdminLink } from './flow/admins.ts';
import { DemoMails } from './demo-mails.ts';
import { applyProgramme } from './flow/apply-programme.ts';
import { identityKeyOf, secretKeyOf } from './http/keys.ts';
import { programmeDocument, type ProgrammeDocument } from '../shared/schema/programme.ts';
import { startDemoShop, type DemoShop } from '../demo/server.ts';

const demoSiteId = 'demo';

try {
  await serve(readConfig(process.env));
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

async function serve(config: Config): Promise<void> {
  const mails = config.smtp || config.demoPort === null ? null : new DemoMails();
  const app = await startApp(config, mails);
  const { demoPort } = config;
  const shop = demoPort === null ? null : await openDemoShop(app, demoPort, mails);
  await prepareDemoSite(app, shop);
  process.stdout.write(await greeting(app, shop));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void stop(app, shop));
  }
}

async function stop(app: App, shop: DemoShop | null): Promise<void> {
  await shop?.close();
  await app.close();
  process.exit(0);
}

/** A database without any site gets one to look at, and the demo shop may always show it. */
async function prepareDemoSite({ deps }: App, shop: DemoShop | null): Promise<void> {
  const known = deps.programmes.get(demoSiteId)?.document;
  if (!known && deps.programmes.size > 0) return;
  const document = known ?? (await readDemoProgramme());
  const origins = shop ? [shop.url] : [];
  const site = { ...document.site, origins: [...new Set([...document.site.origins, ...origins])] };
  const applied = await applyProgramme(deps, { ...document, site });
  if (!applied.ok) throw new Error(`the demo programme is not valid: ${JSON.stringify(applied)}`);
}

async function readDemoProgramme(): Promise<ProgrammeDocument> {
  const file = new URL('../demo/programme.json', import.meta.url);
  return programmeDocument.parse(JSON.parse(await readFile(file, 'utf8')));
}

/** Null where sites of one's own have taken the demo's place. */
async function openDemoShop(
  { keys, url, deps }: App,
  port: number,
  mails: DemoMails | null,
): Promise<DemoShop | null> {
  const siteId = demoSiteId;
  if (deps.programmes.size > 0 && !deps.programmes.has(siteId)) return null;
  try {
    return await startDemoShop({
      host: '127.0.0.1',
      port,
      ...(mails ? { mailbox: () => mails.newest() } : {}),
      fairground: {
        apiUrl: url,
        scriptUrl: `${url}/v1/fairground.js`,
        siteId,
        secretKey: secretKeyOf(keys, siteId),
        identityKey: identityKeyOf(keys, siteId),
      },
    });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error;
    throw new ConfigError(`DEMO_PORT: the demo shop cannot listen on ${port} (${String(code)})`);
  }
}

async function greeting({ deps, url }: App, shop: DemoShop | null): Promise<string> {
  const lines = [`Fairground is ready at ${url}`];
  if (shop) lines.push(`  demo shop   ${shop.url}`);
  lines.push(`  admin page  ${url}/admin/`);
  const [rows] = await deps.store.read([countAdmins()]);
  if (rows?.[0] && intOf(rows[0], 'admins') === 0) {
    lines.push(`  first admin ${url}/admin/#link=${await newAdminLink(deps)}`);
  }
  return `${lines.join('\n')}\n`;
}
