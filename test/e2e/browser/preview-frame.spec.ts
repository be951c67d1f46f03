import type { Locator } from '@playwright/test';
import { agentNamed, sendTo } from '../support/agents.ts';
import { mailFrame, shownMail } from '../support/mail-frames.ts';
import { expect, test } from '../support/test.ts';
import type { Restante } from '../support/test.ts';

async function idOf(restante: Restante, subject: string): Promise<string> {
  const { messages } = (await restante.api('GET', '/api/messages')) as {
    messages: readonly { id: string; subject: string }[];
  };
  return messages.find((message) => message.subject === subject)?.id ?? '';
}

/** The row of a mail that nobody asked for yet: another came before it, and stands ready. */
async function unaskedRow(restante: Restante, subject: string): Promise<Locator> {
  const { page } = restante;
  const agent = await agentNamed(restante, 'My app');
  await sendTo(agent, { subject: 'Ready', html: '<h1>Ready</h1>' });
  await expect(mailFrame(page)).toBeAttached();
  await sendTo(agent, { subject, html: `<h1>Mail ${subject}</h1>` });
  await expect(page.getByRole('option')).toHaveCount(2);
  return page.getByRole('option', { name: subject });
}

test('while the next message’s HTML has not come the last one is not seen, and what does not come is said', async ({
  restante,
}) => {
  const { page } = restante;
  const agent = await agentNamed(restante, 'My app');
  const held = Promise.withResolvers<void>();
  const ids = { One: '', Two: '' };
  // Before there is a frame: requests of one that is just coming can pass by.
  await page.route(/\/[\da-f-]{36}\/$/, async (route) => {
    const request = route.request();
    const id = new URL(request.url()).pathname.split('/').at(-2);
    if (id === ids.One && request.resourceType() === 'fetch') {
      await route.abort();
      return;
    }
    if (id === ids.Two) {
      await held.promise;
    }
    await route.continue();
  });
  for (const name of ['One', 'Two', 'Three', 'Four']) {
    await sendTo(agent, { subject: name, html: `<h1>Mail ${name}</h1>` });
  }
  ids.One = await idOf(restante, 'One');
  ids.Two = await idOf(restante, 'Two');
  const heading = shownMail(page).getByRole('heading');
  await page.getByRole('option', { name: 'Four' }).click();
  await expect(heading).toHaveText('Mail Four');

  await page.getByRole('option', { name: 'Two' }).click();
  await expect(page.getByRole('article', { name: 'Two' })).toBeVisible();
  await expect(mailFrame(page)).toHaveAttribute('aria-busy', 'true');
  await expect(mailFrame(page)).toHaveCSS('opacity', '0.001');
  await expect(mailFrame(page)).toHaveCSS('pointer-events', 'none');
  held.resolve();
  await expect(heading).toHaveText('Mail Two');
  await expect(mailFrame(page)).toHaveCSS('opacity', '1');

  await page.getByRole('option', { name: 'One' }).click();
  await expect(mailFrame(page), 'the browser asks itself').toHaveAttribute(
    'src',
    new RegExp(`/${ids.One}/$`),
  );
  await expect(mailFrame(page).contentFrame().getByRole('heading')).toHaveText('Mail One');
  await page.keyboard.press('k');
  await expect(heading).toHaveText('Mail Two');
});

test('what is fetched ahead while many messages change is asked for again', async ({ restante }) => {
  const { page } = restante;
  const agent = await agentNamed(restante, 'My app');
  // So many that each change is not told by itself.
  for (const name of [...Array.from({ length: 10 }, (_, n) => `Mail ${n}`), 'One', 'Two']) {
    await sendTo(agent, { subject: name, html: `<h1>Mail ${name}</h1>` });
  }
  await expect(page.getByRole('option', { name: 'Two' })).toBeVisible();
  const one = await idOf(restante, 'One');
  const changed = Promise.withResolvers<void>();
  let asked = 0;
  await page.route(`**/api/messages/${one}`, async (route) => {
    asked += 1;
    if (asked === 1) {
      await changed.promise;
    }
    // The first may be given up by then.
    await route.continue().catch(() => undefined);
  });
  const ahead = page.waitForRequest((request) => new URL(request.url()).pathname.endsWith(`/${one}/`));
  await page.getByRole('option', { name: 'Two' }).click();
  await expect.poll(() => asked).toBe(1);
  await restante.api('PATCH', '/api/messages', { agent: agent.id, starred: true });
  await expect.poll(() => asked).toBe(2);
  changed.resolve();
  await ahead;
});

