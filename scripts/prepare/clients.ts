import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { boundedRun } from './bounded-run.ts';

const folder = resolve(import.meta.dirname, '../../test/clients');

/** Whether the clients were installed since their lockfile last changed; npm writes its own record of them last. */
function areInstalled(): boolean {
  const record = join(folder, 'node_modules/.package-lock.json');
  return (
    existsSync(record) && statSync(record).mtimeMs >= statSync(join(folder, 'package-lock.json')).mtimeMs
  );
}

/**
 * Installs the clients that tests run unchanged, in a folder of their own. Where npm fails, the tests that need them
 * fail, and the others still run.
 */
export function ensureClients(): void {
  if (areInstalled()) {
    return;
  }
  process.stderr.write('Installing the clients that the tests run ...\n');
  const { ok } = boundedRun(
    'npm',
    ['ci', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund'],
    {
      timeoutMs: 300_000,
    },
  );
  if (!ok) {
    process.stderr.write('The packages of test/clients could not be installed.\n');
  }
}
