import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { agentsOf } from '../support/agents.ts';
import { shownMail } from '../support/mail-frames.ts';
import { startHeadless } from '../support/headless.ts';
import { expect, test as base } from '../support/test.ts';

/** `RESTANTE_PICTURES=1` makes the README's pictures, with the agents' usual ports; otherwise they are only looked at. */
const forReadme = process.env.RESTANTE_PICTURES === '1';

/** The demo, as `--demo` makes it. */
const test = base.extend({
  dataFolder: async ({ dataFolder }, lend) => {
    const folder = join(dataFolder, 'demo');
    const making = await startHeadless(folder, '0', ['--demo']);
    await making.close();
    await lend(folder);
  },
});

test('the demo mailbox looks as the README shows it', async ({ restante }, testInfo) => {
  test.slow();
  const { page } = restante;
  const folder = forReadme ? resolve(import.meta.dirname, '../../../docs/images') : testInfo.outputDir;
  for (const [at, { id }] of forReadme ? (await agentsOf(restante)).entries() : []) {
    const [smtp, smtps, api, apis] = [2501, 4651, 8801, 8441].map((port) => ({ port: port + at }));
    await restante.api('PATCH', `/api/agents/${id}`, { channels: { smtp, smtps, api, apis } });
  }
  await expect(page.getByRole('option').first()).toBeVisible();

  async function pictures(name: string): Promise<void> {
    // No ring of a focus, and nothing under the pointer.
    await page.mouse.move(620, 5);
    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await settle(page);
      await page.screenshot({ path: join(folder, `${name}-${scheme}.png`) });
    }
  }

  const search = page.getByRole('combobox', { name: 'Search messages' });
  async function open(subject: string, words: string): Promise<void> {
    await search.fill(`subject:"${words}"`);
    await page.getByRole('option', { name: subject }).first().click();
    await expect(page.getByRole('heading', { name: subject, level: 1 })).toBeVisible();
    await search.fill('');
    await expect(page.getByRole('option').nth(4)).toBeVisible();
  }

  await open('Your order LL-20418: see you on Saturday', 'see you on Saturday');
  await expect(shownMail(page).getByRole('heading').first()).toBeVisible();
  await pictures('inbox');

  await page.getByRole('tab', { name: 'Session' }).click();
  await expect(page.getByRole('tabpanel')).toContainText('250 Message received');
  await pictures('session');

  await open('Your export is ready', 'export is ready');
  await page.getByRole('tab', { name: 'Preview' }).click();
  await page.getByRole('region', { name: 'What production would have answered' }).getByRole('button').click();
  await pictures('verdict');

  await open('आपका साइन-इन कोड: ३९४ ७२१', 'साइन-इन');
  await pictures('code');
});

/** Waits until every picture and font of the page and of the mail in it is there. */
async function settle(page: Page): Promise<void> {
  for (const frame of page.frames()) {
    await frame.waitForLoadState('load');
  }
  await page.evaluate(() => document.fonts.ready);
}
