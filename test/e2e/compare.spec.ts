import { agentNamed, sendTo } from './support/agents.ts';
import { shownMail } from './support/mail-frames.ts';
import { expectFocusOn } from './support/focus.ts';
import { expect, test } from './support/test.ts';
import { violations } from './support/violations.ts';

test('two messages are compared as they look, and what differs in text, HTML and headers is marked', async ({
  restante,
}) => {
  const { page } = restante;
  const agent = await agentNamed(restante, 'My app');
  for (const [subject, code] of [
    ['Before', '123'],
    ['After', '456'],
    ['Another', '789'],
  ] as const) {
    const text = `Dear Jane\nYour code is ${code}\nBye`;
    await sendTo(agent, { subject, text, html: `<p>Dear Jane</p>\n<h1>Code ${code}</h1>` });
    await expect(page.getByRole('option', { name: new RegExp(subject) })).toBeVisible();
  }
  await page.getByRole('option', { name: /After/ }).click();
  await page.getByRole('option', { name: /Before/ }).click({ modifiers: ['ControlOrMeta'] });
  await page
    .getByRole('toolbar', { name: 'Selected messages' })
    .getByRole('button', { name: 'Compare' })
    .press('Enter');

  const left = shownMail(page, 'The left message as HTML');
  const right = shownMail(page, 'The right message as HTML');
  await expect(left.getByRole('heading', { name: 'Code 123' })).toBeVisible();
  await expect(right.getByRole('heading', { name: 'Code 456' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Width in pixels' }).fill('300');
  await page.keyboard.press('Enter');
  for (const mail of [left, right]) {
    await expect.poll(() => mail.locator('html').evaluate(() => innerWidth), 'both at once').toBe(300);
  }

  const panel = page.getByRole('tabpanel');
  await page.getByRole('tab', { name: 'Text' }).click();
  await expect(panel).toContainText('1 line differs');
  await expect(panel.locator('del')).toHaveText('123');
  await expect(panel.locator('ins')).toHaveText('456');
  await expect(panel, 'not by colour alone').toContainText('−');
  await page.getByRole('tab', { name: 'HTML' }).click();
  await expect(panel.getByRole('region', { name: 'Differences of the HTML' })).toContainText(
    '<h1>Code 456</h1>',
  );
  await page.getByRole('tab', { name: 'Headers' }).click();
  await expect(panel.locator('ins').first()).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await page.reload();
  await expect(panel.locator('ins').first(), 'the address says what is compared').toBeVisible();
  await page.getByRole('button', { name: 'Compare with another…' }).click();
  const search = page.getByRole('searchbox', { name: 'Search for the message to compare with' });
  await expectFocusOn(search);
  await search.fill('Another');
  await expect(page.getByRole('region', { name: 'Compare with' }).getByRole('button')).toHaveCount(1);
  await search.press('ArrowDown');
  await expectFocusOn(page.getByRole('button', { name: /^Another/ }));
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: 'Text' }).click();
  await expect(panel.locator('ins')).toHaveText('789');
});
