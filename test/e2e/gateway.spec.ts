import { agentNamed, createAgent } from './support/agents.ts';
import { expect, test } from './support/test.ts';

interface GatewayPorts {
  readonly channels: Readonly<Record<'smtp' | 'api', { readonly port: number }>>;
}

test('an application finds its agent through the gateway, and a stranger’s attempt is explained', async ({
  restante,
}) => {
  const { page } = restante;
  await createAgent(restante, { name: 'Blog', domains: ['blog.test'] });
  await page.getByRole('navigation', { name: 'Mail Agents' }).getByRole('link', { name: /Blog/ }).click();
  await page.getByRole('link', { name: 'Connect' }).click();
  await page.getByRole('tab', { name: 'The gateway' }).click();
  await expect(page.getByText('Nothing since Restante was started.')).toBeVisible();
  const { channels } = (await restante.api('GET', '/api/gateway')) as GatewayPorts;
  await expect(page.getByText(`http://localhost:${channels.api.port}/`, { exact: true })).toBeVisible();

  const blog = await agentNamed(restante, 'Blog');
  const url = `http://127.0.0.1:${channels.api.port}/v1.1/email`;
  const body = JSON.stringify({
    from: { address: 'a@else.test' },
    to: [{ email_address: { address: 'b@client.test' } }],
    subject: 'Through the gateway',
    textbody: 'Hi',
  });
  const refused = await fetch(url, { method: 'POST', body });
  expect(refused.status).toBe(401);
  await expect(page.getByText(/No Mail Agent has the domain else.test/)).toBeVisible();
  const Authorization = `Zoho-enczapikey ${blog.tokens[0]?.token ?? ''}`;
  expect((await fetch(url, { method: 'POST', headers: { Authorization }, body })).status).toBe(201);
  await page.getByRole('link', { name: 'Inbox' }).click();
  await expect(page.getByRole('option', { name: /Through the gateway/ })).toBeVisible();
});

test('the gateway is switched off and on where its settings are', async ({ restante }) => {
  const { page } = restante;
  await page
    .getByRole('navigation', { name: 'Mail Agents' })
    .getByRole('link', { name: /My app/ })
    .click();
  await page.getByRole('link', { name: 'Connect' }).click();
  await page.getByRole('tab', { name: 'The gateway' }).click();
  await page.getByRole('switch', { name: 'The gateway is on' }).press('Space');
  await expect(page.getByText('The gateway is switched off')).toBeVisible();
  await page.getByRole('switch', { name: 'The gateway is on' }).press('Space');
  await expect(page.getByText('The gateway is switched off')).toBeHidden();
});
