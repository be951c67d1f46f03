import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { createTransport } from 'nodemailer';
import { expect, onTestFinished, test } from 'vitest';
import { createWebhookSchema } from '#shared/webhook.ts';
import { ManagedOffice } from '../../support/managed-office.ts';
import { WebhookReceiver } from '../../support/webhook-receiver.ts';

const link = 'https://shop.test/orders?a=1&b=2';
const html = `<html><body><a href="https://shop.test/orders?a=1&amp;b=2">Grüße</a></body></html>`;

/** Sends by SMTP to an agent's own door, or to another; answers with the message once it is indexed. */
async function send(office: ManagedOffice, changes: object = {}, port = office.agent.channels.smtp.port) {
  const indexed = office.served.next('message.indexed');
  await createTransport({ host: '127.0.0.1', port, tls: { rejectUnauthorized: false } }).sendMail({
    from: 'orders@shop.test',
    to: ['jane@customer.test', 'joe@customer.test'],
    subject: 'Your order',
    html,
    ...changes,
  });
  const { id } = (await indexed).message;
  const { archive } = office.served.postOffice;
  const [detail, body] = await Promise.all([archive.detail(id), archive.html(id)]);
  return { id, detail, html: body?.html ?? '' };
}

function hits(text: string): { open: string | undefined; clicks: string[] } {
  return {
    open: /src="([^"]*\/track\/open\/[^"]*)"/.exec(text)?.[1],
    clicks: [...text.matchAll(/href="([^"]*\/track\/click\/[^"]*)"/g)].map((match) => match[1] ?? ''),
  };
}

test('mail of an agent that tracks points at the agent’s own API, which takes opens and clicks', async () => {
  const office = await ManagedOffice.open('relaxed');
  const { ledger, agents } = office.served.postOffice;
  await agents.patch(office.agent.id, { tracking: { opens: true, clicks: true } });
  const mail = await send(office);
  const { open = '', clicks } = hits(mail.html);
  expect(open).toContain(`${office.url}/track/open/`);
  await fetch(open);
  const answer = await fetch(clicks[0] ?? '', { redirect: 'manual' });
  expect([answer.status, answer.headers.get('location')]).toEqual([302, link]);
  expect(ledger.outcomes.of(mail.id)).toMatchObject([
    { kind: 'open', recipient: 'jane@customer.test', origin: 'tracking' },
    { kind: 'click', recipient: 'jane@customer.test', link },
  ]);
  expect(mail.html).toContain('Grüße');
});

test('by the gateway it points at the API of the agent that it was for', async () => {
  const office = await ManagedOffice.open('relaxed');
  const { agents, gateway } = office.served.postOffice;
  await agents.patch(office.agent.id, { tracking: { opens: true } });
  const mail = await send(office, {}, gateway.view().channels.smtp.port);
  expect(hits(mail.html).open).toContain(`${office.url}/track/open/`);
});

test.each([
  [{ 'X-TM-OPEN-TRACK': 'true' }, false, true, false],
  [{ 'X-TM-CLICK-TRACK': 'TRUE' }, false, false, true],
  [{ 'X-TM-OPEN-TRACK': 'false', 'X-TM-CLICK-TRACK': 'false' }, true, false, false],
  [{ 'X-TM-OPEN-TRACK': 'false' }, true, false, true],
  [{ 'X-TM-CLIENT-REF': 'order-1' }, true, true, true],
])('the fields %j of a mail go before the agent, which has %s', async (headers, on, opens, clicks) => {
  const office = await ManagedOffice.open('relaxed');
  await office.served.postOffice.agents.patch(office.agent.id, { tracking: { opens: on, clicks: on } });
  const mail = await send(office, { headers });
  const found = hits(mail.html);
  expect([found.open !== undefined, found.clicks.length > 0]).toEqual([opens, clicks]);
  expect(mail.detail?.sending).toMatchObject({ trackOpens: opens, trackClicks: clicks });
});

test('without an API that listens, mail stays as it came', async () => {
  const office = await ManagedOffice.open('relaxed');
  const taken = [createServer(), createServer()];
  onTestFinished(() => taken.forEach((server) => server.close()));
  const [api, apis] = await Promise.all(
    taken.map(async (server) => {
      await once(server.listen(0, '127.0.0.1'), 'listening');
      return { port: (server.address() as AddressInfo).port };
    }),
  );
  await office.served.postOffice.agents.patch(office.agent.id, {
    tracking: { opens: true, clicks: true },
    channels: { api, apis },
  });
  const mail = await send(office);
  expect(mail.html.trim()).toBe(html);
});

test('a mail has one request id: in the log, in webhooks and in the message', async () => {
  const office = await ManagedOffice.open('relaxed');
  const { webhooks } = office.served.postOffice;
  const receiver = await WebhookReceiver.open();
  webhooks.create(office.agent.id, createWebhookSchema.parse({ url: receiver.url, events: ['hardbounce'] }));
  const mail = await send(office, { to: 'hardbounce@customer.test', messageId: '<own@shop.test>' });
  const requestId = mail.detail?.sending?.requestId ?? '';
  expect(requestId).toMatch(/^2d6f\.[0-9a-f]{16}\.m1\./);
  await receiver.called(1);
  const [event] = JSON.parse(receiver.calls[0]?.body ?? '').event_message;
  const reference = `${requestId}@shop.test`;
  expect(event).toMatchObject({ request_id: requestId, email_info: { email_reference: reference } });
  const found = await office.ask('GET', `/v1.1/email?request_id=${requestId}`);
  expect(found.body.data.logs).toMatchObject([
    { request_id: requestId, email_info: { email_reference: reference, message_id: '<own@shop.test>' } },
  ]);
  for (const known of [reference, 'own@shop.test']) {
    const one = await office.ask('GET', `/v1.1/email/email-reference/${known}`);
    expect(one.body.data.request_id).toBe(requestId);
  }
});
