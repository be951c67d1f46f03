import { readFile } from 'node:fs/promises';
import { agentsOf, createAgent, sendTo } from '../support/agents.ts';
import { expect, test } from '../support/test.ts';

test('what a search finds is exported as a file', async ({ restante }) => {
  const { page } = restante;
  const [agent] = await agentsOf(restante);
  if (agent === undefined) {
    throw new Error('There is an agent from the first run on.');
  }
  await sendTo(agent, { subject: 'walnut', raw: 'Subject: walnut\r\n\r\nFrom the tree\r\n' });
  await sendTo(agent, { subject: 'hazel' });
  await page.getByRole('combobox', { name: 'Search messages' }).fill('walnut');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Export all found…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export 1 message' });
  await dialog.getByRole('radio', { name: 'mbox' }).check();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Export' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('messages.mbox');
  const file = await readFile(await download.path(), 'utf8');
  expect(file).toMatch(/^From shop@example.com .*\nSubject: walnut\r\n\r\n>From the tree\r\n\n$/);
});

test('a workspace file is saved, and opened by dropping it onto the window', async ({ restante }) => {
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
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Shop 2');
  await expect(page.getByRole('option', { name: /In the file/ })).toBeVisible();
});
