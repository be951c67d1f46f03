import type { Agent } from '../../../shared/agent.ts';
import type { MessageDetail, MessageSummary } from '../../../shared/message.ts';
import { agentNamed, postTo } from '../support/agents.ts';
import { expect, test } from '../support/test.ts';
import type { Restante } from '../support/test.ts';
import { violations } from '../support/violations.ts';

async function send(agent: Agent, subject: string): Promise<number> {
  const to = ['jane@example.com', 'joe@example.com'].map((address) => ({ email_address: { address } }));
  const token = agent.tokens[0]?.token ?? '';
  return (await postTo(agent, token, { to, subject, textbody: 'hello' })).status;
}

async function messageWith(restante: Restante, subject: string): Promise<MessageDetail> {
  const { messages } = (await restante.api('GET', '/api/messages')) as { messages: MessageSummary[] };
  const id = messages.find((message) => message.subject === subject)?.id;
  return (await restante.api('GET', `/api/messages/${id}`)) as MessageDetail;
}

test('who is suppressed in the page is left out of mail, until removed', async ({ restante }) => {
  const { page } = restante;
  const agent = await agentNamed(restante, 'My app');
  await page.getByRole('link', { name: /My app/ }).click();
  await page.getByRole('link', { name: 'Delivery' }).click();
  await expect(page.getByText('Nobody is suppressed')).toBeVisible();
  await page.getByRole('button', { name: 'Add suppression' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('textbox', { name: 'Address' }).fill('jane');
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(form.getByText('neither an address nor a domain')).toBeVisible();
  await form.getByRole('textbox', { name: 'Address' }).fill('jane@example.com');
  await form.getByRole('textbox', { name: 'Address' }).press('Enter');
  await expect(form).toBeHidden();
  const suppressed = page.getByRole('list', { name: 'Suppressed' });
  await expect(suppressed.getByRole('listitem')).toHaveText(/jane@example\.com.*Added by hand · This agent/);
  await expect(page.getByRole('button', { name: 'Add suppression' })).toBeFocused();

  expect(await send(agent, 'One of two')).toBe(201);
  const { sending } = await messageWith(restante, 'One of two');
  expect(sending?.skipped?.map(({ address }) => address)).toEqual(['jane@example.com']);

  await page.getByRole('combobox', { name: 'Mail to jane@example.com' }).click();
  await page.getByRole('option', { name: 'Reject the mail' }).click();
  await expect(page.getByRole('combobox', { name: 'Mail to jane@example.com' })).toHaveValue(
    'Reject the mail',
  );
  await page.getByRole('searchbox', { name: 'Search the suppression list' }).fill('joe');
  await expect(page.getByText('Nothing on the list contains this.')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search the suppression list' }).fill('JANE');
  await page.getByRole('button', { name: 'Remove jane@example.com' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(suppressed).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Add suppression' })).toBeFocused();
  expect(await send(agent, 'Both')).toBe(201);
  expect((await messageWith(restante, 'Both')).sending?.skipped ?? []).toEqual([]);
});

test('rules are kept in their order, a bounce comes onto the list, tracking is switched', async ({
  restante,
}) => {
  const { page } = restante;
  const agent = await agentNamed(restante, 'My app');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.getByRole('link', { name: /My app/ }).click();
  await page.getByRole('link', { name: 'Delivery' }).click();
  for (const recipient of ['*@slow.test', 'joe@*']) {
    await page.getByRole('button', { name: 'Add rule' }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('textbox', { name: 'Mail to' }).fill(recipient);
    await form.getByRole('combobox', { name: 'Category' }).click();
    await page.getByRole('option', { name: 'User not found' }).click();
    await form.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(form).toBeHidden();
  }
  await page.getByRole('button', { name: 'Move joe@* up' }).click();
  const rules = page.getByRole('list', { name: 'Rules' }).getByRole('listitem');
  await expect(rules).toHaveText([/joe@\*Hard bounce: User not found, at once/, /slow\.test/]);
  await page.getByRole('button', { name: 'Remove the rule for *@slow.test' }).click();
  await expect(rules).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Add rule' })).toBeFocused();

  expect(await send(agent, 'Bounces')).toBe(201);
  await expect(page.getByRole('list', { name: 'Suppressed' })).toContainText('Bounced: User not found');

  const opens = page.getByRole('switch', { name: 'Track opens' });
  await opens.focus();
  await opens.press('Space');
  await expect(opens).toBeChecked();
  expect((await agentNamed(restante, 'My app')).tracking).toMatchObject({ opens: true, clicks: false });

  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page)).toEqual([]);
  }
  await page.getByRole('button', { name: 'Edit joe@example.com' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await violations(page)).toEqual([]);
});
