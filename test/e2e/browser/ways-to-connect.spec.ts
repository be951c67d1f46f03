import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '../support/test.ts';

for (const scheme of ['light', 'dark'] as const) {
  test(`the ways to connect break no accessibility rule, ${scheme}`, async ({ restante }) => {
    const { page } = restante;
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page
      .getByRole('navigation', { name: 'Mail Agents' })
      .getByRole('link', { name: /My app/ })
      .click();
    await page.getByRole('link', { name: 'Connect' }).click();
    for (const way of ['Its own ports', 'The gateway', 'Without touching code']) {
      await page.getByRole('tab', { name: way }).click();
      if (way === 'Without touching code') {
        await page.getByLabel('Region').selectOption('eu');
        await expect(page.getByText(/127\.0\.0\.1 api\.zeptomail\.eu/)).toBeVisible();
        await page.getByRole('button', { name: 'Check now' }).click();
        await expect(page.getByRole('heading', { name: 'smtp.zeptomail.eu' })).toBeVisible();
      }
      const { violations } = await new AxeBuilder({ page }).exclude('[role=separator]').analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
    }
  });
}