test('what changes while a message is asked for is shown with it', async ({ restante }) => {
  const { page } = restante;
  const row = await unaskedRow(restante, 'One');
  const path = `/api/messages/${await idOf(restante, 'One')}`;
  const answered = Promise.withResolvers<void>();
  const changed = Promise.withResolvers<void>();
  await page.route(`**${path}`, async (route) => {
    if (route.request().method() !== 'GET') {
      await route.continue();
      return;
    }
    const response = await route.fetch();
    answered.resolve();
    await changed.promise;
    await route.fulfill({ response });
  });
  await row.click();
  await answered.promise;
  await restante.api('PATCH', path, { starred: true });
  await expect(row).toContainText('Starred');
  await expect(row).not.toContainText('Unread');
  changed.resolve();
  const article = page.getByRole('article', { name: 'One' });
  await expect(article.getByRole('button', { name: 'Mark as unread' })).toBeVisible();
  await expect(article.getByRole('button', { name: 'Take the star' })).toBeVisible();
});

test('what keeps the frame busy does not keep the page waiting', async ({ restante }) => {
  const { page } = restante;
  await sendTo(await agentNamed(restante, 'My app'), { subject: 'One', html: '<h1>Mail One</h1>' });
  await page.getByRole('option', { name: 'One' }).click();
  await expect(shownMail(page).getByRole('heading')).toHaveText('Mail One');
  const frame = page.frames().find((candidate) => candidate.url().endsWith('/frame'));
  const ticks = page.evaluate(async () => {
    const times: number[] = [];
    const timer = setInterval(() => times.push(Date.now()));
    await new Promise((resolve) => {
      document.addEventListener('enough', resolve, { once: true });
    });
    clearInterval(timer);
    return times;
  });
  const busy = await frame?.evaluate(() => {
    const from = Date.now();
    while (Date.now() < from + 1500) {
      // as the layout of a mail would
    }
    return { from, to: Date.now() };
  });
  await page.evaluate(() => document.dispatchEvent(new Event('enough')));
  expect((await ticks).filter((time) => time > (busy?.from ?? 0) && time < (busy?.to ?? 0))).not.toEqual([]);
});

test('when the frame does not answer any more the browser loads the mail itself, and the next one gets a new frame', async ({
  restante,
}) => {
  const { page } = restante;
  const agent = await agentNamed(restante, 'My app');
  for (const name of ['One', 'Two', 'Three']) {
    await sendTo(agent, { subject: name, html: `<h1>Mail ${name}</h1>` });
  }
  const heading = shownMail(page).getByRole('heading');
  await page.getByRole('option', { name: 'Three' }).click();
  await expect(heading).toHaveText('Mail Three');
  // As if its process had ended.
  const frame = page.frames().find((candidate) => candidate.url().endsWith('/frame'));
  await frame?.goto('about:blank');
  await page.keyboard.press('j');
  await expect(mailFrame(page).contentFrame().getByRole('heading')).toHaveText('Mail Two');
  await page.keyboard.press('j');
  await expect(heading).toHaveText('Mail One');
});

test('a message is asked for when its row is pressed, before the click', async ({ restante }) => {
  const { page } = restante;
  const row = await unaskedRow(restante, 'One');
  const id = await idOf(restante, 'One');
  const asked = page.waitForRequest((request) => request.url().endsWith(`/api/messages/${id}`));
  await row.dispatchEvent('pointerdown', { button: 0 });
  await asked;
  await expect(page.getByRole('article')).toHaveCount(0);
});

