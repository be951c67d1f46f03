import { expect, test } from 'vitest';
import { ServedOffice } from '../../support/served-office.ts';

const mail = (subject: string): string =>
  `From: shop@example.com\nTo: jane@example.com\nSubject: ${subject}\n\nHello.\n`;

test('searches are saved by name, counted, changed and forgotten', async () => {
  const office = await ServedOffice.open();
  await office.send(mail('order one'));
  await office.send(mail('order two'));
  const announced = office.next('saved-searches.changed');
  const created = await office.ask('POST', '/api/saved-searches', { name: ' Orders ', q: 'subject:order' });
  await announced;
  expect(created).toMatchObject({ status: 201, body: { name: 'Orders', q: 'subject:order' } });
  const { id } = created.body;
  const list = async (): Promise<unknown> =>
    (await office.ask('GET', `/api/saved-searches?agent=${office.agent.id}`)).body.searches;
  expect(await list()).toEqual([{ id, name: 'Orders', q: 'subject:order', total: 2 }]);
  await office.ask('PATCH', `/api/saved-searches/${id}`, { q: 'two' });
  await office.ask('PATCH', `/api/saved-searches/${id}`, { name: 'The second' });
  expect(await list()).toEqual([{ id, name: 'The second', q: 'two', total: 1 }]);
  expect((await office.ask('DELETE', `/api/saved-searches/${id}`)).status).toBe(204);
  expect(await list()).toEqual([]);
  expect((await office.ask('DELETE', `/api/saved-searches/${id}`)).body.error.code).toBe(
    'saved-search.not-found',
  );
});

test('what cannot be read is not saved, nor a second search of the same name', async () => {
  const office = await ServedOffice.open();
  const wrong = await office.ask('POST', '/api/saved-searches', { name: 'Wrong', q: 'is:raed' });
  expect(wrong.body.error).toMatchObject({ code: 'search.invalid', at: { start: 3, end: 7 } });
  await office.ask('POST', '/api/saved-searches', { name: 'Orders', q: 'order' });
  const second = await office.ask('POST', '/api/saved-searches', { name: 'orders', q: 'other' });
  expect(second).toMatchObject({ status: 409, body: { error: { code: 'saved-search.name-taken' } } });
});

test('a saved search that cannot be read any more has no count, and harms no other', async () => {
  const office = await ServedOffice.open();
  const other = await office.ask('POST', '/api/agents', { name: 'Shop' });
  await office.ask('POST', '/api/saved-searches', { name: 'Of the shop', q: 'agent:Shop' });
  await office.ask('POST', '/api/saved-searches', { name: 'All unread', q: 'is:unread' });
  await office.ask('DELETE', `/api/agents/${other.body.id}`);
  const { searches } = (await office.ask('GET', '/api/saved-searches')).body;
  expect(searches.map(({ total }: { total: number | null }) => total)).toEqual([null, 0]);
});
