import { expect, test } from 'vitest';
import { ServedOffice } from '../../support/served-office.ts';
import { isSignedBy } from '../../support/signed-by.ts';
import { WebhookReceiver } from '../../support/webhook-receiver.ts';

test('a webhook is added, changed, tried and deleted over the control API', async () => {
  const office = await ServedOffice.open();
  const receiver = await WebhookReceiver.open();
  const base = `/api/agents/${office.agent.id}`;
  const made = await office.ask('POST', `${base}/webhooks`, { url: receiver.url });
  expect(made).toMatchObject({
    status: 201,
    body: { url: receiver.url, enabled: true, body: 'json', header: null, allowRemote: false },
  });
  expect(made.body.events).toHaveLength(6);
  const one = `${base}/webhooks/${made.body.id}`;
  const changed = await office.ask('PATCH', one, {
    events: ['hardbounce'],
    header: { name: 'X-A', value: 'b' },
  });
  expect(changed.body).toEqual({ ...made.body, events: ['hardbounce'], header: { name: 'X-A', value: 'b' } });
  expect((await office.ask('GET', `${base}/webhooks`)).body.webhooks).toEqual([changed.body]);

  const delivered = office.next('webhook.delivered');
  const sent = await office.ask('POST', `${one}/test`, { event: 'email_link_click' });
  expect(sent).toMatchObject({ status: 201, body: { state: 'waiting', cause: 'test' } });
  expect((await delivered).delivery).toMatchObject({ id: sent.body.id, state: 'delivered', status: 200 });
  const { key } = (await office.ask('GET', `${base}/webhook-key`)).body;
  expect(
    isSignedBy(key, receiver.calls[0]?.body ?? '', receiver.calls[0]?.headers['producer-signature']),
  ).toBe(true);
  const detail = await office.ask('GET', `/api/webhook-deliveries/${sent.body.id}`);
  expect(detail.body.attemptLog[0].response.body).toBe('thank you');

  const again = office.next('webhook.delivered');
  expect((await office.ask('POST', `/api/webhook-deliveries/${sent.body.id}/redeliver`)).status).toBe(200);
  expect((await again).delivery.attempts).toBe(2);
  const list = await office.ask('GET', `${base}/webhook-deliveries?limit=1`);
  expect(list.body).toMatchObject({ deliveries: [{ id: sent.body.id, attempts: 2 }], next: null });

  const rotated = await office.ask('POST', `${base}/webhook-key`);
  expect(rotated.body.key).not.toBe(key);
  expect((await office.ask('DELETE', one)).status).toBe(204);
  expect((await office.ask('GET', `/api/webhook-deliveries/${sent.body.id}`)).status).toBe(404);
});

test('what is played to a message that came by SMTP reaches the webhook, delivered first', async () => {
  const office = await ServedOffice.open();
  const receiver = await WebhookReceiver.open();
  await office.ask('POST', `/api/agents/${office.agent.id}/webhooks`, { url: receiver.url });
  const { id } = await office.send('From: a@example.com\nTo: jane@example.com\nSubject: Hello\n\nHi');
  await receiver.called(1);
  await office.ask('POST', `/api/messages/${id}/outcomes`, {
    kind: 'hardbounce',
    category: 'User not found',
    recipient: 'jane@example.com',
  });
  await receiver.called(2);
  const told = receiver.calls.map(({ body }) => JSON.parse(body));
  expect(told.map(({ event_name }) => event_name)).toEqual([['email_delivery'], ['hardbounce']]);
  expect(told[1].event_message[0].event_data[0].details[0]).toMatchObject({
    reason: 'user-not-found',
    bounced_recipient: 'jane@example.com',
    diagnostic_message: '550 5.1.1 User unknown in virtual mailbox table',
  });
});

test.each([
  [{ url: 'ftp://localhost/' }, 'url'],
  [{ url: 'localhost:3000' }, 'url'],
  [{ url: 'http://user:word@localhost/' }, 'url'],
  [{ url: 'http://localhost/', events: [] }, 'events'],
  [{ url: 'http://localhost/', formField: 'a=b' }, 'formField'],
  [{ url: 'http://localhost/', header: { name: 'Producer-Signature', value: 'x' } }, 'header.name'],
  [{ url: 'http://localhost/', header: { name: 'X-A', value: 'a\r\nX-B: c' } }, 'header.value'],
])('a webhook that cannot work is refused at its field: %j', async (body, field) => {
  const office = await ServedOffice.open();
  const answer = await office.ask('POST', `/api/agents/${office.agent.id}/webhooks`, body);
  expect(answer).toMatchObject({ status: 400, body: { error: { code: 'request.invalid', field } } });
});

test('an agent sees and changes its own webhooks only, and there are not too many', async () => {
  const office = await ServedOffice.open();
  const other = await office.ask('POST', '/api/agents', { name: 'Other' });
  const base = `/api/agents/${office.agent.id}/webhooks`;
  const { body } = await office.ask('POST', base, { url: 'http://localhost/' });
  const foreign = `/api/agents/${other.body.id}/webhooks/${body.id}`;
  expect((await office.ask('PATCH', foreign, { enabled: false })).body.error.code).toBe('webhook.not-found');
  expect((await office.ask('DELETE', foreign)).status).toBe(404);
  let answer = { status: 201 };
  for (let n = 1; n < 20; n += 1) {
    answer = await office.ask('POST', base, { url: 'http://localhost/' });
  }
  expect(answer.status).toBe(201);
  expect((await office.ask('POST', base, { url: 'http://localhost/' })).body.error.code).toBe(
    'webhook.limit',
  );
});
