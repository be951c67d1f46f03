import { agentNamed, sendTo } from '../support/agents.ts';
import { expect, test } from '../support/test.ts';

test('a message is printed from a sheet of its own, its headers on top, on which no script of the mail runs', async ({
  restante,
}) => {
  const { page } = restante;
  const html = `<h1>Receipt</h1><script>document.title = 'ran'</script><img src=x onerror="document.title = 'ran'">`;
  await sendTo(await agentNamed(restante, 'My app'), { subject: 'To <b>print</b>', html });
  await page.context().addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', 'yes');
  });
  await page.getByRole('option', { name: /To <b>print/ }).click();
  await expect(page.getByRole('button', { name: 'Print' })).toBeVisible();
  for (const ask of [
    () => page.getByRole('button', { name: 'Print' }).click(),
    () => page.keyboard.press('ControlOrMeta+p'),
  ]) {
    const opened = page.context().waitForEvent('page');
    await ask();
    const sheet = await opened;
    await expect(sheet.locator('html')).toHaveAttribute('data-printed', 'yes');
    await expect(sheet.getByRole('heading', { name: 'Receipt' })).toBeVisible();
    await expect(sheet.locator('body')).toContainText('From: shop@example.com');
    await expect(sheet).toHaveTitle('To <b>print</b>');
    expect(new URL(sheet.url()).origin).not.toBe(new URL(page.url()).origin);
    await sheet.close();
  }
});
