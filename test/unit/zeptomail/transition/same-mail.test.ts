import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { amazonSes } from '../../../../electron/zeptomail/transition/amazon-ses.ts';
import { mailChannels } from '../../../../electron/zeptomail/transition/mailchannels.ts';
import { mailgun } from '../../../../electron/zeptomail/transition/mailgun.ts';
import { mandrill } from '../../../../electron/zeptomail/transition/mandrill.ts';
import { postmark } from '../../../../electron/zeptomail/transition/postmark.ts';
import { sendGrid } from '../../../../electron/zeptomail/transition/sendgrid.ts';
import { translate } from '../../../../electron/zeptomail/transition/translate.ts';
import { sendTransition } from '../../../../electron/zeptomail/transition/send-transition.ts';
import type { Vendor } from '../../../../electron/zeptomail/transition/vendor-mail.ts';
import { agentConfig } from '../../../support/agent-configs.ts';
import { readBack } from '../../../support/any-mail.ts';
import { putTo } from '../../../support/put-to.ts';
import { temporaryLedger } from '../../../support/temporary-ledger.ts';
import { misshaped } from '../../../support/zeptomail-shape.ts';

interface Box {
  readonly address: string;
  readonly name: string;
}

interface Mail {
  readonly from: Box;
  readonly to: readonly Box[];
  readonly cc: readonly Box[];
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly files: readonly { readonly name: string; readonly content: Uint8Array }[];
}

const type = 'application/pdf';

function written({ address, name }: Box): string {
  return `"${name.replaceAll(/["\\]/g, '\\$&')}" <${address}>`;
}

function inEmail({ address, name }: Box): object {
  return { email: address, name };
}

function base64(content: Uint8Array): string {
  return Buffer.from(content).toString('base64');
}

function personalized({ from, to, cc, subject, html, text, files }: Mail): object {
  return {
    from: inEmail(from),
    personalizations: [{ to: to.map(inEmail), cc: cc.map(inEmail) }],
    subject,
    content: [
      { type: 'text/plain', value: text },
      { type: 'text/html', value: html },
    ],
    attachments: files.map(({ name, content }) => ({ filename: name, type, content: base64(content) })),
  };
}

const shapes: readonly (readonly [vendor: Vendor, body: (mail: Mail) => object])[] = [
  [sendGrid, personalized],
  [mailChannels, personalized],
  [
    postmark,
    ({ from, to, cc, subject, html, text, files }) => ({
      From: written(from),
      To: to.map(written).join(', '),
      Cc: cc.map(written).join(', '),
      Subject: subject,
      HtmlBody: html,
      TextBody: text,
      Attachments: files.map(({ name, content }) => ({
        Name: name,
        ContentType: type,
        Content: base64(content),
      })),
    }),
  ],
  [
    amazonSes,
    ({ from, to, cc, subject, html, text, files }) => ({
      FromEmailAddress: written(from),
      Destination: { ToAddresses: to.map(written), CcAddresses: cc.map(written) },
      Content: {
        Simple: {
          Subject: { Data: subject },
          Body: { Html: { Data: html }, Text: { Data: text } },
          Attachments: files.map(({ name, content }) => ({
            FileName: name,
            ContentType: type,
            RawContent: base64(content),
          })),
        },
      },
    }),
  ],
  [
    mandrill,
    ({ from, to, cc, subject, html, text, files }) => ({
      message: {
        from_email: from.address,
        from_name: from.name,
        to: [...to.map(inEmail), ...cc.map((box) => ({ ...inEmail(box), type: 'cc' }))],
        subject,
        html,
        text,
        attachments: files.map(({ name, content }) => ({ name, type, content: base64(content) })),
      },
    }),
  ],
  [
    mailgun,
    ({ from, to, cc, subject, html, text, files }) => {
      const form = new FormData();
      form.set('from', written(from));
      form.set('to', to.map(written).join(', '));
      form.set('cc', cc.map(written).join(', '));
      form.set('subject', subject);
      form.set('html', html);
      form.set('text', text);
      for (const { name, content } of files) {
        form.append('attachment', new Blob([new Uint8Array(content)], { type }), name);
      }
      return form;
    },
  ],
];

