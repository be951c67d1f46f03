import { expect, test } from 'vitest';
import { ManagedOffice } from '../../support/managed-office.ts';

const path = '/v1.1/suppressions/email';
const entry = { action: 'suppress', values: ['Gone@customer.test'], description: 'Left' };

test('addresses are suppressed, listed, changed and let go, and the control API shows it', async () => {
  const office = await ManagedOffice.open();
  const keys = [office.agent.key];
  const made = await office.ask('POST', path, { ...entry, mailagent_keys: keys });
  expect(made).toMatchObject({
    status: 200,
    body: {
      data: {
        suppression_type: 'email',
        values: ['gone@customer.test'],
        action: 'suppress',
        description: 'Left',
        mailagent_keys: keys,
        category: 'manual',
      },
      status: 'success',
    },
  });
  expect((await office.served.ask('GET', '/api/suppressions')).body.suppressions).toMatchObject([
    { value: 'gone@customer.test', agents: [office.agent.id] },
  ]);

  await office.ask('PUT', path, { action: 'reject', values: entry.values });
  const listed = (await office.ask('GET', `${path}?search_value=GONE&mailagent_key=${keys[0]}&limit=5`)).body;
  expect(listed.data).toMatchObject([{ action: 'reject', description: 'Left', value: 'gone@customer.test' }]);
  expect(Object.keys(listed.data[0])).toEqual([
    'modified_time',
    'action',
    'description',
    'mailagent_keys',
    'category',
    'value',
    'created_time',
  ]);
  expect((await office.ask('GET', '/v1.1/suppressions/domain')).body.data).toEqual([]);

  expect(await office.ask('DELETE', path, { values: entry.values })).toMatchObject({ status: 204, text: '' });
  expect((await office.served.ask('GET', '/api/suppressions')).body.total).toBe(0);
});

test('what is there already, is not there, or is no value is refused with the documented codes', async () => {
  const office = await ManagedOffice.open();
  await office.ask('POST', path, entry);
  expect((await office.ask('POST', path, entry)).body.error.code).toBe('DND_101');
  expect((await office.ask('DELETE', path, { values: ['other@customer.test'] })).text).toBe(
    '{"error":{"code":"DND_102","field":"values","message":"Suppression data not found","value":"[\\"other@customer.test\\"]"},"status":"failure"}',
  );
  const code = async (body: object, at = path) => (await office.ask('POST', at, body)).body.error.code;
  expect(await code({ ...entry, values: [] })).toBe('GE_102');
  expect(await code({ ...entry, values: ['no address'] })).toBe('GE_101');
  expect(await code({ ...entry, action: 'forget' })).toBe('GE_101');
  const domain = { action: 'suppress_tracking', values: ['customer.test'] };
  expect(await code(domain, '/v1.1/suppressions/domain')).toBe('GE_101');
  const many = Array.from({ length: 51 }, (_, n) => `p${n}@customer.test`);
  expect(await code({ ...entry, values: many })).toBe('GE_101');
});
