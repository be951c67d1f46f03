import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { ensureBuilt } from './build-stamp.ts';
import { hasDisplay } from './prepare/display.ts';
import { installElectron, installedElectron } from './prepare/electron.ts';
import { runChild } from './run-child.ts';
import { serveHeadless } from './serve-headless.ts';

/**
 * `npm start`: opens the desktop application; where that cannot be, says why in one sentence and serves the same
 * application headless. Arguments (`--data` and the like) go to either.
 */
const root = resolve(import.meta.dirname, '..');
const args = process.argv.slice(2);

/** Electron's program, or the reason why there will be no window. */
function findElectron(): { readonly program: string } | { readonly reason: string } {
  if (!hasDisplay()) {
    return { reason: 'There is no display here' };
  }
  const installed = installedElectron();
  if (installed !== undefined) {
    return { program: installed };
  }
  const { version } = createRequire(import.meta.url)('electron/package.json') as { version: string };
  process.stderr.write(`Fetching Electron ${version} ...\n`);
  const fetched = installElectron({ timeoutMs: 30 * 60_000 });
  return fetched === undefined
    ? { reason: `Electron ${version} could not be fetched` }
    : { program: fetched };
}

ensureBuilt();
const electron = findElectron();
if ('program' in electron) {
  process.exitCode = await runChild(electron.program, [root, ...args]);
} else {
  process.stderr.write(`${electron.reason}: Restante is served to your browser instead.\n`);
  process.exitCode = await serveHeadless(args);
}
