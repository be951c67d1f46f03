import { agentNamed, sendTo } from './support/agents.ts';
import { expectFocusOn } from './support/focus.ts';
import { expect, test } from './support/test.ts';

test('mail is found, read, marked and deleted with the keyboard alone', async ({ restante }) => {
  const { page } = restante;
  const agent = await agentNamed(restante, 'My app');
  for (const subject of ['First letter', 'Second letter', 'Third letter']) {
    await sendTo(agent, { subject, text: `The text of the ${subject.toLowerCase()}` });
    await expect(page.getByRole('option', { name: new RegExp(subject) })).toBeVisible();
  }

  await page.getByRole('listbox', { name: 'Messages' }).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('j');
  await expect(page.getByRole('heading', { name: 'Second letter' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('heading', { name: 'First letter' })).toBeVisible();
  await page.keyboard.press('k');
  await expect(page.getByRole('heading', { name: 'Second letter' })).toBeVisible();
  await expect(
    page.getByRole('option', { name: /unread.*Second letter|Second letter.*unread/i }),
  ).toHaveCount(0);
  await page.keyboard.press('u');
  await expect(
    page.getByRole('option', { name: /unread.*Second letter|Second letter.*unread/i }),
  ).toBeVisible();
  await page.keyboard.press('8');
  await expect(page.getByRole('tabpanel')).toContainText('250 Message received');

  await page.getByRole('listbox', { name: 'Messages' }).focus();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('option', { name: /Second letter/ })).toHaveCount(0);

  await page.keyboard.press('/');
  await page.keyboard.type('third');
  await expect(page.getByRole('option')).toHaveCount(1);
  await expect(page.getByRole('search').getByRole('status')).toContainText('1');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('option')).toHaveCount(2);
});

test('an agent is made, its mail followed, tagged, noted, compared, deleted and taken back, all without a mouse', async ({
  restante,
}) => {
  const { page } = restante;
  const { keyboard } = page;
  const command = async (words: string): Promise<void> => {
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await keyboard.press('ControlOrMeta+k');
    await expectFocusOn(page.getByRole('combobox', { name: 'Command or message' }));
    await keyboard.type(words);
    await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
    await keyboard.press('Enter');
  };

  await expect(page.getByRole('heading', { name: /Send the first mail/ })).toBeVisible();
  await command('new agent');
  await expectFocusOn(page.getByRole('textbox', { name: 'Name' }));
  await keyboard.type('Shop');
  await keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const agent = await agentNamed(restante, 'Shop');
  await command('shop inbox');
  await keyboard.press('f');
  await sendTo(agent, { subject: 'First code', text: 'Your verification code is 482913.' });
  await expect(page.getByRole('heading', { name: 'First code' })).toBeVisible();
  await sendTo(agent, { subject: 'Second code', text: 'Your verification code is 117733.' });
  await expect(page.getByRole('heading', { name: 'Second code' })).toBeVisible();
  await keyboard.press('f');
  for (const [key, tab] of [
    ['2', 'Text'],
    ['4', 'Headers'],
    ['6', 'Structure'],
    ['8', 'Session'],
  ] as const) {
    await keyboard.press(key);
    await expect(page.getByRole('tab', { name: tab, selected: true })).toBeVisible();
  }

  await keyboard.press('s');
  await expect(page.getByRole('button', { name: 'Take the star' })).toBeVisible();
  await keyboard.press('t');
  await expectFocusOn(page.getByRole('dialog').getByRole('combobox'));
  await keyboard.type('Urgent');
  await keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('list', { name: 'Tags' })).toContainText('Urgent');
  await command('add note');
  await expectFocusOn(page.getByRole('textbox', { name: 'Note' }));
  await keyboard.type('Ask Ann');
  await keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('article')).toContainText('Ask Ann');

  await command('compare with');
  await expectFocusOn(page.getByRole('searchbox', { name: 'Search for the message to compare with' }));
  const first = page
    .getByRole('region', { name: 'Compare with' })
    .getByRole('button', { name: /First code/ });
  await expect(first).toBeVisible();
  await keyboard.press('ArrowDown');
  await expectFocusOn(first);
  await keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'First code' })).toBeVisible();
  await command('shop inbox');

  await page.getByRole('listbox', { name: 'Messages' }).focus();
  await keyboard.press('Home');
  await expect(page.getByRole('heading', { name: 'Second code' })).toBeVisible();
  await keyboard.press('Delete');
  await expect(page.getByRole('option')).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  await keyboard.press('z');
  await expect(page.getByRole('option')).toHaveCount(2);
});

test('the focus stays in the page when what had it is deleted or closed', async ({ restante }) => {
  const { page } = restante;
  const agent = await agentNamed(restante, 'My app');
  for (const subject of ['First letter', 'Second letter', 'Third letter']) {
    await sendTo(agent, { subject, text: 'hello' });
  }
  await expect(page.getByRole('option')).toHaveCount(3);
  const list = page.getByRole('listbox', { name: 'Messages' });
  await page.getByRole('option', { name: /Third letter/ }).click();
  await page.getByRole('toolbar', { name: 'Message' }).getByRole('button', { name: 'Delete' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Second letter' })).toBeVisible();
  await expectFocusOn(list);

  const create = page.getByRole('button', { name: 'New agent' });
  await create.press('Enter');
  await expectFocusOn(page.getByRole('textbox', { name: 'Name' }));
  await page.keyboard.press('Escape');
  await expectFocusOn(create);

  await list.press('ControlOrMeta+a');
  await list.press('Delete');
  const confirm = page.getByRole('dialog').getByRole('button', { name: 'Delete 2 messages' });
  await expectFocusOn(confirm);
  await page.keyboard.press('Escape');
  await expectFocusOn(list);
  await list.press('Delete');
  await confirm.press('Enter');
  await expect(page.getByRole('option')).toHaveCount(0);
  await expectFocusOn(page.getByRole('combobox', { name: 'Search messages' }));
});

test('the panes are resized with the keyboard, and their widths are remembered', async ({ restante }) => {
  const { page } = restante;
  const separator = page.getByRole('separator', { name: 'Width of the messages pane' });
  const width = () =>
    page.getByRole('region', { name: 'Messages' }).evaluate((pane) => Math.round(pane.clientWidth));
  const before = await width();
  await separator.press('ArrowRight');
  await separator.press('ArrowRight');
  await expect.poll(width).toBeGreaterThan(before);
  const after = await width();
  await page.reload();
  await expect.poll(width).toBe(after);
});
