import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { fillMailbox } from '../../support/demo/fill-mailbox.ts';
import { demoMails } from '../../support/demo/mails.ts';
import { agentsOf, createAgent } from '../support/agents.ts';
import { expect, test } from '../support/test.ts';

/** `RESTANTE_PICTURES=1` makes the README's pictures, with the agents' usual ports; otherwise they are only looked at. */
const forReadme = process.env.RESTANTE_PICTURES === '1';

const shop = { name: 'Storefront', colour: 'orange', description: 'Orders and receipts' };
const accounts = { name: 'Accounts', colour: 'blue', domains: ['northlight.io'] };
const letter = { name: 'Newsletter', colour: 'green' };

function portsOf(place: number): object {
  const [smtp, smtps, api, apis] = [2500, 4650, 8800, 8440].map((base) => ({ port: base + place }));
  return forReadme ? { channels: { smtp, smtps, api, apis } } : {};
}

test('a demo mailbox of realistic mails looks as the README shows it', async ({ restante }, testInfo) => {
  const { page } = restante;
  const folder = forReadme ? resolve(import.meta.dirname, '../../../docs/images') : testInfo.outputDir;
  const first = (await agentsOf(restante))[0];
  await restante.api('PATCH', `/api/agents/${first?.id}`, { ...shop, ...portsOf(1) });
  await createAgent(restante, { ...accounts, ...portsOf(2) });
  await createAgent(restante, { ...letter, ...portsOf(3) });
  await fillMailbox(await agentsOf(restante));
  await expect(page.getByRole('option')).toHaveCount(demoMails.length);

  async function picture(name: string, scheme: 'light' | 'dark'): Promise<void> {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await settle(page);
    await page.screenshot({ path: join(folder, `${name}-${scheme}.png`) });
  }

  await page.getByRole('option', { name: /see you on Saturday/ }).click();
  await expect(page.frameLocator('iframe').getByRole('heading', { name: 'Thank you, Jane' })).toBeVisible();
  await picture('inbox', 'light');
  await picture('inbox', 'dark');

  await page.getByRole('option', { name: /418 206 is your sign-in code/ }).click();
  await expect(page.frameLocator('iframe').getByText('418 206', { exact: true })).toBeVisible();
  await page.getByRole('region', { name: 'What production would have answered' }).getByRole('button').click();
  await picture('verdict', 'dark');
  await picture('verdict', 'light');

  await page.getByRole('tab', { name: 'Session' }).click();
  await expect(page.getByRole('tabpanel')).toContainText('250 Message received');
  await picture('session', 'light');

  await page
    .getByRole('navigation', { name: 'Mail Agents' })
    .getByRole('link', { name: /Accounts/ })
    .click();
  await page.getByRole('link', { name: 'Connect' }).click();
  await expect(page.getByRole('heading', { name: 'SMTP' })).toBeVisible();
  await picture('connect', 'light');
  await picture('connect', 'dark');
  await page.getByRole('link', { name: 'Activity' }).click();
  await page.getByRole('option').first().click();
  await picture('activity', 'light');
});

/** Waits until every picture and font of the page and of the mail in it is there. */
async function settle(page: Page): Promise<void> {
  for (const frame of page.frames()) {
    await frame.waitForLoadState('load');
  }
  await page.evaluate(() => document.fonts.ready);
}
