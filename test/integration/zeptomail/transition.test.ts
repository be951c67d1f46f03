import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ApiOffice } from '../../support/api-office.ts';
import { mailgunForm, vendorBodies } from '../../support/vendor-bodies.ts';

interface Success {
  readonly request_id: string;
}

interface Refusal {
  readonly error: {
    readonly code: string;
    readonly details: readonly { readonly code?: string; readonly target?: string }[];
  };
}

function post(office: ApiOffice, shape: string, body: BodyInit): Promise<Response> {
  return fetch(new URL(`v1.1/${shape}/email`, office.url), {
    method: 'POST',
    headers: { Authorization: office.authorization },
    body,
  });
}

const requests: readonly (readonly [shape: string, body: () => BodyInit])[] = [
  ...Object.entries(vendorBodies).map(([shape, body]): readonly [string, () => BodyInit] => [
    shape,
    () => JSON.stringify(body),
  ]),
  ['mg', mailgunForm],
];

test.each(requests)(
  'a mail in the shape “%s” is held as it was meant, and answered as ZeptoMail does',
  async (shape, body) => {
    const office = await ApiOffice.open({ mode: 'strict', domains: ['shop.test'] });
    const response = await post(office, shape, body());
    expect(response.status).toBe(201);
    const text = await response.text();
    const { request_id: requestId } = JSON.parse(text) as Success;
    expect(text).toBe(
      `{"data":[{"code":"EM_104","additional_info":[],"message":"Email request received"}],"message":"OK","request_id":"${requestId}","object":"email"}`,
    );
    const message = await office.message();
    expect(message).toMatchObject({
      door: 'api',
      subject: 'Order 42 – 10 €',
      from: { address: 'ann@shop.test', name: 'Ann' },
      to: [{ address: 'jane@customer.test', name: 'Doe, Jane' }],
      cc: [{ address: 'team@customer.test', name: '' }],
      replyTo: [{ address: 'help@shop.test', name: 'Help' }],
      envelope: {
        mailFrom: 'ann@shop.test',
        rcptTo: ['jane@customer.test', 'team@customer.test', 'audit@shop.test'],
      },
      messageId: `<${requestId}@shop.test>`,
      sending: { requestId, trackOpens: shape !== 'as', trackClicks: false },
      verdicts: [],
      hasHtml: true,
    });
    expect(message.text?.trim()).toBe('Danke');
    expect(message.headers).toContainEqual({ name: 'X-Order', value: '42' });
    expect(message.raw.toString()).not.toMatch(/^bcc:|audit@/im);
    expect(message.parts).toMatchObject([
      { contentType: 'image/png', size: 5, inline: true },
      { filename: 'Rechnung Ä.pdf', contentType: 'application/pdf', size: 5, inline: false },
    ]);
  },
);

test('every personalization becomes a message with a Message-ID of its own', async () => {
  const office = await ApiOffice.open({ mode: 'strict', domains: ['shop.test'] });
  const personalizations = ['a@a.test', 'b@b.test', 'c@c.test'].map((email) => ({ to: [{ email }] }));
  const response = await post(office, 'sg', JSON.stringify({ ...vendorBodies.sg, personalizations }));
  expect(response.status).toBe(201);
  const { summary, messageIds } = await office.activity();
  expect(summary).toBe('POST /v1.1/sg/email: 201 3 messages held');
  const messages = await Promise.all(messageIds.map((id) => office.road.archive.detail(id)));
  expect(messages.map((message) => message?.envelope.rcptTo)).toEqual([
    ['a@a.test'],
    ['b@b.test'],
    ['c@c.test'],
  ]);
  expect(new Set(messages.map((message) => message?.messageId)).size).toBe(3);
});

const sg = vendorBodies.sg;
const [personalization] = sg.personalizations;
const ses = vendorBodies.as;
const md = vendorBodies.md.message;

