import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isSignedBy } from '../support/signed-by.ts';
import { agentNamed } from './support/agents.ts';
import { expect, test } from './support/test.ts';

interface Call {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** The part of the official SDK that this test uses. */
interface Sdk {
  readonly SendMailClient: new (
    place: { url: string; token: string },
    options: { useHttps: boolean },
  ) => { sendMailWithTemplate(mail: object): Promise<unknown> };
}

test('a mail from a template bounces, its application is told, and the next one leaves the address out', async ({
  restante,
}) => {
  const { page } = restante;
  const calls: Call[] = [];
  const receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      calls.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      response.end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  try {
    const agent = await agentNamed(restante, 'My app');
    await page
      .getByRole('navigation', { name: 'Mail Agents' })
      .getByRole('link', { name: /My app/ })
      .click();
    await page.getByRole('link', { name: 'Templates' }).click();
    await page.getByRole('button', { name: 'New template' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Welcome');
    await page.getByRole('textbox', { name: 'Alias' }).fill('welcome');
    await page.getByRole('textbox', { name: 'Subject' }).fill('Welcome, {{name}}');
    await page.getByRole('textbox', { name: 'HTML' }).fill('<p>Hello {{name}}, your plan: {{plan}}</p>');
    await page.getByRole('button', { name: 'Create template' }).click();
    await expect(page.getByRole('region', { name: 'Send it' })).toContainText('sendMailWithTemplate');

    const hook = `/api/agents/${agent.id}/webhooks`;
    await restante.api('POST', hook, {
      url: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`,
      events: ['hardbounce'],
    });
    const { key } = (await restante.api('GET', `/api/agents/${agent.id}/webhook-key`)) as { key: string };

    const { SendMailClient } = (await import('zeptomail')) as unknown as Sdk;
    const client = new SendMailClient(
      {
        url: `http://127.0.0.1:${agent.channels.api.port}/`,
        token: `Zoho-enczapikey ${agent.tokens[0]?.token ?? ''}`,
      },
      { useHttps: false },
    );
    const send = (...to: readonly string[]): Promise<unknown> =>
      client.sendMailWithTemplate({
        template_alias: 'welcome',
        from: { address: 'shop@example.com', name: 'Shop' },
        to: to.map((address) => ({ email_address: { address, name: '' } })),
        merge_info: { name: 'Zoë' },
      });
    await send('gone@example.com');

    await page.getByRole('link', { name: 'Inbox' }).click();
    await page.getByRole('option', { name: /Welcome, Zoë/ }).click();
    await expect(page.getByRole('region', { name: 'Message', exact: true })).toContainText('plan');
    await page.getByRole('tab', { name: 'Delivery' }).click();
    const delivery = page.getByRole('tabpanel');
    await delivery.getByRole('button', { name: 'Play an outcome to gone@example.com' }).click();
    await page.getByRole('menuitem', { name: 'User not found' }).click();
    await expect(delivery).toContainText('Hard bounce: User not found');

    await expect.poll(() => calls.length, 'the webhook is called').toBe(1);
    const [call] = calls;
    expect(isSignedBy(key, call?.body ?? '', call?.headers['producer-signature'])).toBe(true);
    expect(JSON.parse(call?.body ?? '')).toMatchObject({
      event_name: ['hardbounce'],
      event_message: [{ event_data: [{ details: [{ bounced_recipient: 'gone@example.com' }] }] }],
    });

    await send('gone@example.com', 'here@example.com');
    await expect(page.getByRole('option', { name: /Welcome, Zoë/ })).toHaveCount(2);
    await page
      .getByRole('option', { name: /Welcome, Zoë/ })
      .first()
      .click();
    await expect(delivery).toContainText('Left out');
    await expect(delivery).toContainText('here@example.com');
  } finally {
    receiver.close();
    receiver.closeAllConnections();
  }
});
