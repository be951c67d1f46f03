import { shownMail } from './support/mail-frames.ts';
import { expect, test } from './support/test.ts';

test('from the first run to reading the sample in every view, without a reload', async ({ restante }) => {
  const { page } = restante;
  await page.evaluate(() => {
    document.body.dataset.loadedOnce = 'yes';
  });
  await page.getByRole('button', { name: 'Send a sample' }).click();

  const row = page.getByRole('option', { name: /is your sign-in code/ });
  await row.click();
  const message = page.getByRole('main');
  await expect(message.getByRole('heading', { name: /is your sign-in code/ })).toBeVisible();
  await expect(page).toHaveTitle(/Restante/);

  const mail = shownMail(page);
  await expect(mail.getByRole('heading', { name: 'Your sign-in code' })).toBeVisible();
  const picture = mail.locator('img').first();
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth), 'the cid: image is shown')
    .toBeGreaterThan(0);

  await page.getByRole('tab', { name: 'Text' }).click();
  await expect(page.getByRole('tabpanel')).toContainText('your sign-in code is');
  await page.getByRole('tab', { name: 'Source' }).click();
  await expect(page.getByRole('tabpanel')).toContainText('<!doctype html>', { ignoreCase: true });
  await page.getByRole('tab', { name: 'Headers' }).click();
  await expect(page.getByRole('tabpanel')).toContainText('multipart/');
  await page.getByRole('tab', { name: 'Raw' }).click();
  await expect(page.getByRole('tabpanel')).toContainText('MIME-Version: 1.0');
  await page.getByRole('tab', { name: 'Attachments' }).click();
  await expect(page.getByRole('tabpanel')).toContainText('image/');
  await page.getByRole('tab', { name: 'Session' }).click();
  await expect(page.getByRole('tabpanel')).toContainText('250 Message received');
  await expect(page.getByRole('tabpanel')).toContainText('MAIL FROM:');

  expect(await page.evaluate(() => document.body.dataset.loadedOnce)).toBe('yes');
});

test('what was held and how it was read survives a restart', async ({ restante }) => {
  await restante.page.getByRole('button', { name: 'Send a sample' }).click();
  await restante.page.getByRole('option', { name: /is your sign-in code/ }).click();
  await expect(restante.page.getByRole('option', { name: /unread/i })).toHaveCount(0);
  // The page shows it at once, and tells the server then.
  await expect
    .poll(async () => ((await restante.api('GET', '/api/messages?q=is:unread')) as { total: number }).total)
    .toBe(0);
  await restante.restart();
  const row = restante.page.getByRole('option', { name: /is your sign-in code/ });
  await expect(row).toBeVisible();
  await expect(restante.page.getByRole('option', { name: /unread/i })).toHaveCount(0);
});
