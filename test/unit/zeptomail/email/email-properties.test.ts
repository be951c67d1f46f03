import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { type ParsedMail, simpleParser } from 'mailparser';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { AgentConfig } from '#shared/agent.ts';
import type { Parcel } from '../../../../electron/road/parcel.ts';
import type { ApiRequest } from '../../../../electron/zeptomail/exchange.ts';
import { sendAs } from '../../../../electron/zeptomail/email/send-email.ts';
import { type SendKind, sendKinds } from '../../../../electron/zeptomail/email/send-kind.ts';
import { createRequestIds } from '../../../../electron/zeptomail/request-id.ts';
import { agentConfig, authorizationOf } from '../../../support/agent-configs.ts';
import { nobodysAccount } from '../../../support/nobodys-account.ts';
import { Ledger } from '../../../../electron/ledger/ledger.ts';

const folder = mkdtempSync(join(tmpdir(), 'restante-test-'));
const ledger = Ledger.open(folder);
afterAll(() => {
  ledger.close();
  rmSync(folder, { recursive: true });
});

const requestIds = createRequestIds(() => Date.now());

/** Gives a body to the endpoint without a network; what it hands to the road comes back as `parcel`. */
async function send(body: string, agent: AgentConfig, kind: SendKind = sendKinds.single) {
  const bytes = Buffer.from(body);
  const request: ApiRequest = {
    method: 'POST',
    target: '/v1.1/email',
    path: '/v1.1/email',
    headers: [],
    host: 'localhost',
    authorization: authorizationOf(agent),
    peer: '127.0.0.1:1',
    tls: false,
    receivedAt: new Date(0),
    body: bytes,
    bodyBytes: bytes.length,
  };
  const parcels: Parcel[] = [];
  const answer = await sendAs(kind)(request, {
    channel: 'api',
    agent,
    requestIds,
    ledger,
    account: nobodysAccount,
    intake: {
      accept: (parcel) => {
        parcels.push(parcel);
        return Promise.resolve({
          id: agent.id,
          agentId: agent.id,
          door: 'api',
          receivedAt: '',
          size: 0,
          index: 'pending',
          read: false,
          from: null,
          to: [],
          subject: '',
          snippet: '',
          attachmentCount: 0,
          verdictCount: 0,
        });
      },
      record: () => undefined,
    },
  });
  return { ...answer.response, parcel: parcels[0] };
}

const answerSchema = z.union([
  z.object({
    status: z.literal(201),
    body: z.strictObject({
      data: z.tuple([z.object({ code: z.literal('EM_104') })]),
      message: z.literal('OK'),
      request_id: z.string().regex(/\.[mb]1\./),
      object: z.literal('email'),
    }),
  }),
  z.object({
    status: z.union([z.literal(400), z.literal(401), z.literal(422)]),
    body: z.strictObject({
      error: z.strictObject({
        code: z.string().regex(/^TM_\d{4}$/),
        details: z.array(z.object({ message: z.string().min(1) })).min(1),
        message: z.string().min(1),
        request_id: z.string().regex(/\.m4\./),
      }),
    }),
  }),
]);

function hasZeptoMailShape({ status, body }: { status: number; body: string }): boolean {
  return answerSchema.safeParse({ status, body: JSON.parse(body) as unknown }).success;
}

const kinds = fc.constantFrom<SendKind>(...Object.values(sendKinds));
const agents = [agentConfig(), agentConfig({ mode: 'strict', domains: ['shop.test'] })];

test('any text gets an answer in ZeptoMail’s shape', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.string({ unit: 'binary' }), fc.json()),
      fc.constantFrom(...agents),
      kinds,
      async (body, agent, kind) => {
        expect(hasZeptoMailShape(await send(body, agent, kind))).toBe(true);
      },
    ),
    { numRuns: 100 },
  );
});

const junk = fc.oneof(fc.jsonValue(), fc.constant('a@b.test'), fc.constant({ address: 'a@b.test' }));
const recipient = fc.oneof(
  junk,
  fc.record({ email_address: junk }),
  fc.constant({ email_address: { address: 'a@b.test' } }),
  fc.record({ email_address: fc.constant({ address: 'a@b.test' }), merge_info: junk }),
);
const junkFile = fc.oneof(
  junk,
  fc.record(
    { content: junk, mime_type: junk, name: junk, cid: junk, file_cache_key: junk },
    { requiredKeys: [] },
  ),
);