test.each([
  ['sg', { ...sg, subject: '' }, 400, 'GE_102', 'subject'],
  ['sg', { ...sg, content: [] }, 400, 'GE_102', 'content'],
  ['sg', { ...sg, personalizations: [{ to: [{ email: 'jane' }] }] }, 401, 'SM_113', 'personalizations[0].to'],
  ['sg', { ...sg, from: { email: 'ann@other.test' } }, 401, 'SM_111', 'from'],
  ['mc', { ...vendorBodies.mc, reply_to: { email: 'help' } }, 401, 'SM_113', 'reply_to'],
  ['pm', { ...vendorBodies.pm, From: undefined }, 400, 'GE_102', 'From'],
  ['pm', { ...vendorBodies.pm, Cc: 'jane' }, 401, 'SM_113', 'Cc'],
  [
    'pm',
    {
      ...vendorBodies.pm,
      Attachments: [...vendorBodies.pm.Attachments, { Name: 'a.txt', ContentType: 'text/plain' }],
    },
    400,
    'GE_102',
    'Attachments[2].Content',
  ],
  [
    'as',
    { ...ses, Content: { Simple: { ...ses.Content.Simple, Subject: {} } } },
    400,
    'GE_102',
    'Content.Simple.Subject.Data',
  ],
  ['as', { ...ses, Destination: { ToAddresses: ['jane'] } }, 401, 'SM_113', 'Destination.ToAddresses'],
  ['md', { message: { ...md, from_email: 'ann@other.test' } }, 401, 'SM_111', 'message.from_email'],
  [
    'md',
    { message: { ...md, images: [{ ...md.images[0], type: 'png' }] } },
    400,
    'SM_120',
    'message.images[0].type',
  ],
  ['md', {}, 400, 'GE_102', 'message.from_email'],
])(
  'a mistake in the shape “%s” is refused as ZeptoMail does, and names the field: %#',
  async (shape, body, status, code, target) => {
    const office = await ApiOffice.open({ mode: 'strict', domains: ['shop.test'] });
    const response = await post(office, shape, JSON.stringify(body));
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { details: [{ code, target }] } });
    expect(await office.held()).toBe(0);
  },
);

test('a bad recipient alone brings production’s inner error, whatever its field is called', async () => {
  const office = await ApiOffice.open();
  const response = await post(
    office,
    'pm',
    JSON.stringify({ ...vendorBodies.pm, To: 'jane', Cc: '', Bcc: '' }),
  );
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({
    error: { details: [{ target: 'To', target_value: 'jane', inner_error: { code: 'SMI_116' } }] },
  });
});

test('the token is asked for as everywhere, and a relaxed agent holds with all verdicts', async () => {
  const office = await ApiOffice.open({ domains: ['shop.test'] });
  const body = JSON.stringify({ ...vendorBodies.pm, Subject: '', TrackOpens: 'yes' });
  const response = await fetch(new URL('v1.1/pm/email', office.url), {
    method: 'POST',
    headers: { 'X-Postmark-Server-Token': 'server token' },
    body,
  });
  expect(response.status).toBe(201);
  const { verdicts } = await office.message();
  expect(verdicts.map(({ subCode, target }) => [subCode, target])).toEqual([
    ['SERR_157', undefined],
    ['SM_101', 'TrackOpens'],
    ['GE_102', 'Subject'],
  ]);
});

test('several mails are taken whole or not at all', async () => {
  const office = await ApiOffice.open();
  const personalizations = [{ to: [{ email: 'a@a.test' }] }, { to: [] }];
  const response = await post(office, 'mc', JSON.stringify({ ...vendorBodies.mc, personalizations }));
  expect(response.status).toBe(400);
  expect(((await response.json()) as Refusal).error.details[0]?.target).toBe('personalizations[1].to');
  expect(await office.held()).toBe(0);
});