test('a message that comes at once is opened without a word of its loading, and one that does not says so', async ({
  restante,
}) => {
  const { page } = restante;
  await unaskedRow(restante, 'Two');
  const agent = await agentNamed(restante, 'My app');
  for (const subject of ['Third', 'Second', 'One']) {
    await sendTo(agent, { subject, html: `<h1>${subject}</h1>` });
  }
  const row = page.getByRole('option', { name: 'One' });
  await expect(row).toBeVisible();
  const loading = page.getByRole('status', { name: 'Loading the message' });
  // What is waited for without end is seen.
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  const hasLoaded = page.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        new MutationObserver(() => {
          if (document.querySelector('output[aria-label="Loading the message"]') !== null) {
            resolve(true);
          } else if (document.querySelector('article[aria-label="One"]') !== null) {
            resolve(false);
          }
        }).observe(document.body, { childList: true, subtree: true, attributes: true });
      }),
  );
  await row.click();
  await expect(page.getByRole('article', { name: 'One' })).toBeVisible();
  expect(await hasLoaded).toBe(false);

  const held = Promise.withResolvers<void>();
  const idOfTwo = await idOf(restante, 'Two');
  await page.route(`**/api/messages/${idOfTwo}`, async (route) => {
    await held.promise;
    await route.continue();
  });
  await page.getByRole('option', { name: 'Two' }).click();
  await page.clock.runFor(1000);
  await expect(loading).toBeVisible();
  held.resolve();
  await expect(page.getByRole('article', { name: 'Two' })).toBeVisible();
});

test('while no message is open one stands ready out of sight, its frame loaded, and counts as closed', async ({
  restante,
}) => {
  const { page } = restante;
  const agent = await agentNamed(restante, 'My app');
  await sendTo(agent, { subject: 'One', html: '<h1>Mail One</h1><img src="https://pixel.example/o.png">' });
  const loaded = page.waitForResponse((response) => new URL(response.url()).pathname.endsWith('/frame'));
  const row = page.getByRole('option', { name: 'One' });
  await expect(row).toContainText('Unread');
  await loaded;
  await expect(mailFrame(page)).toBeHidden();
  await mailFrame(page).evaluate((frame) => frame.setAttribute('data-ready', ''));
  await expect(page.getByText('No message selected')).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(0);
  await page.keyboard.press('2');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Command' }).fill('show headers');
  await expect(page.getByRole('option', { name: 'Show headers' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(row, 'nobody opened it').toContainText('Unread');

  await row.click();
  await expect(shownMail(page).getByRole('heading')).toHaveText('Mail One');
  await expect(mailFrame(page)).toHaveAttribute('data-ready');
  await expect(row).not.toContainText('Unread');
  await page.getByRole('button', { name: 'Load for this message' }).click();
  await expect(page.getByText('Remote content was loaded for this message')).toBeVisible();

  await page.goBack();
  await expect(page.getByText('No message selected')).toBeVisible();
  await expect(mailFrame(page), 'one for the next').not.toHaveAttribute('data-ready');
  await row.click();
  await expect(page.getByText('1 remote image or style held back')).toBeVisible();
});

test('the HTML of a row that is pressed is asked for before its message is there', async ({ restante }) => {
  const { page } = restante;
  const agent = await agentNamed(restante, 'My app');
  for (const subject of ['Far', 'Fourth', 'Third', 'Second', 'First']) {
    await sendTo(agent, { subject, html: `<h1>Mail ${subject}</h1>` });
  }
  await page.getByRole('option', { name: 'First' }).click();
  await expect(shownMail(page).getByRole('heading')).toHaveText('Mail First');
  const far = await idOf(restante, 'Far');
  const held = Promise.withResolvers<void>();
  await page.route(`**/api/messages/${far}`, async (route) => {
    await held.promise;
    await route.continue();
  });
  // The pointer rests nowhere.
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  const html = page.waitForRequest((request) => new URL(request.url()).pathname.endsWith(`/${far}/`));
  await page.getByRole('option', { name: 'Far' }).click();
  await html;
  held.resolve();
  await expect(page.getByRole('article', { name: 'Far' })).toBeVisible();
});
