/** A server with the demo's programme, and a page of another origin that wears the built widget. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startApp, type App } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { applyProgramme } from '../../server/flow/apply-programme.ts';
import type { ProgrammeInput } from '../../shared/schema/programme.ts';

export interface ShopPage {
  readonly app: App;
  /** Of the page, as browsers send it. */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** `answer` writes the page at a path; `site` is set on top of what the demo's programme says. */
export async function startShopPage(
  answer: (app: App, url: string, response: ServerResponse) => void,
  site: Partial<ProgrammeInput['site']> = {},
): Promise<ShopPage> {
  const folder = await mkdtemp(join(tmpdir(), 'fairground-page-'));
  const app = await startApp(
    readConfig({ PORT: '0', FAIRGROUND_DATA: folder, LOG_LEVEL: 'silent' }),
  );
  const host = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    answer(app, request.url ?? '', response);
  });
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
  const source = JSON.parse(
    await readFile(new URL('../../demo/programme.json', import.meta.url), 'utf8'),
  );
  Object.assign(source.site, { origins: [origin], ...site });
  const applied = await applyProgramme(app.deps, source);
  if (!applied.ok) throw new Error(`not a valid programme: ${JSON.stringify(applied)}`);
  return {
    app,
    origin,
    async close() {
      host.closeAllConnections();
      await new Promise((resolve) => host.close(resolve));
      await app.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** The panel works on this page: it opens with its wheel, and goes away. */
export async function openAndClose(page: Page): Promise<void> {
  await page.locator('fairground-launcher button').click();
  const panel = page.locator('fairground-panel');
  await panel.getByRole('button', { name: 'Spin the wheel' }).waitFor();
  await panel.getByRole('button', { name: 'Close' }).click();
  await panel.locator('dialog[open]').waitFor({ state: 'detached' });
}