test('any values in the known fields get an answer in ZeptoMail’s shape', { timeout: 60_000 }, async () => {
  const list = fc.oneof(junk, fc.array(recipient, { maxLength: 4 }));
  const request = fc.record(
    {
      from: fc.oneof(junk, fc.constant({ address: 'a@shop.test' })),
      to: fc.oneof(list, fc.constant([{ email_address: { address: 'a@b.test' } }])),
      cc: list,
      bcc: list,
      reply_to: fc.oneof(junk, fc.array(junk, { maxLength: 3 })),
      subject: junk,
      htmlbody: junk,
      textbody: junk,
      attachments: fc.oneof(junk, fc.array(junkFile, { maxLength: 3 })),
      inline_images: fc.oneof(junk, fc.array(junkFile, { maxLength: 3 })),
      mime_headers: fc.oneof(junk, fc.dictionary(fc.string(), junk)),
      bounce_address: junk,
      track_opens: junk,
      merge_info: junk,
      template_key: junk,
      template_alias: junk,
    },
    { requiredKeys: ['from', 'to'] },
  );
  await fc.assert(
    fc.asyncProperty(request, fc.constantFrom(...agents), kinds, async (body, agent, kind) => {
      expect(hasZeptoMailShape(await send(JSON.stringify(body), agent, kind))).toBe(true);
    }),
    { numRuns: 250 },
  );
});

/** Words as people write them, in any script: no control characters, no blanks at the ends or in rows. */
const words = fc
  .array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 8 })
  .map((parts) =>
    parts
      .join(' ')
      .replaceAll(/[\p{C}\p{Z}\s]+/gu, ' ')
      .trim(),
  )
  .filter((text) => text !== '');
const local = fc.stringMatching(/^[a-z0-9!#$%&'*+/=?^_`{|}~-]{1,12}(?:\.[a-z0-9+_-]{1,8})?$/);
const domain = fc.constantFrom('shop.test', 'customer.test', 'sub.shop.test');
const mailbox = fc.record({ address: fc.tuple(local, domain).map(([l, d]) => `${l}@${d}`), name: words });
const list = fc.uniqueArray(mailbox, { minLength: 1, maxLength: 5, selector: ({ address }) => address });
const attachment = fc.record({
  name: words.map((name) => `${name.slice(0, 60).toWellFormed().trim()}.bin`),
  mime_type: fc.constantFrom('application/pdf', 'image/png', 'text/csv', 'text/plain; charset=utf-8'),
  content: fc.uint8Array({ minLength: 1, maxLength: 300 }),
});

const mail = fc.record({
  from: mailbox,
  to: list,
  cc: fc.oneof(fc.constant([]), list),
  bcc: fc.oneof(fc.constant([]), list),
  subject: words,
  text: words,
  html: words,
  attachments: fc.array(attachment, { maxLength: 3 }),
});

function inEmailAddress(mailboxes: readonly { address: string; name: string }[]): object[] {
  return mailboxes.map((entry) => ({ email_address: entry }));
}

function addressesOf(field: ParsedMail['to']): { address: string | undefined; name: string }[] {
  return (Array.isArray(field) ? field : field === undefined ? [] : [field])
    .flatMap(({ value }) => value)
    .map(({ address, name }) => ({ address, name }));
}

test(
  'what is accepted parses back to the same subject, addresses, texts and files',
  { timeout: 60_000 },
  async () => {
    const [agent] = agents;
    await fc.assert(
      fc.asyncProperty(mail, async ({ from, to, cc, bcc, subject, text, html, attachments }) => {
        const answer = await send(
          JSON.stringify({
            from,
            to: inEmailAddress(to),
            cc: inEmailAddress(cc),
            bcc: inEmailAddress(bcc),
            subject,
            textbody: text,
            htmlbody: html,
            attachments: attachments.map((file) => ({
              ...file,
              content: Buffer.from(file.content).toString('base64'),
            })),
          }),
          agent as AgentConfig,
        );
        expect(answer.status).toBe(201);
        const parsed = await simpleParser(Buffer.from(answer.parcel?.raw ?? []), { skipTextToHtml: true });
        expect(parsed.subject).toBe(subject);
        expect(addressesOf(parsed.from)).toEqual([from]);
        expect(addressesOf(parsed.to)).toEqual(to);
        expect(addressesOf(parsed.cc)).toEqual(cc);
        expect(parsed.bcc).toBeUndefined();
        expect(new Set(answer.parcel?.envelope.rcptTo)).toEqual(
          new Set([...to, ...cc, ...bcc].map(({ address }) => address)),
        );
        expect(parsed.text?.trimEnd()).toBe(text);
        expect(parsed.html === false ? '' : parsed.html?.trimEnd()).toBe(html);
        expect(
          parsed.attachments.map(({ filename, content }) => [filename, content.toString('hex')]),
        ).toEqual(attachments.map(({ name, content }) => [name, Buffer.from(content).toString('hex')]));
      }),
      { numRuns: 100 },
    );
  },
);
