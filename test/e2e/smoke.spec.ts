import { expect, test } from './support/test.ts';

test('a first run has one Mail Agent, and a sample arrives without a reload', async ({ restante }) => {
  const { page } = restante;
  await expect(page.getByText('My app').first()).toBeVisible();
  await page.evaluate(() => {
    document.body.dataset.loadedOnce = 'yes';
  });

  const { agents } = (await restante.api('GET', '/api/agents')) as { agents: { id: string }[] };
  await restante.api('POST', `/api/agents/${agents[0]?.id}/sample`);

  await expect(page.getByText('is your sign-in code').first()).toBeVisible();
  expect(await page.evaluate(() => document.body.dataset.loadedOnce)).toBe('yes');
});
