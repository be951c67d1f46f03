import { expect, test } from 'vitest';
import { ServedOffice } from '../../support/served-office.ts';

function mail(subject: string, headers = '', to = 'jane@example.com'): string {
  return `From: Shop <shop@example.com>\nTo: ${to}\nSubject: ${subject}\n${headers}\nHello.\n`;
}

async function bySubject(
  office: ServedOffice,
  q = '',
): Promise<Record<string, { id: string; tags: string[] }>> {
  const { body } = await office.ask('GET', `/api/messages?q=${encodeURIComponent(q)}`);
  return Object.fromEntries(body.messages.map((message: { subject: string }) => [message.subject, message]));
}

test('a message is tagged, starred and annotated by hand, and found by it', async () => {
  const office = await ServedOffice.open();
  await office.send(mail('one'));
  await office.send(mail('two'));
  const { one } = await bySubject(office);
  const announced = office.next('message.changed', ({ message }) => message.tags.length === 2);
  const change = { tags: ['Checkout', ' two  words '], starred: true, note: 'Ask Ada' };
  const { status, body } = await office.ask('PATCH', `/api/messages/${one?.id}`, change);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    tags: ['Checkout', 'two words'],
    starred: true,
    note: 'Ask Ada',
    read: false,
  });
  expect((await announced).message).toMatchObject({ tags: ['Checkout', 'two words'], starred: true });
  for (const q of ['tag:checkout', 'tag:"Two words"', 'is:starred', 'note:ada', 'has:note is:tagged']) {
    expect(Object.keys(await bySubject(office, q)), q).toEqual(['one']);
  }
  for (const q of ['!tag:checkout', '!is:starred', '!has:note', '!note:ada']) {
    expect(Object.keys(await bySubject(office, q)), q).toEqual(['two']);
  }
  expect((await office.ask('GET', `/api/messages/${one?.id}`)).body).toMatchObject({ note: 'Ask Ada' });
  const undone = await office.ask('PATCH', `/api/messages/${one?.id}`, {
    tags: [],
    starred: false,
    note: '',
  });
  expect(undone.body).toMatchObject({ tags: [], starred: false, note: null });
});

test('everything that a search finds is tagged and starred at once', async () => {
  const office = await ServedOffice.open();
  for (const subject of ['order one', 'order two', 'invoice']) {
    await office.send(mail(subject));
  }
  const changed = await office.ask('PATCH', '/api/messages', { q: 'order', addTags: ['new'], starred: true });
  expect(changed.body).toEqual({ changed: 2 });
  expect(Object.keys(await bySubject(office, 'tag:new is:starred'))).toEqual(['order two', 'order one']);
  const again = await office.ask('PATCH', '/api/messages', { addTags: ['NEW'], q: 'order' });
  expect(again.body).toEqual({ changed: 0 });
  await office.ask('PATCH', '/api/messages', { q: 'two', removeTags: ['new'] });
  expect(Object.keys(await bySubject(office, 'tag:new'))).toEqual(['order one']);
});

test.each([
  [{ tags: ['a,b'] }, 'tags.0'],
  [{ tags: [''] }, 'tags.0'],
  [{ tags: ['x'.repeat(61)] }, 'tags.0'],
  [{ note: 'x'.repeat(2001) }, 'note'],
  [{}, undefined],
])('a change to %j is refused', async (change, field) => {
  const office = await ServedOffice.open();
  await office.send(mail('one'));
  const { one } = await bySubject(office);
  const { status, body } = await office.ask('PATCH', `/api/messages/${one?.id}`, change);
  expect(status).toBe(400);
  expect(body.error.field).toBe(field);
});

test('tags are counted, renamed, put together and taken away', async () => {
  const office = await ServedOffice.open();
  await office.send(mail('one', 'X-Tags: a, b\n'));
  await office.send(mail('two', 'X-Tags: B,\n c\n'));
  const tags = async (): Promise<unknown> =>
    (await office.ask('GET', `/api/tags?agent=${office.agent.id}`)).body.tags;
  expect(await tags()).toEqual([
    { name: 'a', count: 1 },
    { name: 'b', count: 2 },
    { name: 'c', count: 1 },
  ]);
  const announced = office.next('messages.changed');
  expect((await office.ask('PATCH', '/api/tags/a', { name: 'b' })).status).toBe(204);
  await announced;
  expect((await office.ask('PATCH', '/api/tags/c', { name: 'C 2' })).status).toBe(204);
  expect(await tags()).toEqual([
    { name: 'b', count: 2 },
    { name: 'C 2', count: 1 },
  ]);
  expect((await office.ask('DELETE', '/api/tags/b')).status).toBe(204);
  expect((await office.ask('DELETE', '/api/tags/b')).status).toBe(404);
  expect((await bySubject(office)).one?.tags).toEqual([]);
});

