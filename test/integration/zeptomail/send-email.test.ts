import { expect, test } from 'vitest';
import { ApiOffice } from '../../support/api-office.ts';

const mail = {
  from: { address: 'orders@shop.test', name: 'Jürgen’s Shop' },
  to: [{ email_address: { address: 'jane@customer.test', name: 'Doe, Jane' } }],
  cc: [{ email_address: { address: 'team@customer.test' } }],
  bcc: [{ email_address: { address: 'audit@shop.test' } }],
  reply_to: [{ address: 'help@shop.test', name: 'Help' }],
  subject: 'Ihre Bestellung – 42 €',
  htmlbody: '<p>Danke, <img src="cid:logo"></p>',
  textbody: 'Danke,\nbis bald',
  attachments: [
    {
      name: 'Rechnung Ä.pdf',
      mime_type: 'application/pdf',
      content: Buffer.alloc(5000, 7).toString('base64'),
    },
  ],
  inline_images: [{ cid: 'logo', mime_type: 'image/png', content: Buffer.from('png').toString('base64') }],
  mime_headers: { 'X-Order': '42', 'List-Unsubscribe': '<https://shop.test/u>' },
  track_opens: true,
  client_reference: 'order-42',
};

test('a mail is held as it was meant, and answered with production’s body and header fields', async () => {
  const office = await ApiOffice.open({ mode: 'strict', domains: ['shop.test'] });
  const response = await office.send(mail);
  expect(response.status).toBe(201);
  const text = await response.text();
  const { request_id: requestId } = JSON.parse(text) as { request_id: string };
  expect(text).toBe(
    `{"data":[{"code":"EM_104","additional_info":[],"message":"Email request received"}],"message":"OK","request_id":"${requestId}","object":"email"}`,
  );
  expect(requestId).toMatch(new RegExp(`^2d6f\\.${office.agent.key}\\.m1\\.`));
  expect(Object.fromEntries(response.headers)).toMatchObject({
    server: 'ZGS',
    'content-type': 'application/json',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private,no-cache,no-store,max-age=0,must-revalidate',
    pragma: 'no-cache',
    expires: 'Thu, 01 Jan 1970 00:00:00 GMT',
    'x-frame-options': 'SAMEORIGIN',
    'content-language': 'en-US',
    'strict-transport-security': 'max-age=63072000',
  });
  expect(response.headers.has('access-control-allow-origin')).toBe(false);

  const message = await office.message();
  expect(message).toMatchObject({
    door: 'api',
    subject: mail.subject,
    from: { address: 'orders@shop.test', name: 'Jürgen’s Shop' },
    to: [{ address: 'jane@customer.test', name: 'Doe, Jane' }],
    cc: [{ address: 'team@customer.test', name: '' }],
    replyTo: [{ address: 'help@shop.test', name: 'Help' }],
    envelope: {
      mailFrom: 'orders@shop.test',
      rcptTo: ['jane@customer.test', 'team@customer.test', 'audit@shop.test'],
    },
    messageId: `<${requestId}@shop.test>`,
    verdicts: [],
    hasHtml: true,
  });
  expect(message.text?.trim()).toBe(mail.textbody);
  expect(message.raw.toString()).not.toMatch(/^bcc:|audit@/im);
  expect(message.raw.toString()).toMatch(/^X-Order: 42\r$/m);
  expect(message.raw.toString().replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const pdf = message.parts.find(({ filename }) => filename === 'Rechnung Ä.pdf');
  const content = await office.road.archive.part(message.id, pdf?.n ?? -1);
  expect(Buffer.from(content?.bytes ?? []).equals(Buffer.alloc(5000, 7))).toBe(true);
  expect(message.parts.some(({ contentId, inline }) => contentId?.includes('logo') === true && inline)).toBe(
    true,
  );
});

test('the request is kept with the message and in the activity, with the token blanked', async () => {
  const office = await ApiOffice.open();
  await office.send(mail, { path: 'v1.1/email?x=1' });
  const { session } = await office.message();
  expect(session).toMatchObject({
    kind: 'api',
    tls: false,
    request: { method: 'POST', path: '/v1.1/email?x=1' },
    response: { status: 201 },
  });
  const token = office.agent.tokens[0]?.token ?? '';
  expect(JSON.stringify(session)).not.toContain(token);
  expect(JSON.stringify(session)).toContain(`Zoho-enczapikey ****${token.slice(-4)}`);
  expect(JSON.stringify(session)).toContain('base64 characters>');
  const activity = await office.activity();
  expect(activity).toMatchObject({ outcome: 'held', summary: 'POST /v1.1/email: 201 1 message held' });
  expect(activity.messageIds).toEqual([(await office.message()).id]);
});

test('a strict agent answers with the first verdict, holds nothing and keeps the reason', async () => {
  const office = await ApiOffice.open({ mode: 'strict', domains: ['shop.test'] });
  const response = await office.send(
    { ...mail, headers: {} },
    { headers: { Authorization: 'Zoho-enczapikey wrong' } },
  );
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({
    error: {
      code: 'TM_4001',
      details: [{ code: 'SERR_157', message: 'Invalid API Token found' }],
      message: 'Access Denied',
      request_id: expect.stringMatching(/\.m4\./) as string,
    },
  });
  const activity = await office.activity();
  expect(activity.outcome).toBe('refused');
  expect(activity.summary).toBe('POST /v1.1/email: 401 TM_4001 / SERR_157');
  expect(activity.verdicts.map(({ subCode }) => subCode)).toEqual(['SERR_157', 'GE_121']);
  expect(await office.held()).toBe(0);
});

test('a relaxed agent holds the same request with its verdicts', async () => {
  const office = await ApiOffice.open();
  const response = await office.send({ ...mail, headers: {} }, { headers: { Authorization: '' } });
  expect(response.status).toBe(201);
  const { verdicts } = await office.message();
  expect(verdicts.map(({ subCode }) => subCode)).toEqual(['SERR_157', 'GE_121']);
});

test('a bad recipient is answered as production does, with the inner error', async () => {
  const office = await ApiOffice.open();
  const response = await office.send({
    ...mail,
    to: [{ email_address: { address: 'jane' } }],
    cc: [],
    bcc: [],
  });
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({
    error: {
      code: 'TM_4001',
      details: [
        {
          code: 'SM_113',
          message: 'Invalid email address',
          target: 'to|cc|bcc',
          target_value: 'jane',
          inner_error: { code: 'SMI_116', message: 'No valid recipients found' },
        },
      ],
    },
  });
});

test.each([
  ['no JSON', '{', 400, 'SM_101'],
  ['no sender', { ...mail, from: undefined }, 400, 'GE_102'],
  ['no recipient', { ...mail, to: [], cc: [], bcc: [] }, 400, 'GE_102'],
])('a relaxed agent too refuses %s', async (_, body, status, subCode) => {
  const office = await ApiOffice.open();
  const response = await office.send(body, { headers: { Authorization: '' } });
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ error: { details: [{ code: subCode }] } });
});

