import type { Page } from '@playwright/test';
import { agentNamed, sendTo } from '../support/agents.ts';
import { expectFocusOn } from '../support/focus.ts';
import { expect, test } from '../support/test.ts';
import { violations } from '../support/violations.ts';

test('a search is written with the keyboard alone: suggested, mended, saved and found again', async ({
  restante,
}) => {
  const { page } = restante;
  const agent = await agentNamed(restante, 'My app');
  await sendTo(agent, { subject: 'Invoice 7', text: 'the marmalade invoice' });
  await sendTo(agent, { subject: 'Reset', text: 'Your verification code is 482913' });
  await sendTo(agent, { from: 'other@example.com', subject: 'Hello', text: 'nothing of the kind' });
  const rows = page.getByRole('listbox', { name: /^Messages/ }).getByRole('option');
  await expect(rows).toHaveCount(3);
  const box = page.getByRole('combobox', { name: 'Search messages' });
  const suggestions = page.getByRole('listbox', { name: 'Suggestions' });

  await page.getByRole('link', { name: /All agents/ }).focus();
  await page.keyboard.press('/');
  await expectFocusOn(box);
  await page.keyboard.type('ha');
  await expect(suggestions.getByRole('option', { name: /^has:/ }).first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(box).toHaveAttribute('aria-activedescendant', /./);
  await page.keyboard.press('Enter');
  await expect(box).toHaveValue(/^has:/);
  await box.fill('has:code');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('482913');

  await box.fill('form:shop');
  await expect(page.getByRole('alert')).toContainText('form');
  await expect(box).toHaveAttribute('aria-invalid', 'true');
  await page.getByRole('button', { name: 'Use from' }).press('Enter');
  await expect(box).toHaveValue(/^from:?shop$/);
  await expect(rows).toHaveCount(2);
  await box.fill('from:shop !has:code');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Invoice 7');

  await page.getByRole('button', { name: 'Save this search' }).press('Enter');
  await expectFocusOn(page.getByRole('dialog').getByRole('textbox', { name: 'Name' }));
  await page.keyboard.type('Shop mail');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await box.fill('');
  await expect(rows).toHaveCount(3);
  await page.getByRole('link', { name: /Shop mail/ }).press('Enter');
  await expect(box).toHaveValue('from:shop !has:code');
  await expect(rows).toHaveCount(1);
});

test('messages are tagged, starred and annotated, found by it, and starred ones outlive a deletion', async ({
  restante,
}) => {
  const { page } = restante;
  const agent = await agentNamed(restante, 'My app');
  for (const subject of ['First', 'Second', 'Third']) {
    await sendTo(agent, { subject, text: 'hello' });
  }
  const list = page.getByRole('listbox', { name: /^Messages/ });
  const rows = list.getByRole('option');
  await expect(rows).toHaveCount(3);
  await page.getByRole('option', { name: /Second/ }).click();
  await expect(page.getByRole('heading', { name: 'Second' })).toBeVisible();

  await list.press('s');
  await expect(page.getByRole('button', { name: 'Take the star' })).toBeVisible();
  await list.press('t');
  const tags = page.getByRole('dialog').getByRole('combobox');
  await expectFocusOn(tags);
  await page.keyboard.type('Urgent');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Save tags' }).click();
  await expect(page.getByRole('list', { name: 'Tags' })).toContainText('Urgent');
  await page.getByRole('button', { name: 'Add note' }).click();
  await page.getByRole('textbox', { name: 'Note' }).fill('Ask Ann');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('button', { name: 'Edit the note' })).toBeVisible();
  await expect(page.getByRole('article')).toContainText('Ask Ann');

  await page
    .getByRole('list', { name: 'Tags' })
    .getByRole('button', { name: /Urgent/ })
    .click();
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Second');
  const box = page.getByRole('combobox', { name: 'Search messages' });
  await box.fill('');
  await expect(rows).toHaveCount(3);
  await box.fill('is:starred note:ann');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Second');
  await box.fill('');
  await expect(rows).toHaveCount(3);

  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Delete all…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(/starred/i);
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: /^Delete/ }).click();
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Second');
});

test('a deletion that is confirmed before the starred messages are counted keeps them', async ({
  restante,
}) => {
  const { page } = restante;
  const agent = await agentNamed(restante, 'My app');
  await sendTo(agent, { subject: 'First' });
  await sendTo(agent, { subject: 'Second' });
  const rows = page.getByRole('listbox', { name: 'Messages' }).getByRole('option');
  await expect(rows).toHaveCount(2);
  await rows.filter({ hasText: 'First' }).click();
  await expect(page.getByRole('article', { name: 'First' })).toBeVisible();
  await page.getByRole('listbox', { name: 'Messages' }).press('s');
  await expect(page.getByRole('button', { name: 'Take the star' })).toBeVisible();
  await page.route('**/api/messages/count?*', () => undefined);
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Delete all…' }).click();
  await page.getByRole('button', { name: 'Delete 2 messages' }).click();
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('First');
});

