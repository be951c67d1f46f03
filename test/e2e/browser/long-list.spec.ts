import type { Page } from '@playwright/test';
import { agentsOf } from '../support/agents.ts';
import { expect, test } from '../support/test.ts';
import type { Restante } from '../support/test.ts';

const held = 5000;

test.beforeEach(async ({ restante }) => {
  test.slow();
  const [agent] = await agentsOf(restante);
  const mbox = Array.from({ length: held }, (_, n) =>
    [
      'From jane@example.com Thu Nov  5 20:21:48 2026',
      'From: Jane <jane@example.com>',
      `Subject: Letter ${n + 1}${n % 2 === 0 ? ' even' : ''}`,
      '',
      'x',
      '',
      '',
    ].join('\n'),
  ).join('');
  await restante.page.evaluate(
    async ([id, body]) => {
      await fetch(
        `/api/messages/import?${new URLSearchParams({ agent: String(id), name: 'letters.mbox' })}`,
        {
          method: 'POST',
          body,
        },
      );
    },
    [agent?.id, mbox] as const,
  );
  await expect(status(restante.page)).toHaveText(held.toLocaleString('en'));
  await restante.page.reload();
  await expect(row(restante.page, 1)).toContainText(`Letter ${held}`);
});

test('from one end to the other and back, no more rows are held than around those in sight', async ({
  restante,
}) => {
  const { page } = restante;
  const middle = held / 2;
  await walk(page, 1, held);
  expect(await page.getByRole('option').count(), 'only what is in sight is in the page').toBeLessThan(60);
  await expect(row(page, held)).toContainText('Letter 1');
  const soFar = restante.requests.length;
  await walk(page, held, middle);
  await expect(row(page, middle)).toContainText(`Letter ${held - middle + 1}`);
  const asked = pagesAsked(restante, soFar);
  expect(asked.length, 'what was left behind was dropped, and is asked for again').toBeGreaterThan(5);
  expect(Math.max(...asked.map(({ limit }) => limit)), 'and never much at a time').toBeLessThan(300);
});

test('a place far down is asked for alone, and so is the end', async ({ restante }) => {
  const { page } = restante;
  const soFar = restante.requests.length;
  await scrollTo(page, 4000);
  await expect(row(page, 4001)).toContainText('Letter 1000');
  await page.getByRole('listbox', { name: 'Messages' }).focus();
  await page.keyboard.press('End');
  await expect(page.getByRole('article', { name: 'Letter 1 even', exact: true })).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('article', { name: 'Letter 2', exact: true })).toBeVisible();
  expect(pagesAsked(restante, soFar).length).toBeLessThan(6);
  // The open message stays where keys move from, however far one looks around.
  await walk(page, held, 1);
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('article', { name: 'Letter 3 even', exact: true })).toBeVisible();
});

test('mail that comes while one reads far down moves nothing, and is counted', async ({ restante }) => {
  const { page } = restante;
  await scrollTo(page, 3000);
  const line = row(page, 3005);
  const letter = `Letter ${held - 3004}`;
  await expect(line).toContainText(letter);
  const before = await line.boundingBox();
  await importOne(restante);
  await expect(status(page)).toHaveText((held + 1).toLocaleString('en'));
  await expect(row(page, 3006)).toContainText(letter);
  expect((await row(page, 3006).boundingBox())?.y).toBe(before?.y);
  await scrollTo(page, 0);
  await expect(row(page, 1)).toContainText('The newest');
});

test('a range over rows that are not loaded is chosen whole, and deleted but for what has a star', async ({
  restante,
}) => {
  const { page } = restante;
  const { messages } = (await restante.api('GET', '/api/messages?offset=3000&limit=1')) as {
    messages: [{ id: string }];
  };
  await restante.api('PATCH', `/api/messages/${messages[0].id}`, { starred: true });
  await row(page, 2).click();
  await page.keyboard.press('Shift+End');
  await expect(page.getByText('4,999 selected')).toBeVisible();
  await page.keyboard.press('Delete');
  const dialog = page.getByRole('dialog', { name: 'Delete 4,999 messages?' });
  await expect(dialog.getByRole('checkbox', { name: /starred ones/ })).toBeChecked();
  await dialog.getByRole('button', { name: /^Delete/ }).click();
  await expect(status(page)).toHaveText('2');
  await expect(row(page, 2)).toContainText('Letter 2000');
});

test('the open message is in sight when one comes back, also to a window that was made smaller', async ({
  restante,
}) => {
  const { page } = restante;
  await row(page, 8).click();
  await page.getByRole('link', { name: 'Error codes' }).click();
  await expect(row(page, 8)).toHaveCount(0);
  await page.setViewportSize({ width: 1280, height: 480 });
  await page.goBack();
  await expect(row(page, 8)).toBeInViewport();
});

test('a search shows its hits wherever one scrolls, and how many there are', async ({ restante }) => {
  const { page } = restante;
  await scrollTo(page, 3000);
  await expect(row(page, 3001)).toBeVisible();
  await page.getByRole('combobox', { name: 'Search messages' }).fill('even');
  await expect(status(page)).toHaveText('2,500 hits');
  await expect(row(page, 1), 'from its top').toContainText('Letter 4999 even');
  const found = page.getByRole('listbox', { name: 'Messages found by even' });
  await found.evaluate((list) => {
    list.scrollTop = 2000 * 70;
  });
  await expect(row(page, 2001)).toContainText('Letter 999 even');
  await expect(row(page, 2001)).toHaveAttribute('aria-setsize', '2500');
});

function status(page: Page) {
  return page.getByRole('search').getByRole('status');
}

function row(page: Page, position: number) {
  return page.locator(`[role=option][aria-posinset="${position}"]`);
}

async function scrollTo(page: Page, position: number): Promise<void> {
  await page.getByRole('listbox', { name: 'Messages' }).evaluate((list, top) => {
    list.scrollTop = top;
  }, position * 70);
}

/** Scrolls in steps of 100 rows, each once the rows of the one before are there. */
async function walk(page: Page, from: number, to: number): Promise<void> {
  const step = from < to ? 100 : -100;
  for (let position = from; position !== to;) {
    position = step > 0 ? Math.min(to, position + step) : Math.max(to, position + step);
    await scrollTo(page, position - 1);
    await expect(row(page, position)).toBeVisible();
  }
}

/** The pages of the list that were asked for since then. */
function pagesAsked({ requests }: Restante, since: number): { offset: number; limit: number }[] {
  return requests
    .slice(since)
    .map((address) => new URL(address))
    .filter(({ pathname }) => pathname === '/api/messages')
    .map(({ searchParams }) => ({
      offset: Number(searchParams.get('offset')),
      limit: Number(searchParams.get('limit')),
    }));
}

async function importOne(restante: Restante): Promise<void> {
  const [agent] = await agentsOf(restante);
  await restante.page.evaluate(async (id) => {
    const query = new URLSearchParams({ agent: String(id), name: 'newest.eml' });
    await fetch(`/api/messages/import?${query}`, {
      method: 'POST',
      body: 'From: Jane <jane@example.com>\r\nSubject: The newest\r\n\r\nx\r\n',
    });
  }, agent?.id);
}
