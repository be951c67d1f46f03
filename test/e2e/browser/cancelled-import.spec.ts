import { agentNamed } from '../support/agents.ts';
import { expect, test } from '../support/test.ts';

test('an import that is cancelled while its file is sent is over, and says what came in', async ({
  restante,
}) => {
  const { page } = restante;
  const mbox = `From a@b.c Thu Nov  5 20:21:48 2026\nSubject: one of many\n\n${'x'.repeat(300)}\n\n`;
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  await network.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: 400_000,
  });
  await page.getByRole('button', { name: 'Files', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Import messages…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import messages' });
  const name = `${'long'.repeat(40)}.mbox`;
  await dialog
    .locator('input[type=file]')
    .first()
    .setInputFiles([{ name, mimeType: 'application/mbox', buffer: Buffer.from(mbox.repeat(10_000)) }]);
  await dialog.getByRole('button', { name: 'Import 1 file' }).click();
  await expect(dialog.getByRole('status')).toContainText(/^[1-9][\d,]* messages/);
  const overflow = await dialog.evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(overflow, 'beside a long name').toBe(0);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  const report = dialog.getByRole('status').filter({ hasText: 'what was taken stays' });
  await expect(report).toBeVisible();
  const { counts } = await agentNamed(restante, 'My app');
  expect(counts.total).toBeGreaterThan(0);
  await expect(report).toContainText(`${counts.total.toLocaleString('en')} messages`);
});
