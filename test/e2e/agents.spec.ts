import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { agentNamed, createAgent, postTo, sendTo } from './support/agents.ts';
import { expect, test } from './support/test.ts';

test('an agent is created in the page, and two agents stay apart', async ({ restante }) => {
  const { page } = restante;
  await page.getByRole('button', { name: 'New agent' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Invoices');
  await page.getByRole('button', { name: 'Create agent' }).click();
  await expect(page.getByRole('heading', { name: 'Invoices', level: 1 })).toBeVisible();

  await sendTo(await agentNamed(restante, 'Invoices'), { subject: 'Invoice 7', text: 'due' });
  const other = await agentNamed(restante, 'My app');
  const posted = await postTo(other, other.tokens[0]?.token ?? '', { subject: 'Welcome', textbody: 'hello' });
  expect(posted.status).toBe(201);

  const agents = page.getByRole('navigation', { name: 'Mail Agents' });
  await expect(page.getByRole('option', { name: /Invoice 7/ })).toBeVisible();
  await expect(page.getByRole('option')).toHaveCount(1);
  await agents.getByRole('link', { name: /My app/ }).click();
  await expect(page.getByRole('option', { name: /Welcome/ })).toBeVisible();
  await expect(page.getByRole('option')).toHaveCount(1);
  await agents.getByRole('link', { name: /All agents/ }).click();
  await expect(page.getByRole('option')).toHaveCount(2);
});

test('a taken port is said at its agent alone, and one click takes the next free one', async ({
  restante,
}) => {
  const { page } = restante;
  const blocker = createServer().listen(0, '127.0.0.1');
  await once(blocker, 'listening');
  const { port } = blocker.address() as AddressInfo;
  await createAgent(restante, { name: 'Blocked', channels: { smtp: { port } } });

  const agents = page.getByRole('navigation', { name: 'Mail Agents' });
  await expect(agents.getByRole('link', { name: /Blocked/ })).toContainText(String(port));
  const free = await agentNamed(restante, 'My app');
  expect(free.state).toBe('listening');

  await page.getByRole('button', { name: 'Use the next free port for SMTP of Blocked' }).click();
  await expect(page.getByRole('button', { name: /Use the next free port/ })).toHaveCount(0);
  const mended = await agentNamed(restante, 'Blocked');
  expect(mended).toMatchObject({ state: 'listening' });
  expect(mended.channels.smtp.port).toBeGreaterThan(port);
  await sendTo(mended, { subject: 'Through the new port', text: 'hello' });
  await expect(page.getByRole('option', { name: /Through the new port/ })).toBeVisible();
  blocker.close();
});

test('an agent is deleted with its messages, after it was asked', async ({ restante }) => {
  const { page } = restante;
  const agent = await createAgent(restante, { name: 'Short-lived' });
  await sendTo(agent, { subject: 'Gone soon', text: 'hello' });
  await expect(page.getByRole('option', { name: /Gone soon/ })).toBeVisible();

  await page.getByRole('button', { name: 'Actions for Short-lived' }).click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  const question = page.getByRole('dialog');
  await expect(question).toContainText('1 message');
  await question.getByRole('button', { name: /Delete/ }).click();

  await expect(page.getByRole('option', { name: /Gone soon/ })).toHaveCount(0);
  await expect(page.getByRole('navigation', { name: 'Mail Agents' })).not.toContainText('Short-lived');
});