/** As a client of the service puts it on the wire. */
async function onTheWire(body: object): Promise<{ bytes: Buffer; contentType: string }> {
  const request = new Request('http://localhost', {
    method: 'POST',
    body: body instanceof FormData ? body : JSON.stringify(body),
  });
  return {
    bytes: Buffer.from(await request.arrayBuffer()),
    contentType: request.headers.get('Content-Type') ?? '',
  };
}

/** One line of text in any script: a form may change line breaks. */
const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .map((text) => text.replaceAll(/[\p{C}\p{Z}\s]+/gu, ' ').trim())
  .filter((text) => text !== '');
const box = fc.record({
  address: fc.stringMatching(/^[a-z0-9!#$%&'*+/=?^_`{|}~-]{1,12}$/).map((local) => `${local}@b.test`),
  name: words,
});
const anyMail: fc.Arbitrary<Mail> = fc.record({
  from: box,
  to: fc.array(box, { minLength: 1, maxLength: 3 }),
  cc: fc.array(box, { maxLength: 2 }),
  subject: words,
  html: words,
  text: words,
  files: fc.array(
    fc.record({
      name: words.map((name) => `${name}.pdf`),
      content: fc.uint8Array({ minLength: 1, maxLength: 50 }),
    }),
    { maxLength: 2 },
  ),
});

test.each(shapes.map(([vendor, body]) => ({ name: vendor.name, vendor, body })))(
  'any mail that is said in $name’s shape is the same mail in ZeptoMail’s',
  async ({ vendor, body }) => {
    await fc.assert(
      fc.asyncProperty(anyMail, async (mail) => {
        const { bytes, contentType } = await onTheWire(body(mail));
        const { mails, problems } = await translate(vendor, bytes, contentType);
        expect(problems).toEqual([]);
        expect(mails).toHaveLength(1);
        expect(mails[0]?.body).toMatchObject({
          from: mail.from,
          to: mail.to.map((email_address) => ({ email_address })),
          cc: mail.cc.map((email_address) => ({ email_address })),
          subject: mail.subject,
          htmlbody: mail.html,
          textbody: mail.text,
          attachments: mail.files.map(({ name, content }) => ({
            name,
            mime_type: type,
            content: base64(content),
          })),
        });
      }),
    );
  },
);

const agent = agentConfig();

test.each(shapes.map(([vendor, body]) => ({ name: vendor.name, vendor, body })))(
  'any mail that is held in $name’s shape parses back to the same',
  async ({ vendor, body }) => {
    const ledger = await temporaryLedger();
    await fc.assert(
      fc.asyncProperty(anyMail, async (mail) => {
        const { bytes, contentType } = await onTheWire(body(mail));
        const headers = [['Content-Type', contentType]] as const;
        const { status, parcels } = await putTo(sendTransition(vendor), bytes, { agent, ledger, headers });
        expect([status, parcels.length]).toEqual([201, 1]);
        expect(await readBack(parcels[0]?.raw ?? Buffer.of())).toEqual({
          from: [mail.from],
          to: mail.to,
          cc: mail.cc,
          bcc: [],
          subject: mail.subject,
          html: mail.html,
          text: mail.text,
          files: mail.files.map(({ name, content }) => [name, Buffer.from(content).toString('hex')]),
        });
      }),
      { numRuns: 50 },
    );
  },
);

test.each(shapes.map(([vendor]) => ({ name: vendor.name, vendor })))(
  'any body in $name’s place gets an answer in ZeptoMail’s shape',
  async ({ vendor }) => {
    const ledger = await temporaryLedger();
    const types = fc.constantFrom(
      'application/json',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      '',
    );
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), fc.string({ unit: 'binary' })), types, async (text, type) => {
        const headers = [['Content-Type', type]] as const;
        expect(
          misshaped('send', await putTo(sendTransition(vendor), text, { agent, ledger, headers })),
        ).toBeUndefined();
      }),
      { numRuns: 50 },
    );
  },
);
