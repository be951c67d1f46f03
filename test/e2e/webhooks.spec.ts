import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { agentNamed, sendTo } from './support/agents.ts';
import { expect, test } from './support/test.ts';

test('a webhook is added, tried, told of mail as it happens, and sent again', async ({ restante }) => {
  const { page } = restante;
  const bodies: string[] = [];
  let status = 500;
  const receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      bodies.push(Buffer.concat(chunks).toString());
      response.writeHead(status).end(`answer ${bodies.length}`);
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
  try {
    const agent = await agentNamed(restante, 'My app');
    await page
      .getByRole('navigation', { name: 'Mail Agents' })
      .getByRole('link', { name: /My app/ })
      .click();
    await page.getByRole('link', { name: 'Webhooks' }).click();
    await expect(page.getByText('No webhooks yet')).toBeVisible();
    await page.getByRole('button', { name: 'Add webhook' }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('textbox', { name: 'Address' }).fill('localhost');
    await form.getByRole('button', { name: 'Add webhook' }).click();
    await expect(form.getByText('This is no address')).toBeVisible();
    await form.getByRole('textbox', { name: 'Address' }).fill(url);
    await form.getByRole('button', { name: 'Add webhook' }).click();
    await expect(form).toBeHidden();

    await page.getByRole('button', { name: 'Send test' }).click();
    await page.getByRole('menuitem', { name: 'Hard bounced' }).click();
    const sample = page.getByRole('button', { name: /Hard bounced \(sample\)/ });
    await expect(sample).toContainText('Failed 500');
    await sample.click();
    await expect(page.getByRole('region', { name: 'Attempt 1' })).toContainText('answer 1');

    status = 200;
    await page.getByRole('button', { name: 'Send again' }).click();
    await expect(sample).toContainText('Delivered 200');
    await expect(page.getByRole('region', { name: 'Attempt 2' })).toContainText('answer 2');
    expect(bodies[1]).toBe(bodies[0]);

    await sendTo(agent, { subject: 'Hello', text: 'hello' });
    await expect(page.getByRole('button', { name: /Delivered · jane@example\.com/ })).toContainText('200');

    // By key, because its drawn track lies over the input.
    await page.getByRole('switch', { name: `Send events to ${url}` }).press('Space');
    await expect(page.getByText('Paused · All events')).toBeVisible();
    await page.getByRole('button', { name: `Delete ${url}` }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete webhook' }).click();
    await expect(page.getByText('No webhooks yet')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Add webhook' })).toBeFocused();
  } finally {
    receiver.close();
    receiver.closeAllConnections();
  }
});
