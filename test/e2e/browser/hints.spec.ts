import { agentNamed, sendTo } from '../support/agents.ts';
import { expect, test } from '../support/test.ts';

test('what rests under the pointer says what it does, and that it was done; nothing is said of what is passed', async ({
  restante,
}) => {
  const { page } = restante;
  await sendTo(await agentNamed(restante, 'My app'), { subject: 'Sign in', text: 'Your code is 204817.' });
  await page.getByRole('option', { name: /Sign in/ }).click();
  const code = page.getByRole('button', { name: 'Copy the code 204817' });
  const hint = page.getByRole('tooltip');
  await expect(code).toBeVisible();
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);

  await page.getByRole('button', { name: 'More actions' }).hover();
  await page.clock.runFor(300);
  await code.hover();
  await page.clock.runFor(300);
  await expect(hint).toHaveCount(0);
  await page.clock.runFor(200);
  await expect(hint).toHaveText('Copy the code (c)');
  const [above, below] = [await hint.boundingBox(), await code.boundingBox()];
  expect(Math.abs((above?.y ?? 0) + (above?.height ?? 0) - (below?.y ?? 0)), 'beside it').toBeLessThan(12);
  await code.click();
  await expect(hint).toHaveText('Copied');
  await page.clock.runFor(2000);
  await expect(hint).toHaveText('Copy the code (c)');
  await page.mouse.move(0, 0);
  await page.clock.runFor(200);
  await expect(hint).toHaveCount(0);
});
