import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ResourceMethod } from '../../../../electron/zeptomail/resource.ts';
import { sendAs, sendOldAs } from '../../../../electron/zeptomail/email/send-email.ts';
import { sendKinds } from '../../../../electron/zeptomail/email/send-kind.ts';
import { agentConfig } from '../../../support/agent-configs.ts';
import { anyMail, bodyOf, readBack, shownOf } from '../../../support/any-mail.ts';
import { putTo } from '../../../support/put-to.ts';
import { temporaryLedger } from '../../../support/temporary-ledger.ts';
import { misshaped } from '../../../support/zeptomail-shape.ts';

const relaxed = agentConfig();
const agents = fc.constantFrom(relaxed, agentConfig({ mode: 'strict', domains: ['shop.test'] }));
const endpoints = fc.constantFrom<ResourceMethod>(
  ...Object.values(sendKinds).map(sendAs),
  sendOldAs(sendKinds.single),
  sendOldAs(sendKinds.template),
);

test('any text gets an answer in ZeptoMail’s shape', async () => {
  const ledger = await temporaryLedger();
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.string({ unit: 'binary' }), fc.json()),
      agents,
      endpoints,
      async (body, agent, endpoint) => {
        expect(misshaped('send', await putTo(endpoint, body, { agent, ledger }))).toBeUndefined();
      },
    ),
    { numRuns: 150 },
  );
});

const junk = fc.oneof(
  fc.jsonValue(),
  fc.json(),
  fc.constant('a@b.test'),
  fc.constant({ address: 'a@b.test' }),
);
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

test('any values in the known fields get an answer in ZeptoMail’s shape', async () => {
  const ledger = await temporaryLedger();
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
      mailagent_key: junk,
    },
    { requiredKeys: ['from', 'to'] },
  );
  await fc.assert(
    fc.asyncProperty(request, agents, endpoints, async (body, agent, endpoint) => {
      expect(
        misshaped('send', await putTo(endpoint, JSON.stringify(body), { agent, ledger })),
      ).toBeUndefined();
    }),
    { numRuns: 300 },
  );
});

test('what is accepted parses back to the same subject, addresses, texts and files', async () => {
  const ledger = await temporaryLedger();
  const endpoint = sendAs(sendKinds.single);
  await fc.assert(
    fc.asyncProperty(anyMail, async (mail) => {
      const body = JSON.stringify(bodyOf(mail));
      const { status, parcels } = await putTo(endpoint, body, { agent: relaxed, ledger });
      expect([status, parcels.length]).toEqual([201, 1]);
      expect(await readBack(parcels[0]?.raw ?? Buffer.of())).toEqual(shownOf(mail));
      expect(new Set(parcels[0]?.envelope.rcptTo)).toEqual(
        new Set([...mail.to, ...mail.cc, ...mail.bcc].map(({ address }) => address)),
      );
    }),
  );
});

test('and so does what version 1.0 accepts, objects and lists in strings', async () => {
  const ledger = await temporaryLedger();
  const endpoint = sendOldAs(sendKinds.single);
  await fc.assert(
    fc.asyncProperty(anyMail, async (mail) => {
      const { from, to, cc, attachments, ...rest } = bodyOf(mail);
      const strings = Object.entries({ from, to, cc, attachments }).map(([name, value]) => [
        name,
        JSON.stringify(value),
      ]);
      const body = JSON.stringify({ ...rest, ...Object.fromEntries(strings) });
      const { status, parcels } = await putTo(endpoint, body, { agent: relaxed, ledger });
      expect([status, parcels.length]).toEqual([201, 1]);
      expect(await readBack(parcels[0]?.raw ?? Buffer.of())).toEqual(shownOf(mail));
    }),
    { numRuns: 50 },
  );
});
