import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '../support/test.ts';

test('who bounced for good is left out of the next mail', async ({ restante }) => {
  const { page } = restante;
  await page.getByRole('button', { name: 'Send a sample' }).click();
  await page.getByRole('option', { name: /is your sign-in code/ }).click();
  await page.getByRole('tab', { name: 'Delivery' }).click();
  const delivery = page.getByRole('tabpanel');
  await expect(delivery).toContainText('Delivered');

  await delivery
    .getByRole('button', { name: /^Play an outcome to/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name: 'User not found' }).click();
  await expect(delivery).toContainText('Hard bounce: User not found');
  const { violations } = await new AxeBuilder({ page }).include('[role=tabpanel]').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  await page.getByRole('button', { name: 'Actions for My app' }).click();
  await page.getByRole('menuitem', { name: 'Send a sample' }).click();
  await expect(page.getByRole('option', { name: /is your sign-in code/ })).toHaveCount(2);
  await page
    .getByRole('option', { name: /is your sign-in code/ })
    .first()
    .click();
  await expect(delivery).toContainText('Left out');
  await expect(delivery).toContainText('Suppressed: User not found');
});
