/** The real server with the bench's programme; it audits its books when it is told to stop. */
import { startApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { applyProgramme } from '../../server/flow/apply-programme.ts';
import { audit } from '../../server/flow/audit.ts';
import { benchProgramme } from '../programme.ts';
import { announce } from './announce.ts';

const app = await startApp(readConfig(process.env));
const applied = await applyProgramme(app.deps, benchProgramme);
if (!applied.ok) throw new Error(JSON.stringify(applied.refusal));
announce({ port: Number(new URL(app.url).port) });

process.on('message', async (message) => {
  if (message !== 'audit') return;
  process.send?.({ breaches: await audit(app.deps) });
});