test('Mailgun’s form may be urlencoded, or break off, and a file keeps its bytes', async () => {
  const office = await ApiOffice.open({ mode: 'strict', domains: ['shop.test'] });
  const withBytes = mailgunForm();
  const image = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 13, 10, 13, 10, 0]);
  withBytes.append('attachment', new Blob([image], { type: 'image/jpeg' }), 'photo.jpg');
  expect((await post(office, 'mg', withBytes)).status).toBe(201);
  const { id, parts, session } = await office.message();
  const photo = await office.road.archive.part(
    id,
    parts.findIndex(({ filename }) => filename === 'photo.jpg'),
  );
  expect(Buffer.from(photo?.bytes ?? []).equals(image)).toBe(true);
  expect(JSON.stringify(session)).toContain('<9 bytes>');

  const form = new URLSearchParams({ from: 'ann@shop.test', to: 'a@a.test', subject: 'Hi', text: 'Hello' });
  expect((await post(office, 'mg', form)).status).toBe(201);

  const broken = await fetch(new URL('v1.1/mg/email', office.url), {
    method: 'POST',
    headers: { Authorization: office.authorization, 'Content-Type': 'multipart/form-data; boundary=x' },
    body: '--x\r\nContent-Disposition: form-data; name="from"\r\n\r\nann@shop.test',
  });
  expect(broken.status).toBe(400);
  expect(((await broken.json()) as Refusal).error.code).toBe('TM_3301');
});

const junk = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constant('a@b.test'),
  fc.constant({ email: 'a@b.test' }),
);

/** A body that has the fields of a documented one, any of them replaced by anything. */
function spoilt(body: object): fc.Arbitrary<object> {
  return fc
    .record(Object.fromEntries(Object.keys(body).map((key) => [key, junk])), { requiredKeys: [] })
    .map((changes) => ({ ...body, ...changes }));
}

const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array)),
  fc.json().map((text) => Buffer.from(text)),
  ...Object.values(vendorBodies).map((body) =>
    spoilt(body).map((value) => Buffer.from(JSON.stringify(value))),
  ),
  spoilt(md).map((message) => Buffer.from(JSON.stringify({ message }))),
  spoilt(personalization ?? {}).map((entry) =>
    Buffer.from(JSON.stringify({ ...sg, personalizations: [entry] })),
  ),
  spoilt(ses.Content.Simple).map((simple) =>
    Buffer.from(JSON.stringify({ ...ses, Content: { Simple: simple } })),
  ),
  fc
    .string({ unit: 'binary', maxLength: 100 })
    .map((text) =>
      Buffer.from(`--x\r\nContent-Disposition: form-data; name="to"\r\n\r\n${text}\r\n--x--\r\n`),
    ),
);

test('any bytes in any shape get an answer in ZeptoMail’s shape, never a 500', async () => {
  const offices = [await ApiOffice.open(), await ApiOffice.open({ mode: 'strict', domains: ['shop.test'] })];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...offices),
      fc.constantFrom('sg', 'pm', 'mg', 'mc', 'as', 'md'),
      fc.constantFrom(
        'application/json',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
        'x',
      ),
      bytes,
      async (office, shape, type, body) => {
        const response = await fetch(new URL(`v1.1/${shape}/email`, office.url), {
          method: 'POST',
          headers: { Authorization: office.authorization, 'Content-Type': type },
          body: new Uint8Array(body),
        });
        const answer = (await response.json()) as Partial<Success & Refusal>;
        expect([201, 400, 401, 422]).toContain(response.status);
        expect(answer.request_id ?? answer.error?.details[0]).toBeTruthy();
      },
    ),
    { numRuns: 400 },
  );
});

test('the suppression list holds here as well', async () => {
  const office = await ApiOffice.open({ mode: 'strict', domains: ['shop.test'] });
  const entry = { kind: 'email', value: 'jane@customer.test', action: 'reject' } as const;
  office.ledger.suppressions.add([entry], new Date());
  const response = await post(office, 'pm', JSON.stringify(vendorBodies.pm));
  expect(response.ok).toBe(false);
  expect(((await response.json()) as Refusal).error.details[0]).toMatchObject({
    target: 'To',
    target_value: 'jane@customer.test',
  });
});