test('a message brings tags in its header and in its recipients’ addresses', async () => {
  const office = await ServedOffice.open();
  await office.send(mail('one', 'X-Tags: Sign up, beta\n', 'Jane <jane+alpha+beta@example.com>'));
  expect((await bySubject(office)).one?.tags).toEqual(['alpha', 'beta', 'Sign up']);
  const tagging = { fromHeader: false, fromAddress: false, rules: [] };
  await office.ask('PUT', `/api/agents/${office.agent.id}/tagging`, tagging);
  await office.send(mail('two', 'X-Tags: beta\n', 'jane+alpha@example.com'));
  expect((await bySubject(office)).two?.tags).toEqual([]);
});

test('a rule tags what its search finds as it comes in; what came before stays as it is', async () => {
  const office = await ServedOffice.open();
  await office.send(mail('order one'));
  const path = `/api/agents/${office.agent.id}/tagging`;
  const tagging = {
    fromHeader: true,
    fromAddress: true,
    rules: [{ q: 'subject:order !two', tag: 'orders' }],
  };
  const announced = office.next('tagging.changed');
  expect((await office.ask('PUT', path, tagging)).body).toEqual(tagging);
  await announced;
  expect((await office.ask('GET', path)).body).toEqual(tagging);
  for (const subject of ['order two', 'order three', 'invoice']) {
    await office.send(mail(subject));
  }
  expect(Object.keys(await bySubject(office, 'tag:orders'))).toEqual(['order three']);
});

test.each(['is:starred', 'order form:x', 'agent:nobody', 'after:-7d', '!!'])(
  'a rule that says “%s” is refused where it is wrong',
  async (q) => {
    const office = await ServedOffice.open();
    const tagging = {
      fromHeader: true,
      fromAddress: true,
      rules: [
        { q: 'order', tag: 'a' },
        { q, tag: 'b' },
      ],
    };
    const { status, body } = await office.ask('PUT', `/api/agents/${office.agent.id}/tagging`, tagging);
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ code: 'search.invalid', field: 'rules.1.q' });
  },
);

test('a tag that a person took away does not come back with a deletion that is taken back', async () => {
  const office = await ServedOffice.open();
  await office.send(mail('one', 'X-Tags: a, b\n'));
  const { one } = await bySubject(office);
  await office.ask('PATCH', `/api/messages/${one?.id}`, { tags: ['b', 'c'], starred: true, note: 'mine' });
  const { undo } = (await office.ask('DELETE', '/api/messages?undoable=true')).body;
  expect((await office.ask('GET', '/api/tags')).body.tags).toEqual([]);
  const indexed = office.next('message.indexed');
  await office.ask('POST', '/api/messages/undo-deletion', { undo });
  expect((await indexed).message).toMatchObject({ tags: ['b', 'c'], starred: true, note: 'mine' });
});

test('starred messages are left out of a deletion that asks for it', async () => {
  const office = await ServedOffice.open();
  for (const subject of ['one', 'two', 'three']) {
    await office.send(mail(subject));
  }
  const { one, three } = await bySubject(office);
  await office.ask('PATCH', '/api/messages', { ids: [one?.id, three?.id], starred: true });
  const some = { ids: [one?.id], keepStarred: true };
  expect((await office.ask('POST', '/api/messages/delete', some)).body.deleted).toBe(0);
  expect((await office.ask('DELETE', '/api/messages?keepStarred=true')).body.deleted).toBe(1);
  expect(Object.keys(await bySubject(office))).toEqual(['three', 'one']);
  expect((await office.ask('DELETE', '/api/messages')).body.deleted).toBe(2);
});

test('addresses are offered by their letters, the most frequent first', async () => {
  const office = await ServedOffice.open();
  await office.send(mail('one', '', 'Janet <janet@example.org>'));
  await office.send(mail('two', '', 'José <jose@example.com>'));
  await office.send(mail('three', '', 'José <jose@example.com>'));
  const found = async (text: string): Promise<string[]> =>
    (await office.ask('GET', `/api/addresses?text=${encodeURIComponent(text)}`)).body.addresses.map(
      ({ address }: { address: string }) => address,
    );
  expect(await found('')).toEqual(['shop@example.com', 'jose@example.com', 'janet@example.org']);
  expect(await found('jose')).toEqual(['jose@example.com']);
  expect(await found('ORG')).toEqual(['janet@example.org']);
});
