import { defineConfig } from '@playwright/test';
import type { RestanteOptions } from './test/e2e/support/test.ts';

const report = process.env.RESTANTE_TEST_REPORT;
const chromium = process.env.RESTANTE_TEST_CHROMIUM;
/** Nobody looks into a trace then, and writing one takes a sixth of the time. */
const isUnattended = process.env.CI !== undefined;

/** The same scenarios run in Chromium against the headless server and in Electron. */
export default defineConfig<RestanteOptions>({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  // Every test has a server or an application of its own; two at once on a small machine.
  fullyParallel: true,
  workers: 2,
  forbidOnly: isUnattended,
  // Generous, for machines that may be busy: what passes does not wait for it.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: report === undefined ? [['list']] : [['list'], ['json', { outputFile: report }]],
  use: { trace: isUnattended ? 'off' : 'retain-on-failure', viewport: { width: 1280, height: 800 } },
  projects: [
    {
      name: 'browser',
      use: {
        platform: 'browser',
        launchOptions: {
          ...(chromium === undefined ? {} : { executablePath: chromium }),
          chromiumSandbox: process.getuid?.() !== 0,
          // The browser's own calls home would stand in the network log that the tests assert on.
          args: ['--disable-background-networking', '--disable-component-update'],
        },
      },
      testIgnore: ['desktop/**'],
    },
    { name: 'desktop', use: { platform: 'desktop' }, testIgnore: ['browser/**'] },
  ],
});
