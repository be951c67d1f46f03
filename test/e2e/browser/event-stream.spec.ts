import { createAgent } from '../support/agents.ts';
import { expect, test } from '../support/test.ts';

test('what happened between the first look and the event stream is not missed', async ({ restante }) => {
  const { page } = restante;
  const { promise: mayOpen, resolve: letThrough } = Promise.withResolvers<void>();
  await page.route('**/api/events', async (route) => {
    await mayOpen;
    await route.continue();
  });
  await page.reload();
  const agents = page.getByRole('navigation', { name: 'Mail Agents' });
  await expect(agents).toContainText('My app');
  await createAgent(restante, { name: 'Meanwhile' });
  letThrough();
  await expect(agents).toContainText('Meanwhile');
});
