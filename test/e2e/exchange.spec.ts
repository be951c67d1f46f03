import { agentsOf, createAgent } from './support/agents.ts';
import { expect, test } from './support/test.ts';

const mbox = [
  'From jane@example.com Thu Nov  5 20:21:48 2026',
  'From: Jane <jane@example.com>',
  'To: shop@example.com',
  'Subject: First of the mbox',
  '',
  '>From here on',
  '',
  'From jane@example.com Thu Nov  5 21:21:48 2026',
  'From: Jane <jane@example.com>',
  'Subject: Second of the mbox',
  '',
  'x',
  '',
  '',
].join('\n');

test('files are imported into an agent, and the report says what was no mail', async ({ restante }) => {
  const { page } = restante;
  const [agent] = await agentsOf(restante);
  await page.getByRole('button', { name: `Actions for ${agent?.name}` }).click();
  await page.getByRole('menuitem', { name: 'Import…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import messages' });
  await dialog
    .locator('input[type=file]')
    .first()
    .setInputFiles([
      { name: 'old.mbox', mimeType: 'application/mbox', buffer: Buffer.from(mbox) },
      {
        name: 'one.eml',
        mimeType: 'message/rfc822',
        buffer: Buffer.from('Subject: A single one\r\n\r\nx\r\n'),
      },
      { name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from('\x89PNG\r\n') },
    ]);
  await expect(dialog.getByText('photo.png')).toBeVisible();
  await dialog.getByRole('button', { name: 'Import 3 files' }).click();
  await expect(dialog.getByRole('status')).toContainText('3 messages');
  await expect(dialog.getByText('photo.png is no mail', { exact: false })).toBeVisible();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('option', { name: /First of the mbox/ }).click();
  await expect(page.getByRole('heading', { name: 'First of the mbox' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Message' }).getByText('Imported from a file')).toBeVisible();
});

test('an import says when the agent keeps fewer messages than came', async ({ restante }) => {
  const { page } = restante;
  const agent = await createAgent(restante, { name: 'Small', retention: { maxCount: 1 } });
  await page.getByRole('button', { name: `Actions for ${agent.name}` }).click();
  await page.getByRole('menuitem', { name: 'Import…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import messages' });
  await dialog
    .locator('input[type=file]')
    .first()
    .setInputFiles([{ name: 'old.mbox', mimeType: 'application/mbox', buffer: Buffer.from(mbox) }]);
  await dialog.getByRole('button', { name: 'Import 1 file' }).click();
  await expect(dialog.getByRole('status')).toContainText(
    '2 messages came into Small. It keeps the newest 1, so',
  );
});

test('files that are dropped onto the window go where the overlay says', async ({ restante }) => {
  const { page } = restante;
  const shop = await createAgent(restante, { name: 'Shop' });
  await page.getByRole('link', { name: /^Shop/ }).click();
  const drag = (type: string) =>
    page.evaluate((name) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['Subject: Dropped\r\n\r\nx\r\n'], 'dropped.eml'));
      document.body.dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true }));
    }, type);
  await drag('dragenter');
  await expect(page.getByText('Drop to import into Shop')).toBeVisible();
  await drag('drop');
  const dialog = page.getByRole('dialog', { name: 'Import messages' });
  await dialog.getByRole('button', { name: 'Import 1 file' }).click();
  await expect(dialog.getByRole('status')).toContainText('1 message');
  const list = (await restante.api('GET', `/api/messages?agent=${shop.id}`)) as {
    messages: { subject: string }[];
  };
  expect(list.messages.map(({ subject }) => subject)).toEqual(['Dropped']);
});
