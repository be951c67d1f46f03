import type { Page } from '@playwright/test';
import { agentNamed, createAgent, sendTo } from '../support/agents.ts';
import { expect, test } from '../support/test.ts';

/** From now on the page's lists are answered when the returned function says so; answers when the next one is asked for. */
async function holdLists(page: Page): Promise<{ readonly asked: Promise<unknown>; release(): void }> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/api/messages?*', async (route) => {
    await released;
    await route.continue();
  });
  return { asked: page.waitForRequest('**/api/messages?*'), release: () => release() };
}

test('a list that comes in a moment is shown whole, in the place of the page before; one that does not says that it loads', async ({
  restante,
}) => {
  const { page } = restante;
  const first = await agentNamed(restante, 'My app');
  const second = await createAgent(restante, { name: 'Second' });
  await sendTo(first, { subject: 'To the first', text: 'Hello' });
  await sendTo(second, { subject: 'To the second', text: 'Hello' });
  const row = (name: string) => page.getByRole('option', { name });
  const loading = page.getByRole('status', { name: 'Loading messages' });
  const goTo = (name: string) => page.getByRole('navigation').getByRole('link', { name }).first().click();
  await goTo('My app');
  await expect(row('To the first')).toBeVisible();
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);

  const held = await holdLists(page);
  await goTo('Second');
  await held.asked;
  await expect(page).toHaveURL(new RegExp(second.id));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('My app');
  await expect(row('To the first')).toBeVisible();
  await page.evaluate(() => {
    new MutationObserver(() => {
      if (document.querySelector('[aria-label="Loading messages"]') !== null) {
        document.documentElement.dataset['hasLoaded'] = '';
      }
    }).observe(document.body, { childList: true, subtree: true });
  });
  held.release();
  await expect(row('To the second')).toBeVisible();
  await expect(row('To the first')).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Second');
  await expect(page.locator('html[data-has-loaded]')).toHaveCount(0);

  await page.unrouteAll();
  await page.clock.runFor(100);
  const late = await holdLists(page);
  await goTo('My app');
  await late.asked;
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Second');
  await page.clock.runFor(50);
  await expect(loading).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('My app');
  late.release();
  await expect(row('To the first')).toBeVisible();
});

test('the rows in sight are drawn first, those beside them once these are painted', async ({ restante }) => {
  const { page } = restante;
  const agent = await agentNamed(restante, 'My app');
  for (let n = 0; n < 60; n += 1) {
    await sendTo(agent, { subject: `Order ${n}`, text: 'Hello' });
  }
  const rows = page.getByRole('listbox', { name: 'Messages' }).getByRole('option');
  await expect(rows.first()).toBeVisible();
  // The page's clock stands still, and with it the callbacks of its frames.
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.getByRole('link', { name: 'Error codes' }).click();
  await page.getByRole('link', { name: 'My app' }).first().click();
  await expect(rows.first()).toBeVisible();
  const room = (await page.getByRole('listbox', { name: 'Messages' }).boundingBox())?.height ?? 0;
  const inSight = Math.ceil(room / 70);
  await expect(rows).toHaveCount(inSight);
  await page.clock.runFor(100);
  await expect(rows).toHaveCount(inSight + 10);

  await page.getByRole('listbox', { name: 'Messages' }).evaluate((list) => {
    list.scrollTop = 30 * 70;
  });
  await expect(page.getByText('Order 29', { exact: true })).toBeVisible();
  await page.clock.runFor(100);
  await expect(rows).toHaveCount(inSight + 20);
});
