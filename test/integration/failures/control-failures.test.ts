import { expect, test } from 'vitest';
import { ServedOffice } from '../../support/served-office.ts';

test('a switch is added, changed, switched off with all others, and deleted', async () => {
  const office = await ServedOffice.open();
  const base = `/api/agents/${office.agent.id}/failures`;
  expect((await office.ask('GET', base)).body).toMatchObject({ failures: [] });
  const announced = office.next('failures.changed');
  const made = await office.ask('POST', base, { effect: { kind: 'api-reset' } });
  expect(made.status).toBe(201);
  expect((await announced).agentId).toBe(office.agent.id);
  expect(made.body).toMatchObject({ enabled: true, when: { kind: 'always' }, left: null, fired: 0 });
  const one = `${base}/${made.body.id}`;
  const changed = await office.ask('PATCH', one, { when: { kind: 'next', count: 3 } });
  expect(changed.body).toMatchObject({ left: 3, effect: { kind: 'api-reset' } });
  expect((await office.ask('DELETE', base)).body).toEqual({ switchedOff: 1 });
  expect((await office.ask('GET', '/api/failures')).body.failures).toMatchObject([{ enabled: false }]);
  expect((await office.ask('DELETE', one)).status).toBe(204);
  expect((await office.ask('DELETE', one)).body).toMatchObject({ error: { code: 'failure.not-found' } });
});

test('a pattern where no address is known is refused with its field', async () => {
  const office = await ServedOffice.open();
  const refused = await office.ask('POST', `/api/agents/${office.agent.id}/failures`, {
    effect: { kind: 'smtp-reply', stage: 'connect', code: 421 },
    senders: '*@a.test',
  });
  expect(refused.status).toBe(400);
  expect(refused.body).toMatchObject({ error: { field: 'senders' } });
});
