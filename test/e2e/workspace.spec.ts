import { agentNamed, agentsOf, createAgent, sendTo } from './support/agents.ts';
import { expect, test } from './support/test.ts';

test('messages are replayed into another agent, and the corner says how far it is', async ({ restante }) => {
  const { page } = restante;
  const [agent] = await agentsOf(restante);
  const target = await createAgent(restante, { name: 'Target' });
  if (agent === undefined) {
    throw new Error('There is an agent from the first run on.');
  }
  await sendTo(agent, { subject: 'First' });
  await sendTo(agent, { subject: 'Second' });
  await page.getByRole('button', { name: `Actions for ${agent.name}` }).click();
  await page.getByRole('menuitem', { name: 'Replay…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Replay 2 messages' });
  await dialog.getByRole('combobox', { name: 'Into' }).click();
  await page.getByRole('option', { name: 'Target' }).click();
  await dialog.getByRole('button', { name: 'Replay' }).click();
  const tray = page.getByRole('region', { name: 'Replays' });
  await expect(tray.getByText('Done: 2 of 2')).toBeVisible();
  await tray.getByRole('button', { name: /Dismiss/ }).click();
  await expect(tray).toBeHidden();
  const { counts } = await agentNamed(restante, 'Target');
  expect([target.counts.total, counts.total]).toEqual([0, 2]);
});
