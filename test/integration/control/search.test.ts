import { expect, test } from 'vitest';
import { ServedOffice } from '../../support/served-office.ts';

const plain = (subject: string, text = 'Hello.'): string =>
  `From: Shop <shop@example.com>\nTo: jane@example.com\nSubject: ${subject}\n\n${text}\n`;

async function subjects(office: ServedOffice, q: string): Promise<string[]> {
  const { status, body } = await office.ask('GET', `/api/messages?q=${encodeURIComponent(q)}`);
  expect(status).toBe(200);
  return body.messages.map((message: { subject: string }) => message.subject);
}

test('a search that cannot be read is refused with what is wrong, and where', async () => {
  const office = await ServedOffice.open();
  const { status, body } = await office.ask('GET', '/api/messages?q=order%20form:jane');
  expect(status).toBe(400);
  expect(body.error).toEqual({
    code: 'search.invalid',
    message:
      'There is no operator “form:”. Did you mean “from:”? To find the text itself, put it in quotation marks.',
    field: 'q',
    at: { problem: 'unknown-operator', start: 6, end: 11 },
  });
});

test('nothing is deleted or marked by a search that cannot be read, or that is only signs', async () => {
  const office = await ServedOffice.open();
  await office.send(plain('one'));
  expect((await office.ask('DELETE', '/api/messages?q=is:raed')).status).toBe(400);
  expect((await office.ask('PATCH', '/api/messages', { q: 'larger:big', read: true })).status).toBe(400);
  expect((await office.ask('DELETE', `/api/messages?q=${encodeURIComponent('!')}`)).body.deleted).toBe(0);
  expect(await subjects(office, 'is:unread')).toEqual(['one']);
});

test('everything that a search finds is marked and deleted, and nothing else', async () => {
  const office = await ServedOffice.open();
  for (const subject of ['order one', 'order two', 'invoice']) {
    await office.send(plain(subject));
  }
  expect((await office.ask('PATCH', '/api/messages', { q: 'subject:two', read: true })).body.changed).toBe(1);
  expect(await subjects(office, '!is:read')).toEqual(['invoice', 'order one']);
  expect((await office.ask('DELETE', '/api/messages?q=!invoice%20is:unread')).body.deleted).toBe(1);
  expect(await subjects(office, '-"order two"')).toEqual(['invoice']);
});

test('agents are found by their names, codes and what was played by their operators', async () => {
  const office = await ServedOffice.open();
  const name = office.agent.name;
  await office.send(plain('Sign in', 'Your verification code is 482913.'));
  await office.send(plain('News'));
  expect(await subjects(office, `agent:"${name}" code:482-913`)).toEqual(['Sign in']);
  expect(await subjects(office, 'has:code')).toEqual(['Sign in']);
  expect(await subjects(office, '!code:482913')).toEqual(['News']);
  const wrong = await office.ask('GET', '/api/messages?q=agent:nobody');
  expect(wrong.body.error.at).toEqual({ problem: 'agent-unknown', start: 6, end: 12 });

  expect(await subjects(office, 'outcome:delivered')).toEqual(['News', 'Sign in']);
  const [news] = (await office.ask('GET', '/api/messages')).body.messages;
  await office.ask('POST', `/api/messages/${news.id}/outcomes`, { kind: 'hardbounce' });
  expect(await subjects(office, 'outcome:hardbounce')).toEqual(['News']);
  expect(await subjects(office, 'outcome:bounce has:outcome')).toEqual(['News']);
  expect(await subjects(office, 'outcome:delivered')).toEqual(['Sign in']);
  expect(await subjects(office, '!outcome:bounce')).toEqual(['Sign in']);
  expect((await office.ask('DELETE', '/api/messages?q=outcome:hardbounce')).body.deleted).toBe(1);
});

test('a mail that was taken and not processed was not delivered', async () => {
  const office = await ServedOffice.open();
  await office.ask('POST', `/api/agents/${office.agent.id}/failures`, {
    effect: { kind: 'smtp-process-failed' },
    when: { kind: 'next', count: 1 },
  });
  const { id } = await office.send(plain('Beyond the limit'));
  await office.send(plain('News'));
  expect(await subjects(office, 'outcome:delivered')).toEqual(['News']);
  expect(await subjects(office, '!outcome:delivered')).toEqual(['Beyond the limit']);
  expect(await subjects(office, 'limit outcome:delivered')).toEqual([]);
  await office.ask('POST', `/api/messages/${id}/outcomes`, { kind: 'delivered' });
  expect(await subjects(office, 'outcome:delivered')).toEqual(['News', 'Beyond the limit']);
});

test('the pages below the first repeat its total', async () => {
  const office = await ServedOffice.open();
  for (const subject of ['order 1', 'order 2', 'order 3', 'order 4']) {
    await office.send(plain(subject));
  }
  const first = (await office.ask('GET', '/api/messages?q=order&limit=2')).body;
  expect(first.total).toBe(4);
  const second = (await office.ask('GET', `/api/messages?q=order&limit=2&before=${first.next}`)).body;
  expect(second).toMatchObject({ total: 4, next: null });
  await office.send(plain('order 5'));
  expect((await office.ask('GET', '/api/messages?q=order&limit=2')).body.total).toBe(5);
});