for (const scheme of ['light', 'dark'] as const) {
  test(`no view of searching and tagging breaks an accessibility rule, ${scheme}`, async ({ restante }) => {
    test.slow();
    const { page } = restante;
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    const agent = await agentNamed(restante, 'My app');
    await sendTo(agent, {
      subject: 'Tagged',
      raw: 'X-Tags: Urgent, Later, a third one\r\nSubject: Tagged\r\n\r\nhello\r\n',
    });
    await page.getByRole('option', { name: /Tagged/ }).click();
    await expect(page.getByRole('list', { name: 'Tags' })).toContainText('Urgent');
    expect(await violations(page), 'a message with tags').toEqual([]);
    const box = page.getByRole('combobox', { name: 'Search messages' });
    await box.pressSequentially('is:');
    await expect(page.getByRole('listbox', { name: 'Suggestions' })).toBeVisible();
    await box.press('ArrowDown');
    expect(await violations(page), 'suggestions').toEqual([]);
    await box.fill('foo:bar is:unread');
    await expect(page.getByRole('alert')).toBeVisible();
    expect(await violations(page), 'a mistake').toEqual([]);
    await box.fill('tag:urgent');
    await page.getByRole('button', { name: 'How to search' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await violations(page), 'the help').toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.getByRole('button', { name: 'Save this search' }).click();
    await page.getByRole('dialog').getByRole('textbox').first().fill('Urgent ones');
    expect(await violations(page), 'naming a search').toEqual([]);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('link', { name: /Urgent ones/ })).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    // A button under the pointer, or with the focus, shows its tooltip, which lies outside of the landmarks.
    await box.focus();
    await page.mouse.move(0, 0);
    await expect(page.getByRole('tooltip')).toHaveCount(0);
    expect(await violations(page), 'a saved search').toEqual([]);
    await page.getByRole('button', { name: 'Edit tags' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await violations(page), 'the tags of a message').toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.getByRole('button', { name: 'Actions for My app' }).click();
    await page.getByRole('menuitem', { name: 'Tags…' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await violations(page), 'the rules of an agent').toEqual([]);
  });
}

test('a search follows what one message is tagged with elsewhere', async ({ restante }) => {
  const { page } = restante;
  const agent = await agentNamed(restante, 'My app');
  await sendTo(agent, { subject: 'First' });
  await sendTo(agent, { subject: 'Second' });
  const box = page.getByRole('combobox', { name: 'Search messages' });
  await box.fill('!tag:done');
  const found = page.getByRole('listbox', { name: 'Messages found by !tag:done' });
  await expect(found.getByRole('option')).toHaveCount(2);
  const { messages } = (await restante.api('GET', '/api/messages')) as { messages: { id: string }[] };
  const [second, first] = messages.map(({ id }) => `/api/messages/${id}`);
  await restante.api('PATCH', second ?? '', { tags: ['done'] });
  await expect(found.getByRole('option', { name: /Second/ })).toHaveCount(0);
  await restante.api('PATCH', second ?? '', { tags: [] });
  await expect(found.getByRole('option', { name: /Second/ })).toBeVisible();
  await box.fill('tag:done');
  await expect(page.getByText('No message matches')).toBeVisible();
  await restante.api('PATCH', first ?? '', { tags: ['done'] });
  await expect(page.getByRole('option', { name: /First/ })).toBeVisible();
});

test('a message that is deleted while its search is asked for again does not come back', async ({
  restante,
}) => {
  const { page } = restante;
  const agent = await agentNamed(restante, 'My app');
  await sendTo(agent, { subject: 'First' });
  await sendTo(agent, { subject: 'Second' });
  await page.getByRole('combobox', { name: 'Search messages' }).fill('from:shop');
  const found = page.getByRole('listbox', { name: 'Messages found by from:shop' });
  await expect(found.getByRole('option')).toHaveCount(2);
  const first = await found.getByRole('option', { name: /First/ }).getAttribute('data-id');
  const answered = nextAnswerHeld(page);
  await sendTo(agent, { subject: 'Third' });
  const deliver = await answered;
  await restante.api('DELETE', `/api/messages/${first}`);
  await expect(found.getByRole('option', { name: /First/ })).toHaveCount(0);
  await deliver();
  await expect(found.getByRole('option', { name: /Third/ })).toBeVisible();
  expect(await found.getByRole('option').count()).toBe(2);
});

test('mail that comes while its search is asked for again is found too', async ({ restante }) => {
  const { page } = restante;
  const agent = await agentNamed(restante, 'My app');
  await sendTo(agent, { subject: 'First' });
  await page.getByRole('combobox', { name: 'Search messages' }).fill('from:shop');
  const found = page.getByRole('listbox', { name: 'Messages found by from:shop' });
  await expect(found.getByRole('option')).toHaveCount(1);
  const answered = nextAnswerHeld(page);
  await sendTo(agent, { subject: 'Second' });
  const deliver = await answered;
  await sendTo(agent, { subject: 'Third' });
  await restante.api('GET', '/api/messages/wait?subject=Third&after=1h');
  await deliver();
  await expect(found.getByRole('option', { name: /Third/ })).toBeVisible();
});

/** Holds back the next answer to a view that is asked for again, once the server has given it. */
function nextAnswerHeld(page: Page): Promise<() => Promise<void>> {
  return new Promise((resolve) => {
    void page.route(
      ({ pathname, searchParams }) => pathname === '/api/messages' && searchParams.get('limit') === '500',
      async (route) => {
        const response = await route.fetch();
        resolve(() => route.fulfill({ response }));
      },
      { times: 1 },
    );
  });
}

test('what is typed after a rest is asked for at once, and what follows quickly once it rests', async ({
  restante,
}) => {
  const { page } = restante;
  await sendTo(await agentNamed(restante, 'My app'), { subject: 'Orders of today' });
  await expect(page.getByRole('option')).toHaveCount(1);
  const asked: (string | null)[] = [];
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (pathname === '/api/messages') {
      asked.push(searchParams.get('q'));
    }
  });
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  const box = page.getByRole('combobox', { name: 'Search messages' });
  await box.fill('orders');
  await expect.poll(() => asked).toEqual(['orders']);
  await box.fill('orders o');
  await box.fill('orders of');
  await page.clock.runFor(1000);
  await expect.poll(() => asked).toEqual(['orders', 'orders of']);
});
