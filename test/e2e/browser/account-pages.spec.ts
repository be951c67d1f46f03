import { agentNamed, sendTo } from '../support/agents.ts';
import { expect, test } from '../support/test.ts';
import { violations } from '../support/violations.ts';

test('files are chosen and dropped into the cache, named by their keys, downloaded and deleted', async ({
  restante,
}) => {
  const { page } = restante;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const agent = await agentNamed(restante, 'My app');
  await page
    .getByRole('navigation', { name: 'Mail Agents' })
    .getByRole('link', { name: /My app/ })
    .click();
  await page.getByRole('link', { name: 'Files' }).click();
  await expect(page.getByText('No files yet')).toBeVisible();
  await page.locator('input[type=file]').setInputFiles([
    { name: 'Käufe.csv', mimeType: 'text/csv', buffer: Buffer.from('a;b') },
    { name: 'virus.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') },
  ]);
  const files = page.getByRole('list', { name: 'Files', exact: true }).getByRole('listitem');
  await expect(files).toHaveCount(1);
  await expect(page.getByRole('alert')).toContainText('virus.exe: ZeptoMail takes no .exe files.');
  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['<svg/>'], 'שלום logo.svg'));
    return transfer;
  });
  await page.getByText('Drop files here').dispatchEvent('drop', { dataTransfer: dropped });
  await expect(files).toHaveCount(2);
  await expect(page.getByText(/of 1\.0 GB used/)).toBeVisible();

  const [key = ''] = await files.first().locator('code').allTextContents();
  await sendTo(agent, {
    subject: 'With a file',
    raw: `X-TM-FILE-KEY: ${key}\r\nSubject: With a file\r\n\r\nSee there\r\n`,
  });
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download Käufe.csv' }).click();
  expect((await downloading).suggestedFilename()).toBe('Käufe.csv');
  await page.getByRole('button', { name: 'Delete Käufe.csv' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(files).toHaveCount(1);
  await page.getByRole('link', { name: 'Inbox' }).click();
  await page.getByRole('option', { name: /With a file/ }).click();
  await page.getByRole('tab', { name: /Attachments/ }).click();
  await expect(page.getByRole('tabpanel')).toContainText('logo.svg');
});

test('an OAuth client is registered and revoked, and an export made and downloaded', async ({ restante }) => {
  const { page } = restante;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const agent = await agentNamed(restante, 'My app');
  await sendTo(agent, { subject: 'Your order', text: 'hello' });
  await page.getByRole('link', { name: 'Management API' }).click();
  await expect(page.getByText(/grant_type=refresh_token/)).toBeVisible();
  await page.getByRole('button', { name: 'New client' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: 'Register' }).click();
  await expect(form).toContainText('A name is needed.');
  await form.getByRole('textbox', { name: 'Name' }).fill('Back office');
  await form.getByRole('textbox', { name: 'Client id' }).fill('1000.MINE');
  await form.getByRole('button', { name: 'Register' }).click();
  const clients = page.getByRole('list', { name: 'OAuth clients' });
  await expect(clients).toContainText('1000.MINE');
  await expect(page.getByText(/client_id=1000\.MINE/)).toBeVisible();

  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const exports = page.getByRole('list', { name: 'Exports' });
  await expect(exports).toContainText('Log of mails');
  const downloading = page.waitForEvent('download');
  await exports.getByRole('link', { name: /^Download mail-logs/ }).click();
  expect((await downloading).suggestedFilename()).toMatch(/^mail-logs-.*\.csv$/);
  await expect(exports).toContainText('downloaded');
  await exports.getByRole('button', { name: /^Delete mail-logs/ }).click();
  await expect(page.getByText('No exports are kept.')).toBeVisible();

  await clients.getByRole('button', { name: 'Revoke Back office' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByText('None is registered')).toBeVisible();
});

for (const scheme of ['light', 'dark'] as const) {
  test(`the pages of files and of the management API break no accessibility rule, ${scheme}`, async ({
    restante,
  }) => {
    const { page } = restante;
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await restante.api('POST', '/api/oauth-clients', {
      name: 'Back office',
      scopes: ['Zeptomail.Exports.ALL'],
    });
    await restante.api('POST', '/api/exports', { type: 'suppression-list' });
    await page.getByRole('link', { name: 'Management API' }).click();
    await expect(page.getByRole('list', { name: 'Exports' })).toContainText('Suppression list');
    await expect(page.getByRole('list', { name: 'OAuth clients' })).toContainText('Back office');
    expect(await violations(page)).toEqual([]);
    await page
      .getByRole('navigation', { name: 'Mail Agents' })
      .getByRole('link', { name: /My app/ })
      .click();
    await page.getByRole('link', { name: 'Files' }).click();
    await page.locator('input[type=file]').setInputFiles({
      name: 'a.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('a'),
    });
    await expect(page.getByRole('list', { name: 'Files', exact: true })).toContainText('a.txt');
    await expect(page.getByRole('button', { name: 'Choose files' })).toBeEnabled();
    expect(await violations(page)).toEqual([]);
  });
}
