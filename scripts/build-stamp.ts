import { spawnSync } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

/** What a build is made from. */
const sources = [
  'electron/**',
  'shared/**',
  'renderer/**',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
];

/** The last files that a whole build writes: preload, then the page. */
const lastOutputs = ['dist/headless.js', 'dist/preload.cjs', 'dist/page/index.html'];

/** Whether dist/ is whole and no source is newer than it. */
export function isBuilt(): boolean {
  const outputs = lastOutputs.map((file) => join(root, file));
  if (!outputs.every((file) => existsSync(file))) {
    return false;
  }
  const builtAt = Math.min(...outputs.map((file) => statSync(file).mtimeMs));
  return globSync(sources, { cwd: root }).every((file) => statSync(join(root, file)).mtimeMs <= builtAt);
}

/** Builds when something changed since the last build. @throws when the build fails. */
export function ensureBuilt(): void {
  if (isBuilt()) {
    return;
  }
  process.stderr.write('Building Restante ...\n');
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const build = spawnSync(process.execPath, [vite, 'build', '--app', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (build.status !== 0) {
    throw new Error('The build failed.');
  }
}
