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

test('the opening of a large workspace shows how far it is, and leaves nothing when it is cancelled', async ({
  restante,
}) => {
  test.slow();
  const { page } = restante;
  const [agent] = await agentsOf(restante);
  const entry = 'From a@b.c Thu Nov  5 20:21:48 2026\nSubject: one of many\n\nx\n\n';
  const workspace = await page.evaluate(
    async ([id, body]) => {
      await fetch(`/api/messages/import?agent=${id}&name=many.mbox`, { method: 'POST', body });
      return [...new Uint8Array(await (await fetch('/api/workspace')).arrayBuffer())];
    },
    [agent?.id, entry.repeat(2500)] as const,
  );
  await page.getByRole('button', { name: 'Files' }).click();
  await page.getByRole('menuitem', { name: 'Open workspace…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Open a workspace file' });
  await dialog.locator('input[type=file]').setInputFiles({
    name: 'large.restante',
    mimeType: 'application/zip',
    buffer: Buffer.from(workspace),
  });
  await dialog.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(dialog.getByRole('status')).toContainText('of 2,500 messages');
  await expect(dialog.getByRole('progressbar', { name: 'Opened' })).not.toHaveAttribute('aria-valuenow', '0');
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog.getByRole('status')).toHaveText(
    'Opening large.restante was cancelled. Nothing was changed.',
  );
  expect(await agentsOf(restante)).toHaveLength(1);
  await expect(dialog.getByRole('button', { name: 'Open', exact: true })).toBeEnabled();
});
