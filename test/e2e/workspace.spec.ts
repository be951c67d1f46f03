import { readFile } from 'node:fs/promises';
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

test('a workspace file is saved, and opened by dropping it onto the window', async ({ restante }) => {
  test.skip(restante.platform === 'desktop', 'the desktop asks with a dialog of the system');
  const { page } = restante;
  const shop = await createAgent(restante, { name: 'Shop' });
  await sendTo(shop, { subject: 'In the file' });
  await page.getByRole('button', { name: 'Files' }).click();
  await page.getByRole('menuitem', { name: 'Save workspace…' }).click();
  const save = page.getByRole('dialog', { name: 'Save a workspace file' });
  await save.getByRole('checkbox', { name: /Tokens/ }).check();
  await expect(save.getByText('The file holds secrets')).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    save.getByRole('button', { name: 'Save' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^workspace-[\d-]+\.restante$/);
  const bytes = [...(await readFile(await download.path()))];
  await page.evaluate((content) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([new Uint8Array(content)], 'demo.restante'));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, bytes);
  const dialog = page.getByRole('dialog', { name: 'Open a workspace file' });
  await dialog.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(dialog.getByRole('status')).toContainText('2 agents and 1 message');
  await expect(dialog.getByText('It is called “Shop 2”', { exact: false })).toBeVisible();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('link', { name: /^Shop 2/ }).click();
  await expect(page.getByRole('option', { name: /In the file/ })).toBeVisible();
});
