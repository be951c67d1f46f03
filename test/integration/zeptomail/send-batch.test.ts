import { expect, test } from 'vitest';
import { RestanteError } from '#shared/errors.ts';
import { ApiOffice } from '../../support/api-office.ts';

const strict = { mode: 'strict' as const, domains: ['shop.test'] };
const path = 'v1.1/email/batch';
const ann = { address: 'ann@customer.test', name: 'Ann' };
const bob = { address: 'bob@customer.test', name: 'Bob' };
const batch = {
  from: { address: 'orders@shop.test', name: 'Shop' },
  to: [{ email_address: ann, merge_info: { name: 'Ann & Co', order: 7 } }, { email_address: bob }],
  cc: [{ email_address: { address: 'team@shop.test' } }],
  bcc: [{ email_address: { address: 'audit@shop.test' } }],
  subject: 'Order {{order}} of {{name}}',
  htmlbody: '<b>{{ name }}</b> {{{name}}}',
  textbody: '{{name}} {{unknown}}',
  client_reference: 'order-{{order}}',
  merge_info: { name: 'Everybody', order: 'none' },
};

async function messagesOf(office: ApiOffice, count: number) {
  const messages = [];
  for (let nth = 0; nth < count; nth++) {
    messages.push(await office.message(nth));
  }
  return messages.toSorted((a, b) => (a.to[0]?.address ?? '').localeCompare(b.to[0]?.address ?? ''));
}

test('each recipient gets a mail of their own, filled from their own values or from the common ones', async () => {
  const office = await ApiOffice.open(strict);
  const response = await office.send(batch, { path });
  expect(response.status).toBe(201);
  const answer = (await response.json()) as { request_id: string };
  expect(answer).toEqual({
    data: [{ code: 'EM_104', additional_info: [], message: 'Email request received' }],
    message: 'OK',
    request_id: expect.stringMatching(new RegExp(`^2d6f\\.${office.agent.key}\\.b1\\.`)) as string,
    object: 'email',
  });
  const [first, second] = await messagesOf(office, 2);
  expect(first).toMatchObject({
    to: [ann],
    cc: [{ address: 'team@shop.test' }],
    subject: 'Order 7 of Ann & Co',
    text: 'Ann & Co ',
    envelope: { rcptTo: [ann.address, 'team@shop.test', 'audit@shop.test'] },
    sending: {
      requestId: answer.request_id,
      clientReference: 'order-7',
      missingVariables: ['unknown'],
    },
    verdicts: [],
  });
  const html = await office.road.archive.html(first?.id ?? '');
  expect(html?.html).toContain('<b>Ann &amp; Co</b> Ann & Co');
  expect(second).toMatchObject({
    to: [bob],
    subject: 'Order none of Everybody',
    sending: { requestId: answer.request_id, clientReference: 'order-none' },
  });
  expect(first?.messageId).not.toBe(second?.messageId);
  expect(first?.raw.toString()).not.toContain(bob.address);
  expect((await office.activity()).messageIds).toHaveLength(2);
});

test.each([
  ['inside the address', [{ email_address: { ...ann, merge_info: { name: 'A' } } }], {}],
  ['as JSON in a string', [{ email_address: ann, merge_info: '{"name":"A"}' }], {}],
  ['as JSON in a string for all', [{ email_address: ann }], { merge_info: '{"name":"A"}' }],
])('merge_info is taken %s', async (_, to, changes) => {
  const office = await ApiOffice.open(strict);
  const response = await office.send({ ...batch, ...changes, to, subject: 'Hello {{name}}' }, { path });
  expect(response.status).toBe(201);
  expect((await office.message()).subject).toBe('Hello A');
});

test('a batch body is a batch on /v1.1/email as well, and a plain mail keeps its placeholders', async () => {
  const office = await ApiOffice.open(strict);
  expect((await office.send(batch)).status).toBe(201);
  expect((await messagesOf(office, 2)).map(({ to }) => to.length)).toEqual([1, 1]);
  await office.send({ ...batch, to: [{ email_address: ann }], merge_info: undefined });
  expect((await office.message(2)).subject).toBe(batch.subject);
});

test('“attachment” and “attachments” both carry files', async () => {
  const office = await ApiOffice.open(strict);
  const file = (name: string) => ({ name, mime_type: 'text/plain', content: 'aGVsbG8=' });
  const body = { ...batch, attachment: [file('a.txt')], attachments: [file('b.txt')] };
  expect((await office.send(body, { path })).status).toBe(201);
  const { parts } = await office.message();
  expect(parts.map(({ filename }) => String(filename)).toSorted()).toEqual(['a.txt', 'b.txt']);
});

test('500 recipients get 500 mails, 501 are too many', async () => {
  const office = await ApiOffice.open(strict);
  const to = Array.from({ length: 501 }, (_, n) => ({ email_address: { address: `p${n}@customer.test` } }));
  const small = { ...batch, cc: [], bcc: [] };
  expect((await office.send({ ...small, to }, { path })).status).toBe(400);
  expect((await office.send({ ...small, to: to.slice(0, 500) }, { path })).status).toBe(201);
  expect(await office.held()).toBe(500);
});

test('a batch without anybody in “to” is refused in both modes', async () => {
  const office = await ApiOffice.open();
  const refused = await office.send({ ...batch, to: [] }, { path });
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({ error: { details: [{ code: 'GE_102', target: 'to' }] } });
});

test('when storing fails in the middle, the answer says what is held, and it stays', async () => {
  const office = await ApiOffice.open(strict);
  const { intake } = office.road;
  const accept = intake.accept.bind(intake);
  let accepted = 0;
  // The disk fills up after the first mails.
  intake.accept = (parcel) =>
    ++accepted > 20
      ? Promise.reject(new RestanteError('store.failed', { reason: 'the disk is full' }))
      : accept(parcel);
  const to = Array.from({ length: 40 }, (_, n) => ({ email_address: { address: `p${n}@customer.test` } }));
  const response = await office.send({ ...batch, to }, { path });
  expect(response.status).toBe(500);
  const { error } = (await response.json()) as { error: { details: { message: string }[] } };
  expect(error.details[0]?.message).toMatch(/^20 of 40 mails were held, the others not: .*the disk is full/);
  expect(await office.held()).toBe(20);
  expect(await office.activity()).toMatchObject({ outcome: 'failed' });
  expect((await office.activity()).messageIds).toHaveLength(20);
});

test('version 1.0 takes objects, lists and booleans in strings', async () => {
  const office = await ApiOffice.open(strict);
  const response = await office.send(
    {
      from: JSON.stringify(batch.from),
      to: JSON.stringify([{ email_address: ann }]),
      subject: '[1] stays text',
      htmlbody: '<b>Hello</b>',
      track_opens: 'true',
    },
    { path: 'v1.0/email' },
  );
  expect(response.status).toBe(201);
  expect(await office.message()).toMatchObject({
    to: [ann],
    subject: '[1] stays text',
    sending: { trackOpens: true },
    verdicts: [],
  });
});
