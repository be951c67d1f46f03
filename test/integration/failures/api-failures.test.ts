import { once } from 'node:events';
import { connect } from 'node:net';
import { onTestFinished, expect, test } from 'vitest';
import { createFailureSchema, type FailureEffect } from '#shared/failure.ts';
import type { z } from 'zod';
import { ApiOffice } from '../../support/api-office.ts';

const mail = {
  from: { address: 'orders@shop.test' },
  to: [{ email_address: { address: 'jane@customer.test' } }],
  subject: 'Hello',
  textbody: 'Hello',
};

async function officeWith(
  effect: FailureEffect,
  changes: Partial<z.input<typeof createFailureSchema>> = {},
): Promise<ApiOffice> {
  const office = await ApiOffice.open();
  const wish = createFailureSchema.parse({ effect, ...changes });
  office.ledger.failures.create(office.agent.id, wish, new Date());
  return office;
}

interface ErrorBody {
  readonly error: { readonly code: string; readonly details: readonly object[] };
}

test.each([
  ['credits-exhausted', 429, 'TM_5001', { code: 'LE_102', message: 'Credit exhausted', target: 'credits' }],
  ['credits-expired', 422, 'TM_3501', { code: 'LE_101' }],
  ['account-not-reviewed', 401, 'TM_4001', { code: 'SM_128' }],
  ['trial-limit', 403, 'TM_3601', { code: 'SM_133' }],
  ['agent-day-limit', 403, 'TM_3601', { code: 'SM_151' }],
  ['account-day-limit', 403, 'TM_3601', { code: 'SMI_115' }],
  ['ip-not-allowed', 403, 'TM_3601', { code: 'SERR_156' }],
  ['account-blocked', 403, 'TM_3601', { code: 'AE_101' }],
] as const)('%s is refused with %d %s, also by a relaxed agent', async (refusal, status, code, detail) => {
  const office = await officeWith({ kind: 'api-refusal', refusal });
  const response = await office.send(mail);
  expect(response.status).toBe(status);
  const body = (await response.json()) as ErrorBody;
  expect(body.error.code).toBe(code);
  expect(body.error.details[0]).toMatchObject(detail);
  const { entry } = await office.event('activity.recorded');
  expect(entry).toMatchObject({ outcome: 'refused', messageIds: [] });
  expect(entry.summary).toContain('failure laboratory');
  expect(entry.verdicts[0]?.explanation).toMatch(/^Refused on purpose by the failure laboratory/);
});

test('too many requests are answered with 429 and Retry-After', async () => {
  const office = await officeWith({
    kind: 'api-rate-limit',
    requests: 1,
    windowSeconds: 3600,
    retryAfterSeconds: 7,
  });
  expect((await office.send(mail)).status).toBe(201);
  const refused = await office.send(mail);
  expect(refused.status).toBe(429);
  expect(refused.headers.get('Retry-After')).toBe('7');
});

test('a reset is seen by the client, and nothing is held', async () => {
  const office = await officeWith({ kind: 'api-reset' });
  const socket = connect(office.door.port, '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  await once(socket, 'connect');
  const error = new Promise<NodeJS.ErrnoException>((resolve) => socket.once('error', resolve));
  socket.write(`POST /v1.1/email HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}`);
  expect((await error).code).toBe('ECONNRESET');
  const { entry } = await office.event('activity.recorded');
  expect(entry).toMatchObject({ outcome: 'failed', messageIds: [] });
  expect(entry.summary).toContain('connection reset on purpose');
});

test('an error page is HTML', async () => {
  const office = await officeWith({ kind: 'api-html-error' });
  const response = await office.send(mail);
  expect(response.status).toBe(500);
  expect(response.headers.get('Content-Type')).toBe('text/html;charset=UTF-8');
  expect(await response.text()).toContain('<h1>500 Internal Server Error</h1>');
});

test('a trickling answer is the right one, in pieces', async () => {
  const office = await officeWith({ kind: 'api-slow-answer', bytesPerSecond: 5000 });
  const response = await office.send(mail);
  expect(response.status).toBe(201);
  expect(await response.json()).toMatchObject({ message: 'OK' });
  expect((await office.event('activity.recorded')).entry.outcome).toBe('held');
});

test('a request that waits keeps no other from its answer, and holds nothing once its client has gone', async () => {
  const office = await officeWith(
    { kind: 'api-latency', milliseconds: 600_000, jitterMilliseconds: 0 },
    { recipients: '*@slow.test' },
  );
  const impatient = new AbortController();
  const slow = fetch(new URL('v1.1/email', office.url), {
    method: 'POST',
    headers: { Authorization: office.authorization },
    body: JSON.stringify({ ...mail, to: [{ email_address: { address: 'bob@slow.test' } }] }),
    signal: impatient.signal,
  });
  expect((await office.send(mail)).status).toBe(201);
  while (office.ledger.failures.list(office.agent.id)[0]?.fired !== 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  impatient.abort();
  await expect(slow).rejects.toThrow(/abort/);
  expect((await office.event('activity.recorded', 1)).entry).toMatchObject({
    outcome: 'failed',
    messageIds: [],
  });
});

test('the next two of twenty at the same time fail, exactly', async () => {
  const office = await officeWith(
    { kind: 'api-refusal', refusal: 'account-blocked' },
    { when: { kind: 'next', count: 2 } },
  );
  const answers = await Promise.all(Array.from({ length: 20 }, () => office.send(mail)));
  expect(answers.filter(({ status }) => status === 403)).toHaveLength(2);
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(18);
  expect(office.ledger.failures.list(office.agent.id)[0]).toMatchObject({
    enabled: false,
    left: 0,
    fired: 2,
  });
});
