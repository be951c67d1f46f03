import { agentNamed, sendTo } from './support/agents.ts';
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
  await page.keyboard.press('7');
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