test('JSON is read whatever the Content-Type says', async () => {
  const office = await ApiOffice.open();
  for (const type of ['text/plain;charset=UTF-8', 'application/x-www-form-urlencoded', 'nonsense']) {
    expect((await office.send(mail, { headers: { 'Content-Type': type } })).status).toBe(201);
  }
});

test('changed tokens and modes apply at the next request', async () => {
  const office = await ApiOffice.open();
  const before = office.authorization;
  expect((await office.send(mail)).status).toBe(201);
  office.agent = { ...office.agent, mode: 'strict', domains: ['shop.test'], tokens: [] };
  expect((await office.send(mail, { headers: { Authorization: before } })).status).toBe(401);
});

test('no header can be smuggled in by any field', async () => {
  const office = await ApiOffice.open();
  const evil = 'x\r\nBcc: evil@evil.test\r\n\r\nbody';
  const response = await office.send({
    ...mail,
    from: { address: 'orders@shop.test', name: evil },
    to: [{ email_address: { address: 'jane@customer.test', name: evil } }],
    reply_to: [{ address: 'help@shop.test', name: evil }],
    subject: evil,
    attachments: [{ name: evil, mime_type: `text/plain; name="${evil}"`, content: 'aGVsbG8=' }],
    inline_images: [{ cid: evil, mime_type: 'image/png', content: 'aGVsbG8=' }],
    mime_headers: { 'X-A': evil, [evil]: 'x', Bcc: 'evil@evil.test' },
  });
  expect(response.status).toBe(201);
  const { raw, envelope } = await office.message();
  expect(raw.toString()).not.toMatch(/^bcc:/im);
  expect(envelope.rcptTo).not.toContain('evil@evil.test');
});
