import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { openInBrowser } from './in-browser.ts';
import { openOnDesktop } from './on-desktop.ts';

export interface RestanteOptions {
  /** Where the scenario runs; set by the project. */
  readonly platform: 'browser' | 'desktop';
}

/** A running Restante with its own empty data folder, and its page, open at the inbox. */
export interface Restante {
  readonly platform: 'browser' | 'desktop';
  readonly page: Page;
  readonly dataFolder: string;
  /** Every address that answered the page and the frames in it since the start, in order; what a policy blocked did not. */
  readonly requests: readonly string[];
  /** Calls the control API as the page does; answers with the JSON, or null where there is none. @throws for error answers. */
  api(method: string, path: string, body?: unknown): Promise<unknown>;
  /** Stops it in order, and starts it anew on the same data folder; `page` is the new page then. */
  restart(meanwhile?: () => Promise<void>): Promise<void>;
}

interface Opened {
  readonly page: Page;
  readonly requests: readonly string[];
  close(): Promise<void>;
}

export interface OfWorker {
  /** Chromium, begun when it is first asked for: one after the other, tests share it. */
  readonly chromium: () => Promise<Browser>;
}

export const test = base.extend<RestanteOptions & { dataFolder: string; restante: Restante }, OfWorker>({
  platform: ['browser', { option: true }],

  chromium: [
    async ({ playwright, launchOptions }, lend) => {
      let begun: Promise<Browser> | undefined;
      await lend(() => (begun ??= playwright.chromium.launch(launchOptions)));
      await (await begun)?.close();
    },
    { scope: 'worker' },
  ],

  // oxlint-disable-next-line eslint/no-empty-pattern -- Playwright reads the fixture's wishes from the pattern
  dataFolder: async ({}, lend) => {
    const folder = await mkdtemp(join(tmpdir(), 'restante-e2e-'));
    await lend(folder);
    await rm(folder, { recursive: true, force: true });
  },

  restante: async ({ platform, dataFolder, chromium, viewport }, lend, testInfo) => {
    const open = async (): Promise<Opened> =>
      platform === 'desktop'
        ? openOnDesktop(dataFolder)
        : openInBrowser(dataFolder, await chromium(), viewport);
    let opened = await open();
    await lend({
      platform,
      dataFolder,
      get page() {
        return opened.page;
      },
      get requests() {
        return opened.requests;
      },
      api: (method, path, body) => callApi(opened.page, method, path, body),
      restart: async (meanwhile) => {
        await opened.close();
        await meanwhile?.();
        opened = await open();
      },
    });
    if (testInfo.status !== testInfo.expectedStatus) {
      await testInfo.attach('page', { body: await opened.page.screenshot(), contentType: 'image/png' });
    }
    await opened.close();
  },
});

export { expect } from '@playwright/test';

/** From inside the page, so that it goes the page's way on the desktop too, where no port listens. */
async function callApi(page: Page, method: string, path: string, body: unknown): Promise<unknown> {
  return page.evaluate(
    async ([verb, address, json]) => {
      const response = await fetch(address, {
        method: verb,
        ...(json === undefined ? {} : { body: json, headers: { 'content-type': 'application/json' } }),
      });
      const text = await response.text();
      if (!response.ok) {
        throw new Error(`${verb} ${address}: ${response.status} ${text}`);
      }
      return text === '' ? null : (JSON.parse(text) as unknown);
    },
    [method, path, body === undefined ? undefined : JSON.stringify(body)] as const,
  );
}
