import { describe, expect, test } from 'vitest';
import { assertNonNullable } from '#shared/assert.ts';
import { amazonSes } from '../../../../electron/zeptomail/transition/amazon-ses.ts';
import { mailChannels } from '../../../../electron/zeptomail/transition/mailchannels.ts';
import { mailgun } from '../../../../electron/zeptomail/transition/mailgun.ts';
import { mandrill } from '../../../../electron/zeptomail/transition/mandrill.ts';
import { postmark } from '../../../../electron/zeptomail/transition/postmark.ts';
import { sendGrid } from '../../../../electron/zeptomail/transition/sendgrid.ts';
import { translate } from '../../../../electron/zeptomail/transition/translate.ts';
import type { Translation, Vendor } from '../../../../electron/zeptomail/transition/vendor-mail.ts';
import { mailgunForm, vendorBodies } from '../../../support/vendor-bodies.ts';

function translateJson(vendor: Vendor, body: unknown): Promise<Translation> {
  return translate(vendor, Buffer.from(JSON.stringify(body)), 'application/json');
}

async function translateForm(form: FormData): Promise<Translation> {
  const request = new Request('http://localhost', { method: 'POST', body: form });
  return translate(
    mailgun,
    Buffer.from(await request.arrayBuffer()),
    request.headers.get('Content-Type') ?? '',
  );
}

const meant = {
  from: { address: 'ann@shop.test', name: 'Ann' },
  to: [{ email_address: { address: 'jane@customer.test', name: 'Doe, Jane' } }],
  cc: [{ email_address: { address: 'team@customer.test', name: '' } }],
  bcc: [{ email_address: { address: 'audit@shop.test', name: '' } }],
  subject: 'Order 42 – 10 €',
  htmlbody: '<p>Danke <img src="cid:logo"></p>',
  textbody: 'Danke',
  attachments: [{ name: 'Rechnung Ä.pdf', mime_type: 'application/pdf', content: 'aGVsbG8=' }],
  inline_images: [{ mime_type: 'image/png', content: 'aGVsbG8=', cid: 'logo' }],
};
const tracked = { track_opens: true, track_clicks: false };
const replied = {
  reply_to: [{ address: 'help@shop.test', name: 'Help' }],
  mime_headers: { 'X-Order': '42' },
};

describe('a mail as the service documents it becomes the ZeptoMail mail that was meant', () => {
  test.each([
    [sendGrid, vendorBodies.sg, { ...tracked, ...replied }],
    [mailChannels, vendorBodies.mc, { ...tracked, ...replied }],
    [postmark, vendorBodies.pm, { ...tracked, ...replied }],
    [amazonSes, vendorBodies.as, replied],
    [mandrill, vendorBodies.md, { ...tracked, ...replied }],
  ])('$name', async (vendor, body, more) => {
    const { mails, problems } = await translateJson(vendor, body);
    expect(problems).toEqual([]);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.body).toMatchObject({ ...meant, ...more });
  });

  test('Mailgun', async () => {
    const { mails, problems } = await translateForm(mailgunForm());
    expect(problems).toEqual([]);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.body).toMatchObject({ ...meant, ...tracked, ...replied });
  });

  test('Mailgun’s form without files is urlencoded, and lists may be one value or several', async () => {
    const body =
      'from=a%40shop.test&to=Bob+%3Cb%40b.test%3E%2C+c%40c.test&to=d%40d.test&subject=Hi&text=Hello';
    const { mails } = await translate(mailgun, Buffer.from(body), 'application/x-www-form-urlencoded');
    expect(mails[0]?.body).toMatchObject({
      from: { address: 'a@shop.test', name: '' },
      to: [
        { email_address: { address: 'b@b.test', name: 'Bob' } },
        { email_address: { address: 'c@c.test', name: '' } },
        { email_address: { address: 'd@d.test', name: '' } },
      ],
      subject: 'Hi',
      textbody: 'Hello',
    });
  });
});

test('every personalization is a mail of its own, and its own words win over those for all', async () => {
  const { mails } = await translateJson(sendGrid, {
    ...vendorBodies.sg,
    personalizations: [
      { to: [{ email: 'a@a.test' }] },
      {
        to: [{ email: 'b@b.test' }],
        from: { email: 'bob@shop.test' },
        subject: 'Yours',
        headers: { 'X-Order': '43', 'X-More': '1' },
      },
    ],
  });
  expect(mails.map(({ body }) => body)).toMatchObject([
    { to: [{ email_address: { address: 'a@a.test' } }], subject: 'Order 42 – 10 €' },
    {
      to: [{ email_address: { address: 'b@b.test' } }],
      from: { address: 'bob@shop.test', name: '' },
      subject: 'Yours',
      mime_headers: { 'X-Order': '43', 'X-More': '1' },
    },
  ]);
});

test.each([
  ['text/plain', 'textbody'],
  ['html/plain', 'textbody'],
  ['text/html', 'htmlbody'],
  ['html/text', 'htmlbody'],
])('content of type %s is the %s', async (type, field) => {
  const { mails } = await translateJson(sendGrid, { ...vendorBodies.sg, content: [{ type, value: 'Hi' }] });
  const [mail] = mails;
  assertNonNullable(mail, 'there is one personalization');
  expect(mail.body).toMatchObject({ [field]: 'Hi' });
});

test.each([
  [sendGrid, { ...vendorBodies.sg, subject: 7 }, 'subject', 'SM_101'],
  [sendGrid, { ...vendorBodies.sg, personalizations: {} }, 'personalizations', 'SM_101'],
  [sendGrid, { ...vendorBodies.sg, personalizations: undefined }, 'personalizations', 'GE_102'],
  [
    sendGrid,
    { ...vendorBodies.sg, content: [{ type: 'text/calendar', value: '' }] },
    'content[0].type',
    'SM_120',
  ],
  [mailChannels, { ...vendorBodies.mc, from: 'a@shop.test' }, 'from', 'SM_101'],
  [postmark, { ...vendorBodies.pm, To: ['a@b.test'] }, 'To', 'SM_101'],
  [postmark, { ...vendorBodies.pm, From: 'a@shop.test, b@shop.test' }, 'From', 'SM_113'],
  [amazonSes, { ...vendorBodies.as, Content: { Raw: { Data: 'aGk=' } } }, 'Content.Simple', 'GE_102'],
  [
    mandrill,
    { message: { ...vendorBodies.md.message, track_opens: 'yes' } },
    'message.track_opens',
    'SM_101',
  ],
] as const)('a mistake in $name’s shape names its own field: %#', async (vendor, body, target, subCode) => {
  const { problems } = await translateJson(vendor, body);
  expect(problems[0]).toMatchObject({ target, subCode });
});

test.each([
  [sendGrid, '[]', 'application/json'],
  [postmark, 'From=a', 'application/x-www-form-urlencoded'],
  [mailgun, 'no parts', 'multipart/form-data; boundary=x'],
  [mailgun, '--x--', 'multipart/form-data'],
])('a body that is not in $name’s shape at all gives no mail and one problem', async (vendor, body, type) => {
  const { mails, problems } = await translate(vendor, Buffer.from(body), type);
  expect(mails).toEqual([]);
  expect(problems).toMatchObject([{ code: 'TM_3301', subCode: 'SM_101' }]);
});
