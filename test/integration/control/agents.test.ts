import { expect, test } from 'vitest';
import { postOfficeForTest } from '../../support/post-office.ts';
import { ServedOffice } from '../../support/served-office.ts';

test('health tells the version, the data folder and the notices, which can be dismissed', async () => {
  const office = await ServedOffice.open();
  const notice = office.postOffice.notices.add({ level: 'info', title: 'Hello', text: 'A word.' });

  const health = await office.ask('GET', '/api/health');
  expect(health.body).toEqual({
    status: 'ok',
    version: '1.2.3',
    run: expect.any(String) as string,
    platform: 'headless',
    demo: false,
    dataFolder: office.postOffice.dataFolder,
    notices: [notice],
  });

  expect((await office.ask('DELETE', `/api/notices/${notice.id}`)).status).toBe(204);
  expect((await office.ask('GET', '/api/health')).body.notices).toEqual([]);
});

test('an agent is created, changed, stopped, started, reordered and deleted over HTTP', async () => {
  const office = await ServedOffice.open();
  const created = await office.ask('POST', '/api/agents', { name: 'Shop', mode: 'strict' });
  expect(created.status).toBe(201);
  expect(created.body).toMatchObject({ name: 'Shop', mode: 'strict', state: 'listening' });
  const { id } = created.body;

  const changed = await office.ask('PATCH', `/api/agents/${id}`, { colour: 'teal' });
  expect(changed.body).toMatchObject({ name: 'Shop', colour: 'teal' });
  expect((await office.ask('POST', `/api/agents/${id}/stop`)).body.state).toBe('stopped');
  expect((await office.ask('POST', `/api/agents/${id}/start`)).body.state).toBe('listening');

  const first = office.agent.id;
  const ordered = await office.ask('PUT', '/api/agents/order', { ids: [id, first] });
  expect(ordered.body.agents.map((agent: { id: string }) => agent.id)).toEqual([id, first]);

  expect((await office.ask('DELETE', `/api/agents/${id}`)).status).toBe(204);
  const gone = await office.ask('GET', `/api/agents/${id}`);
  expect(gone).toMatchObject({ status: 404, body: { error: { code: 'agent.not-found' } } });
});

test('a channel takes the next free port', async () => {
  const office = await ServedOffice.open();
  const answer = await office.ask('POST', `/api/agents/${office.agent.id}/channels/smtp/free-port`);
  expect(answer.status).toBe(200);
  expect(answer.body.channels.smtp.state).toBe('listening');
});

test('tokens and short passwords are made, rotated and revoked, two at most', async () => {
  const office = await ServedOffice.open();
  for (const [path, many] of [
    ['tokens', 'tokens'],
    ['short-passwords', 'shortPasswords'],
  ] as const) {
    const base = `/api/agents/${office.agent.id}/${path}`;
    let made = await office.ask('POST', base);
    expect(made.status).toBe(201);
    for (let extra = 0; extra < 2 && made.status === 201; extra += 1) {
      made = await office.ask('POST', base);
    }
    expect(made.status).toBe(409);

    const [kept, other] = (await office.ask('GET', base)).body[many];
    const rotated = await office.ask('POST', `${base}/${kept.id}/rotate`);
    expect(rotated.body.id).toBe(kept.id);
    expect(rotated.body).not.toEqual(kept);

    expect((await office.ask('DELETE', `${base}/${other.id}`)).status).toBe(204);
    expect((await office.ask('GET', base)).body[many]).toEqual([rotated.body]);
    expect((await office.ask('DELETE', `${base}/${other.id}`)).status).toBe(404);
  }
});

test('two agents may be sandboxes, for good: a third is refused, and so is a change', async () => {
  const office = await ServedOffice.open();
  const created = await office.ask('POST', '/api/agents', { name: 'Trial', sandbox: true });
  expect(created).toMatchObject({ status: 201, body: { sandbox: true, retention: { maxAgeDays: 3 } } });
  const { id } = created.body;
  expect((await office.ask('POST', '/api/agents', { name: 'Second', sandbox: true })).status).toBe(201);

  expect(await office.ask('POST', '/api/agents', { name: 'Third', sandbox: true })).toEqual({
    status: 409,
    body: {
      error: {
        code: 'agent.sandbox-limit',
        message: 'There are 2 sandbox agents already, as many as ZeptoMail allows.',
        field: 'sandbox',
      },
    },
  });
  const live = await office.ask('POST', '/api/agents', { name: 'Third' });
  expect(live).toMatchObject({ status: 201, body: { sandbox: false, retention: { maxAgeDays: null } } });

  for (const [agentId, sandbox] of [
    [id, false],
    [live.body.id, true],
  ] as const) {
    expect(await office.ask('PATCH', `/api/agents/${agentId}`, { colour: 'red', sandbox })).toMatchObject({
      status: 409,
      body: { error: { code: 'agent.sandbox-fixed', field: 'sandbox' } },
    });
  }
  const repeated = await office.ask('PATCH', `/api/agents/${id}`, { name: 'Trials', sandbox: true });
  expect(repeated).toMatchObject({ status: 200, body: { name: 'Trials', sandbox: true } });

  await office.close();
  await office.postOffice.close();
  const reopened = await postOfficeForTest({ folder: office.postOffice.dataFolder });
  expect(reopened.agents.list().map(({ name, sandbox }) => [name, sandbox])).toEqual([
    [office.agent.name, false],
    ['Trials', true],
    ['Second', true],
    ['Third', false],
  ]);
});

test('what is wrong with a request is told with its field', async () => {
  const office = await ServedOffice.open();
  expect(await office.ask('POST', '/api/agents', { name: ' ' })).toEqual({
    status: 400,
    body: { error: { code: 'request.invalid', message: 'A name is needed.', field: 'name' } },
  });
  expect(await office.ask('POST', '/api/agents', { name: 'A', colur: 'red' })).toMatchObject({
    status: 400,
    body: { error: { code: 'request.invalid', field: 'colur' } },
  });
  const taken = await office.ask('POST', '/api/agents', { name: office.agent.name });
  expect(taken).toMatchObject({ status: 409, body: { error: { code: 'agent.name-taken' } } });
});

test('the authority’s certificate can be downloaded and its fingerprint read', async () => {
  const office = await ServedOffice.open();
  const { authority } = office.postOffice;
  const facts = await office.ask('GET', '/api/tls');
  expect(facts.body).toMatchObject({ fingerprint: authority.fingerprint, names: authority.names });
  const file = await office.fetch('/api/tls/ca.pem');
  expect(file.headers.get('content-disposition')).toContain('restante-ca.pem');
  expect(await file.text()).toBe(authority.caPem);
});
