/**
 * `npm run dev`: the server, started again after every change of a source, and the pages built
 * again first when a change concerns them. Beside it the design page, which redraws by itself.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const sources = ['shared', 'server', 'widget', 'admin', 'demo'];
// An editor writes a file in several steps.
const settleMs = 100;

/** @type {import('node:child_process').ChildProcess | undefined} */
let server;
/** @type {NodeJS.Timeout | undefined} */
let timer;

for (const folder of sources.filter((name) => existsSync(join(root, name)))) {
  watch(join(root, folder), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(restart, settleMs);
  });
}
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    design.kill('SIGTERM');
    stopServer(() => process.exit());
  });
}
startServer();
const design = spawn(process.execPath, [join(root, 'scripts/design.mjs')], { stdio: 'inherit' });

function restart() {
  stopServer(() => {
    // The setup script knows what is stale. A failed build says so and leaves the last pages in
    // place.
    spawnSync(process.execPath, [join(root, 'scripts/setup.mjs')], { stdio: 'inherit' });
    startServer();
  });
}

function startServer() {
  server = spawn(process.execPath, [join(root, 'server/main.ts'), ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  });
}

/** @param {() => void} next */
function stopServer(next) {
  const running = server;
  server = undefined;
  const isRunning = running?.exitCode === null && running.signalCode === null;
  if (running === undefined || !isRunning) return next();
  running.once('exit', next);
  running.kill('SIGTERM');
}
