import { expect, test } from 'vitest';
import { agentLimits } from '#shared/agent.ts';
import { ManagedOffice } from '../../support/managed-office.ts';

const displayed = /^\d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2} [AP]M$/;

test('agents are made, listed, renamed and deleted, and the control API shows it', async () => {
  const office = await ManagedOffice.open();
  const made = await office.ask('POST', '/v1.1/agents', {
    mailagent_name: 'Invoice',
    description: 'What is owed',
  });
  expect(made).toMatchObject({
    status: 200,
    body: {
      data: {
        mailagent_name: 'Invoice',
        created_time: expect.stringMatching(displayed),
        description: 'What is owed',
        mailagent_key: expect.stringMatching(/^[0-9a-f]{16}$/),
        status: 'active',
      },
      status: 'success',
    },
  });
  const key: string = made.body.data.mailagent_key;
  const ours = office.agents.find((agent) => agent.key === key);
  expect(ours).toMatchObject({ name: 'Invoice', description: 'What is owed', state: 'listening' });

  for (const spelling of ['agents', 'mailagents']) {
    const list = await office.ask('GET', `/v1.1/${spelling}`);
    expect(list.body.data.map((one: Record<string, string>) => one['mailagent_name'])).toEqual([
      'Shop',
      'Invoice',
    ]);
  }

  const renamed = await office.ask('PUT', `/v1.1/agents/ea36f19a.${key}.a3a6bf2fbcae297`, {
    mailagent_name: 'Bills',
  });
  expect(renamed.body.data).toMatchObject({ mailagent_name: 'Bills', description: 'What is owed' });

  expect((await office.ask('DELETE', `/v1.1/agents/${key}`)).body).toMatchObject({
    error: { code: 'MA_101', message: 'Only agents that are shut down can be deleted' },
    status: 'failure',
  });
  await office.served.ask('POST', `/api/agents/${ours?.id}/stop`);
  expect((await office.ask('GET', '/v1.1/agents')).body.data[1].status).toBe('shutdown');
  const gone = await office.ask('DELETE', `/v1.1/agents/${key}`);
  expect(gone).toMatchObject({ status: 204, text: '' });
  expect(gone.headers.has('content-length')).toBe(false);
  expect(office.agents.map(({ name }) => name)).toEqual(['Shop']);
});

test('what production refuses of agents is refused with its codes', async () => {
  const office = await ManagedOffice.open();
  expect((await office.ask('POST', '/v1.1/agents', { mailagent_name: 'Shop' })).text).toBe(
    '{"error":{"code":"MA_107","field":"mailagent_name","message":"Agent name already exists","value":"Shop"},"status":"failure"}',
  );
  const long = await office.ask('POST', '/v1.1/agents', { mailagent_name: 'x'.repeat(101) });
  expect(long.body.error).toMatchObject({ code: 'MA_101', field: 'mailagent_name' });
  expect((await office.ask('POST', '/v1.1/agents', {})).body.error.code).toBe('GE_102');
  expect((await office.ask('POST', '/v1.1/agents', { mailagent_name: 7 })).body.error.code).toBe('GE_101');
  expect((await office.ask('POST', '/v1.1/agents', 'no JSON')).body.error.code).toBe('TM_3301');
  expect((await office.ask('PUT', '/v1.1/agents/0000000000000000', {})).text).toBe(
    '{"error":{"code":"GE_124","message":"No records found"},"status":"failure"}',
  );
});

test('an account has fifty agents, and no more', async () => {
  const office = await ManagedOffice.open();
  for (let count = office.agents.length; count < agentLimits.agents; count++) {
    await office.served.postOffice.agents.create({ name: `Agent ${count}`, enabled: false });
  }
  expect((await office.ask('POST', '/v1.1/agents', { mailagent_name: 'One more' })).text).toBe(
    '{"error":{"code":"MA_105","message":"Maximum agents limit reached"},"status":"failure"}',
  );
});

test('send mail tokens are made, listed and revoked; a third is one too many', async () => {
  const office = await ManagedOffice.open();
  const path = `/v1.1/agents/${office.agent.key}/apikeys`;
  const made = await office.ask('POST', path);
  expect(Object.keys(made.body.data)).toEqual(['created_time', 'password', 'id', 'username']);
  const list = await office.ask('GET', path);
  expect(list.body.data.map((one: Record<string, string>) => one['apikey'])).toEqual(
    office.agents[0]?.tokens.map(({ token }) => token),
  );
  expect(Object.keys(list.body.data[0])).toEqual(['created_time', 'apikey', 'id', 'username']);
  expect((await office.ask('POST', path)).text).toBe(
    '{"error":{"code":"GE_117","message":"threshold reached"},"status":"failure"}',
  );
  const revoked = await office.ask('DELETE', `${path}/${made.body.data.id}`);
  expect(revoked.text).toBe('{"status":{"code":204,"description":"success"}}');
  expect(office.agents[0]?.tokens).toHaveLength(1);
  expect((await office.ask('DELETE', `${path}/${made.body.data.id}`)).body.error.code).toBe('GE_124');
});

test('short passwords are made, listed and deleted', async () => {
  const office = await ManagedOffice.open();
  const path = `/v1.1/agents/${office.agent.key}/short-passwords`;
  const made = (await office.ask('POST', path)).body.data;
  expect(made.username).toMatch(/^emailappsmtp\./);
  expect(office.agents[0]?.shortPasswords).toMatchObject([{ id: made.id, password: made.password }]);
  expect((await office.ask('GET', path)).body).toEqual({ data: [made], status: 'success' });
  await office.ask('DELETE', `${path}/${made.id}`);
  expect(office.agents[0]?.shortPasswords).toEqual([]);
});

test('the gateway answers for the account as well', async () => {
  const office = await ManagedOffice.open();
  await office.served.ask('PATCH', '/api/gateway', { enabled: true });
  const { port } = office.served.postOffice.gateway.view().channels.api;
  const response = await fetch(`http://127.0.0.1:${port}/v1.1/agents`, {
    headers: { Authorization: office.authorization },
  });
  expect(await response.json()).toMatchObject({ data: [{ mailagent_name: 'Shop' }], status: 'success' });
});
