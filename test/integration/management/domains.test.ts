import { expect, test } from 'vitest';
import { ManagedOffice } from '../../support/managed-office.ts';

test('a domain is added, shown with its records, moved, renamed and deleted', async () => {
  const office = await ManagedOffice.open();
  const second = await office.served.postOffice.agents.create({ name: 'Second' });
  const made = await office.ask('POST', '/v1.1/domains', {
    domain_name: 'Zylker.test',
    sub_domain_prefix: 'bounce-zem',
    mailagent_keys: [office.agent.key],
  });
  const { data } = made.body;
  expect(Object.keys(data)).toEqual([
    'associated_mailagents',
    'domain_name',
    'domain_key',
    'is_restricted_senders',
    'status',
    'dkim',
    'cname',
  ]);
  expect(data).toMatchObject({
    associated_mailagents: [office.agent.key],
    domain_name: 'zylker.test',
    status: 'verified',
    dkim: { host: `${data.dkim.selector}._domainkey.zylker.test`, status: 'verified' },
    cname: { host: 'bounce-zem.zylker.test', cname_record: 'cluster90.zeptomail.com', status: 'verified' },
  });
  expect(office.agents[0]?.domains).toEqual(['shop.test', 'zylker.test']);

  const path = `/v1.1/domains/${data.domain_key}`;
  expect((await office.ask('GET', path)).body).toEqual({ data: [data], status: 'success' });
  expect((await office.ask('PUT', `${path}/verify`)).body.data).toEqual(data);

  const moved = await office.ask('PUT', path, {
    new_domain: 'zillum.test',
    new_sub_domain_prefix: 'b',
    associate_mailagents: [second.key],
    unassociate_mailagents: [office.agent.key],
  });
  expect(moved.body.data).toMatchObject({
    associated_mailagents: [second.key],
    domain_name: 'zillum.test',
    cname: { host: 'b.zillum.test' },
  });
  expect(office.agents.map(({ domains }) => domains)).toEqual([['shop.test'], ['zillum.test']]);
  expect((await office.ask('GET', path)).body).toEqual({ data: [moved.body.data], status: 'success' });
  const namesake = await office.ask('POST', '/v1.1/domains', {
    domain_name: 'zylker.test',
    sub_domain_prefix: 'b',
    mailagent_keys: [office.agent.key],
  });
  expect(namesake.body.data.domain_key).not.toBe(data.domain_key);
  await office.ask('DELETE', `/v1.1/domains/${namesake.body.data.domain_key}`);

  expect((await office.ask('DELETE', path)).status).toBe(204);
  expect((await office.ask('GET', path)).body.error.code).toBe('GE_124');
  expect(office.agents.map(({ domains }) => domains)).toEqual([['shop.test'], []]);
});

test('domains of one name after another have keys of their own, which stay when others go', async () => {
  const office = await ManagedOffice.open();
  const keyed: string[] = [];
  for (const name of ['one.test', 'two.test', 'three.test']) {
    const { body } = await office.ask('POST', '/v1.1/domains', {
      domain_name: 'zylker.test',
      sub_domain_prefix: 'b',
      mailagent_keys: [office.agent.key],
    });
    await office.ask('PUT', `/v1.1/domains/${body.data.domain_key}`, { new_domain: name });
    keyed.push(body.data.domain_key);
  }
  expect(new Set(keyed).size).toBe(3);
  await office.ask('DELETE', `/v1.1/domains/${keyed[0]}`);
  for (const [key, name] of [
    [keyed[1], 'two.test'],
    [keyed[2], 'three.test'],
  ]) {
    expect((await office.ask('GET', `/v1.1/domains/${key}`)).body.data[0].domain_name).toBe(name);
  }
});

test('domains of the agents’ own settings are the account’s too, and one may be nobody’s', async () => {
  const office = await ManagedOffice.open();
  const made = await office.ask('POST', '/v1.1/domains', {
    domain_name: 'free.test',
    sub_domain_prefix: 'b',
    mailagent_keys: [office.agent.key],
  });
  await office.ask('PUT', `/v1.1/domains/${made.body.data.domain_key}`, {
    unassociate_mailagents: [office.agent.key],
  });
  const list = await office.ask('GET', '/v1.1/domains');
  expect(list.body).toMatchObject({
    data: [
      { domain_name: 'free.test', associated_mailagents: [] },
      { domain_name: 'shop.test', associated_mailagents: [office.agent.key] },
    ],
    status: 'success',
  });
});

test('a domain that is there already, is none, or has no prefix or agent is refused', async () => {
  const office = await ManagedOffice.open();
  const post = async (changes: object) => {
    const body = { mailagent_keys: [office.agent.key], ...changes };
    return (await office.ask('POST', '/v1.1/domains', body)).body.error.code;
  };
  expect(await post({ domain_name: 'shop.test', sub_domain_prefix: 'b' })).toBe('DM_101');
  expect(await post({ domain_name: 'no domain', sub_domain_prefix: 'b' })).toBe('GE_101');
  expect(await post({ domain_name: 'a.test' })).toBe('GE_102');
  expect(await post({ domain_name: 'a.test', sub_domain_prefix: 'b', mailagent_keys: [] })).toBe('GE_102');
  expect(await post({ domain_name: 'a.test', sub_domain_prefix: 'b', mailagent_keys: ['no'] })).toBe(
    'GE_124',
  );
  expect(office.agents[0]?.domains).toEqual(['shop.test']);
});
