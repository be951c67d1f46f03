import { agentNamed, createAgent, sendTo } from './support/agents.ts';
import { expectFocusOn } from './support/focus.ts';
import { expect, test } from './support/test.ts';

test('the palette does what the page can do, and opens messages and agents', async ({ restante }) => {
  const { page } = restante;
  const agent = await agentNamed(restante, 'My app');
  await createAgent(restante, { name: 'Newsletter' });
  for (const subject of ['Marmalade order', 'Password reset']) {
    await sendTo(agent, { subject, text: 'hello' });
  }
  await expect(page.getByRole('option')).toHaveCount(2);
  const palette = page.getByRole('dialog', { name: 'Command palette' });
  const box = palette.getByRole('combobox', { name: 'Command or message' });

  const openPalette = async () => {
    await page.keyboard.press('ControlOrMeta+k');
    await expectFocusOn(box);
  };

  await openPalette();
  await page.keyboard.type('marmal');
  await expect(palette.getByRole('option', { name: /Marmalade order/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(palette).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Marmalade order' })).toBeVisible();

  await openPalette();
  await page.keyboard.type('show headers');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'Headers', selected: true })).toBeVisible();

  await openPalette();
  await page.keyboard.type('newsletter switch off');
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await agentNamed(restante, 'Newsletter')).state, 'by its name')
    .toBe('stopped');

  await openPalette();
  await page.keyboard.type('newsletter connect');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Connect' })).toBeVisible();

  await openPalette();
  await page.keyboard.type('new agent');
  await page.keyboard.press('Enter');
  await expectFocusOn(page.getByRole('dialog').getByRole('textbox', { name: 'Name' }));
  await page.keyboard.press('ControlOrMeta+k');
  await expect(palette, 'no dialog over a dialog').toBeHidden();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  for (const [words, dialog] of [
    ['export all', 'Export'],
    ['import messages', 'Import'],
    ['save workspace', 'workspace'],
  ] as const) {
    await page.getByRole('link', { name: /All agents/ }).click();
    await expect(page.getByRole('option')).toHaveCount(2);
    await openPalette();
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: new RegExp(dialog) })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }

  await openPalette();
  await page.keyboard.type('zzzz');
  await expect(palette).toContainText('Nothing is called that');
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();
});

test('what is typed right after the key of the palette is in its box, and the focus comes back from it', async ({
  restante,
}) => {
  const { page } = restante;
  const create = page.getByRole('button', { name: 'New agent' });
  await create.focus();
  const box = page.getByRole('combobox', { name: 'Command or message' });
  // A key that comes next finds the focus where it is when all have heard of this one.
  await page.evaluate(() =>
    window.addEventListener('keydown', ({ key }) =>
      document.body.setAttribute(`data-after-${key}`, document.activeElement?.ariaLabel ?? ''),
    ),
  );
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.locator('body')).toHaveAttribute('data-after-k', 'Command or message');
  await page.keyboard.type('error codes');
  await expect(box).toHaveValue('error codes');
  await page.keyboard.press('Escape');
  await expectFocusOn(create);
});

test('a question mark lists the shortcuts, except while something is being typed', async ({ restante }) => {
  const { page } = restante;
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await page.getByRole('combobox', { name: 'Search messages' }).press('?');
  await expect(page.getByRole('combobox')).toHaveValue('?');
  await page.getByRole('combobox').press('Escape');
  await page.getByRole('link', { name: /All agents/ }).focus();
  await page.keyboard.press('?');
  await expect(dialog).toContainText('Take back the last deletion');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('a deletion is taken back by its button, by a key, and many at once', async ({ restante }) => {
  const { page } = restante;
  const agent = await agentNamed(restante, 'My app');
  for (const subject of ['First', 'Second', 'Third']) {
    await sendTo(agent, { subject, text: 'hello' });
  }
  const list = page.getByRole('listbox', { name: 'Messages' });
  const rows = page.getByRole('option');
  await expect(rows).toHaveCount(3);
  await page.getByRole('option', { name: /Second/ }).click();
  await list.press('Delete');
  await expect(rows).toHaveCount(2);
  await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click();
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(1), 'where it was').toContainText('Second');

  await page.getByRole('option', { name: /Third/ }).click();
  await page.getByRole('toolbar', { name: 'Message' }).getByRole('button', { name: 'Delete' }).click();
  await expect(rows).toHaveCount(2);
  await list.press('ControlOrMeta+a');
  await list.press('Delete');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete 2 messages' }).click();
  await expect(rows).toHaveCount(0);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('link', { name: /All agents/ }).focus();
  await page.keyboard.press('z');
  await expect(rows).toHaveCount(2);
  await page.keyboard.press('z');
  await expect(rows).toHaveCount(3);
});

test('following shows the newest message as it comes, until another one is picked', async ({ restante }) => {
  const { page } = restante;
  const agent = await agentNamed(restante, 'My app');
  await sendTo(agent, { subject: 'First', text: 'hello' });
  await expect(page.getByRole('option')).toHaveCount(1);
  const follow = page.getByRole('button', { name: 'Follow: always show the newest' });
  await page.getByRole('link', { name: /All agents/ }).focus();
  await page.keyboard.press('f');
  await expect(follow).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('heading', { name: 'First' })).toBeVisible();
  await sendTo(agent, { subject: 'Second', text: 'hello' });
  await expect(page.getByRole('heading', { name: 'Second' })).toBeVisible();
  await page.reload();
  await sendTo(agent, { subject: 'Third', text: 'hello' });
  await expect(page.getByRole('heading', { name: 'Third' }), 'kept over a reload').toBeVisible();

  await page.getByRole('option', { name: /First/ }).click();
  await expect(follow).toHaveAttribute('aria-pressed', 'false');
  await sendTo(agent, { subject: 'Fourth', text: 'hello' });
  await expect(page.getByRole('option', { name: /Fourth/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'First' })).toBeVisible();
});
