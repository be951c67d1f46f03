import { AxeBuilder } from '@axe-core/playwright';
import { agentNamed, sendTo } from '../support/agents.ts';
import { shownMail } from '../support/mail-frames.ts';
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

test('who is to bounce after a delay is processed and not yet delivered', async ({ restante }) => {
  const { page } = restante;
  const agent = await agentNamed(restante, 'My app');
  await restante.api('PUT', `/api/agents/${agent.id}/outcome-rules`, {
    rules: [{ recipient: '*', kind: 'softbounce', category: 'Mailbox full', delaySeconds: 3600 }],
  });
  await sendTo(agent, { subject: 'Your order', text: 'Thank you' });
  await page.getByRole('option', { name: /Your order/ }).click();
  await page.getByRole('tab', { name: 'Delivery' }).click();
  const delivery = page.getByRole('tabpanel');
  await expect(delivery).toContainText('Processed');
  await expect(delivery).toContainText('Soft bounce: Mailbox full');
  await expect(delivery).toContainText('still to come, by a rule');
  await expect(delivery).not.toContainText('Delivered');
  const { violations } = await new AxeBuilder({ page }).include('[role=tabpanel]').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test('the preview counts as an open where the switch asks for it, and the message says so', async ({
  restante,
}) => {
  const { page } = restante;
  const agent = await agentNamed(restante, 'My app');
  await restante.api('PATCH', `/api/agents/${agent.id}`, { tracking: { opens: true, clicks: true } });
  const html = '<p>Your order: <a href="https://example.com/order">see it</a></p>';
  await sendTo(agent, { subject: 'Your order', html });
  await page.getByRole('option', { name: /Your order/ }).click();
  const link = shownMail(page).getByRole('link', { name: 'see it' });
  await expect(link).toHaveAttribute('href', 'https://example.com/order');
  await page.getByRole('tab', { name: 'Delivery' }).click();
  const delivery = page.getByRole('tabpanel');
  await expect(delivery).toContainText('Opens and clicks are tracked. Looking at it in the preview');
  await expect(delivery).not.toContainText('Opened');

  await delivery.getByRole('link', { name: /Delivery page/ }).click();
  const preview = page.getByRole('switch', { name: 'Count the preview' });
  await expect(preview).not.toBeChecked();
  // By key, because its drawn track lies over the input.
  await preview.press('Space');
  await expect(preview).toBeChecked();

  await page.goBack();
  await expect(delivery).toContainText('What is done in the preview counts as well');
  await page.getByRole('tab', { name: 'Preview' }).click();
  await expect(link).toHaveAttribute('href', /\/track\/click\//);
  await page.getByRole('tab', { name: 'Delivery' }).click();
  await expect(delivery.getByText('Opened')).toHaveCount(1);
  await expect(delivery).toContainText('in the preview');
});
