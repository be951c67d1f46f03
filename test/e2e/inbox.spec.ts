import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { agentNamed, createAgent, sendTo } from './support/agents.ts';
import { expect, test } from './support/test.ts';

test('a search finds words of the text and says how many; what it finds can be deleted', async ({
  restante,
}) => {
  const { page } = restante;
  const agent = await agentNamed(restante, 'My app');
  await sendTo(agent, { subject: 'Monday', text: 'the quarterly marmalade report' });
  await sendTo(agent, { subject: 'Tuesday', html: '<p>more <b>marmalade</b> for jane@example.com</p>' });
  await sendTo(agent, { subject: 'Wednesday', text: 'nothing of the kind' });
  await expect(page.getByRole('option')).toHaveCount(3);

  await page.getByRole('combobox', { name: 'Search messages' }).fill('marmal');
  await expect(page.getByRole('option')).toHaveCount(2);
  await expect(page.getByRole('search').getByRole('status')).toHaveText(/^2\b/);

  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: /Delete/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete 2 messages' }).click();
  await expect(page.getByRole('option')).toHaveCount(0);
  await page.getByRole('combobox', { name: 'Search messages' }).fill('');
  await expect(page.getByRole('option')).toHaveCount(1);
  await expect(page.getByRole('option', { name: /Wednesday/ })).toBeVisible();
});

test('the messages are asked for as soon as somebody goes to them, and once', async ({ restante }) => {
  const { page, requests } = restante;
  const agent = await agentNamed(restante, 'My app');
  await sendTo(agent, { subject: 'Monday', text: 'x' });
  const lists = () => requests.filter((address) => new URL(address).pathname === '/api/messages').length;
  await page.getByRole('link', { name: 'Error codes' }).click();
  const messages = page.getByRole('region', { name: 'Messages' });
  await expect(messages).toHaveCount(0);
  const before = lists();
  const asked = page.waitForRequest((request) => new URL(request.url()).pathname === '/api/messages');
  const atOnce = await page.getByRole('link', { name: /^My app/ }).evaluate((link: HTMLElement) => {
    const fetched: string[] = [];
    const fetchNow = window.fetch.bind(window);
    window.fetch = (input, init) => {
      fetched.push(input instanceof Request ? input.url : input.toString());
      return fetchNow(input, init);
    };
    link.click();
    window.fetch = fetchNow;
    return { fetched, isDrawn: document.querySelector('section[aria-label="Messages"]') !== null };
  });
  expect(atOnce).toEqual({ fetched: [expect.stringMatching(/^\/api\/messages\?/)], isDrawn: false });
  await asked;
  await expect(page.getByRole('option', { name: /Monday/ })).toBeVisible();
  expect(lists()).toBe(before + 1);
});

test('several messages are chosen and marked read together', async ({ restante }) => {
  const { page } = restante;
  const agent = await agentNamed(restante, 'My app');
  for (const subject of ['One', 'Two', 'Three']) {
    await sendTo(agent, { subject, text: subject });
  }
  await expect(page.getByRole('option')).toHaveCount(3);
  const agents = page.getByRole('navigation', { name: 'Mail Agents' });
  await expect(agents.getByRole('link', { name: /My app.*3 unread/ })).toBeVisible();
  await expect(page).toHaveTitle(/^\(3\)/);

  await page.getByRole('option', { name: /Three/ }).click({ modifiers: ['ControlOrMeta'] });
  await page.getByRole('option', { name: /One/ }).click({ modifiers: ['Shift'] });
  const bar = page.getByRole('toolbar', { name: 'Selected messages' });
  await expect(bar).toContainText('3 selected');
  await bar.getByRole('button', { name: 'Mark read' }).click();
  await expect(agents.getByRole('link', { name: /unread/ })).toHaveCount(0);
  await expect(page).toHaveTitle(/^Restante/);
});

test('hostile, endless and right-to-left subjects stay in their place', async ({ restante }) => {
  const { page } = restante;
  const agent = await agentNamed(restante, 'My app');
  const subjects = [
    'x'.repeat(2000),
    '<img src=x onerror=alert(1)><script>alert(1)</script>',
    'مرحبا بالعالم: رمز الدخول 123456',
    '\u202Egnp.exe\u202C and then some',
    'Z̸̡̢͓̳̜̺͙̬̪̙̳̘a̷̧̡̛̰̤̺̟͔̙͙̙̻lgo '.repeat(20),
  ];
  for (const subject of subjects) {
    await sendTo(agent, { subject, text: 'hello' });
  }
  await expect(page.getByRole('option')).toHaveCount(subjects.length);
  for (const row of await page.getByRole('option').all()) {
    await row.click();
    await expect(page.getByRole('tabpanel')).toContainText('hello');
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    const heights = await page.getByRole('option').evaluateAll((rows) => rows.map((one) => one.clientHeight));
    expect(new Set(heights).size, 'every row is as high as the others').toBe(1);
  }
});

test('a corrupt agents.json is set aside, said on screen, and the agents come back from the backup', async ({
  restante,
}) => {
  await createAgent(restante, { name: 'Kept' });
  await createAgent(restante, { name: 'And this one' });
  await restante.restart(() =>
    writeFile(join(restante.dataFolder, 'agents.json'), '{"version": 1, "agents": [{'),
  );

  const notice = restante.page.getByRole('alert').filter({ hasText: 'agents.json.corrupt-' });
  await expect(notice).toBeVisible();
  await expect(restante.page.getByRole('navigation', { name: 'Mail Agents' })).toContainText('Kept');
  expect((await readdir(restante.dataFolder)).some((name) => name.startsWith('agents.json.corrupt-'))).toBe(
    true,
  );
  await notice.getByRole('button', { name: /^Dismiss/ }).click();
  await expect(notice).toHaveCount(0);
});

test('a thousand messages at once are listed to the last, newest first', async ({ restante }) => {
  const { page } = restante;
  const agent = await agentNamed(restante, 'My app');
  for (let sent = 0; sent < 1000; sent += 50) {
    await Promise.all(
      Array.from({ length: 50 }, (_, at) => sendTo(agent, { subject: `Letter ${sent + at}`, text: 'hello' })),
    );
  }
  await expect(page.getByRole('search').getByRole('status')).toHaveText(/^1[,.]?000\b/);
  await page.getByRole('listbox', { name: 'Messages' }).focus();
  await page.keyboard.press('End');
  await expect(page.locator('[role=option][aria-posinset="1000"]')).toBeVisible();
  await page.keyboard.press('Home');
  await expect(page.locator('[role=option][aria-posinset="1"]')).toBeVisible();
  await page.reload();
  await expect(page.locator('[role=option][aria-posinset="1"]')).toBeVisible();
  await page.getByRole('listbox', { name: 'Messages' }).evaluate((list) => {
    list.scrollTop = list.scrollHeight * 0.9;
  });
  await expect(page.locator('[role=option][aria-posinset="905"]'), 'as by the scroll bar').toBeVisible();
  expect(await page.getByRole('option').count(), 'only what is in sight is in the page').toBeLessThan(60);
});
