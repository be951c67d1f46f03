import { expect, test, vi } from 'vitest';
import { ServedOffice } from '../../support/served-office.ts';

const mail = [
  'From: Shop <sender@example.com>',
  'To: jane@example.com',
  'Subject: Your order',
  'Content-Type: text/html',
  '',
  '<p><a href="https://example.com/order?a=1&amp;b=2">Order</a> <a href="javascript:alert(1)">x</a></p>',
].join('\r\n');

/** The message bounces as soon as somebody waits for the rules, and not before. */
function bounceOnceLookedAt({ postOffice, agent }: ServedOffice, messageId: string): void {
  const { outcomes, outcomeScript } = postOffice;
  const about = { agentId: agent.id, messageId, recipient: 'jane@example.com' };
  vi.spyOn(outcomeScript, 'caughtUp').mockImplementation(async () => {
    outcomes.play({ ...about, kind: 'softbounce', origin: 'rule' });
  });
}

test('a message is delivered unless it bounced', async () => {
  const office = await ServedOffice.open();
  const { id } = await office.send(mail);
  const path = `/api/messages/${id}/outcomes`;
  expect((await office.ask('GET', path)).body).toEqual({
    recipients: [{ recipient: 'jane@example.com', standing: 'delivered', outcomes: [], planned: [] }],
    links: ['https://example.com/order?a=1&b=2'],
  });
  await office.ask('POST', path, { kind: 'softbounce', category: 'Mailbox full' });
  expect((await office.ask('GET', path)).body.recipients).toMatchObject([
    {
      standing: 'softbounce',
      outcomes: [{ kind: 'softbounce', category: 'Mailbox full', origin: 'person' }],
    },
  ]);
  expect((await office.ask('GET', '/api/suppressions')).body.total).toBe(0);
});

test('a recipient whose bounce is still to come is not delivered', async () => {
  const office = await ServedOffice.open();
  await office.ask('PUT', `/api/agents/${office.agent.id}/outcome-rules`, {
    rules: [{ recipient: 'jane@*', kind: 'softbounce', category: 'Mailbox full', delaySeconds: 3600 }],
  });
  const planned = office.next('outcome.planned');
  const { id } = await office.send(mail);
  expect(await planned).toMatchObject({ agentId: office.agent.id, messageId: id });
  const path = `/api/messages/${id}/outcomes`;
  expect((await office.ask('GET', path)).body.recipients).toEqual([
    {
      recipient: 'jane@example.com',
      standing: 'processed',
      outcomes: [],
      planned: [
        {
          recipient: 'jane@example.com',
          kind: 'softbounce',
          category: 'Mailbox full',
          at: expect.any(String),
        },
      ],
    },
  ]);
  expect((await office.ask('GET', '/api/messages?q=outcome:delivered')).body.total).toBe(0);
  await office.ask('POST', path, { kind: 'delivered' });
  expect((await office.ask('GET', path)).body.recipients).toMatchObject([{ standing: 'delivered' }]);
  expect((await office.ask('GET', '/api/messages?q=outcome:delivered')).body.total).toBe(1);
});

test('a message’s outcomes are told once its rules were looked at', async () => {
  const office = await ServedOffice.open();
  const { id } = await office.send(mail);
  bounceOnceLookedAt(office, id);
  expect((await office.ask('GET', `/api/messages/${id}/outcomes`)).body.recipients).toMatchObject([
    { standing: 'softbounce' },
  ]);
});

test.each([
  ['GET', '/api/messages?q=outcome:softbounce', undefined, { total: 1 }],
  ['GET', '/api/messages/count?q=has:outcome', undefined, { total: 1 }],
  ['PATCH', '/api/messages', { q: 'outcome:softbounce', starred: true }, { changed: 1 }],
])(
  'a search for outcomes is answered once the rules were looked at: %s %s',
  async (method, path, body, found) => {
    const office = await ServedOffice.open();
    const { id } = await office.send(mail);
    bounceOnceLookedAt(office, id);
    expect((await office.ask(method, path, body)).body).toMatchObject(found);
  },
);

test('a hard bounce for want of a mailbox is announced and puts the address on the suppression list', async () => {
  const office = await ServedOffice.open();
  const { id } = await office.send(mail);
  const announced = office.next('outcome.recorded');
  const played = await office.ask('POST', `/api/messages/${id}/outcomes`, {
    recipient: 'JANE@example.com',
    kind: 'hardbounce',
  });
  expect(played.status).toBe(201);
  expect((await announced).outcome).toEqual(played.body.outcomes[0]);
  expect(
    (await office.ask('GET', `/api/suppressions?agent=${office.agent.id}`)).body.suppressions,
  ).toMatchObject([
    {
      value: 'jane@example.com',
      action: 'suppress',
      category: 'Mailbox not found',
      agents: [office.agent.id],
    },
  ]);
});

test.each([
  [{ kind: 'open', recipient: 'nobody@example.com' }, 'recipient'],
  [{ kind: 'softbounce', category: 'User not found' }, 'category'],
  [{ kind: 'click' }, 'link'],
  [{ kind: 'click', link: 'javascript:alert(1)' }, 'link'],
  [{ kind: 'open', link: 'https://example.com/order?a=1&b=2' }, 'link'],
])('what does not fit the message is refused: %o', async (body, field) => {
  const office = await ServedOffice.open();
  const { id } = await office.send(mail);
  const answer = await office.ask('POST', `/api/messages/${id}/outcomes`, body);
  expect(answer).toMatchObject({ status: 400, body: { error: { code: 'outcome.invalid', field } } });
});

test('entries of the suppression list are made, found, changed and removed', async () => {
  const office = await ServedOffice.open();
  const made = await office.ask('POST', '/api/suppressions', { kind: 'domain', value: ' Example.COM ' });
  expect(made).toMatchObject({
    status: 201,
    body: { value: 'example.com', action: 'suppress', category: 'manual' },
  });
  const path = `/api/suppressions/${made.body.id}`;
  expect(
    (await office.ask('POST', '/api/suppressions', { kind: 'domain', value: 'example.com' })).status,
  ).toBe(409);
  expect((await office.ask('PATCH', path, { action: 'suppress_tracking' })).status).toBe(400);
  expect((await office.ask('PATCH', path, { action: 'reject', description: 'No' })).body).toMatchObject({
    action: 'reject',
    description: 'No',
  });
  expect((await office.ask('GET', '/api/suppressions?q=ample&kind=domain')).body.total).toBe(1);
  expect((await office.ask('DELETE', path)).status).toBe(204);
  expect((await office.ask('DELETE', path)).status).toBe(404);
});
