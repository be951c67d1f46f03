import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { boundedRun } from './bounded-run.ts';
import { aptInstall } from './apt.ts';
import type { Prepared } from './prepared.ts';

const systemPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Chromium for the browser tests: Playwright's own if it is installed, else the system's, else Debian's package. */
export function prepareChromium(): Prepared {
  if (existsSync(chromium.executablePath())) {
    return describe(chromium.executablePath(), {});
  }
  const system = systemPaths.find((path) => existsSync(path)) ?? installFromDebian();
  return system === undefined
    ? { ready: false, reason: 'There is no Chromium: run `npx playwright install chromium` or install one.' }
    : describe(system, { RESTANTE_TEST_CHROMIUM: system });
}

function describe(program: string, environment: Record<string, string>): Prepared {
  const { ok, output } = boundedRun(program, ['--version'], { timeoutMs: 30_000, quiet: true });
  return ok
    ? { ready: true, what: `${output.trim()} (${program})`, environment }
    : { ready: false, reason: `${program} does not start.` };
}

function installFromDebian(): string | undefined {
  aptInstall(['chromium']);
  return systemPaths.find((path) => existsSync(path));
}
