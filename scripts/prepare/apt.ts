import { existsSync } from 'node:fs';
import { boundedRun } from './bounded-run.ts';

/** Installs Debian packages where that is possible without asking: as root on a system with apt-get. */
export function aptInstall(packages: readonly string[]): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    return false;
  }
  boundedRun('apt-get', ['update', '-qq'], { timeoutMs: 120_000, quiet: true });
  return boundedRun(
    'env',
    [
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      'install',
      '-y',
      '-qq',
      '--no-install-recommends',
      ...packages,
    ],
    { timeoutMs: 600_000 },
  ).ok;
}
