import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sendAs } from '../../../../electron/zeptomail/email/send-email.ts';
import { sendKinds } from '../../../../electron/zeptomail/email/send-kind.ts';
import { agentConfig } from '../../../support/agent-configs.ts';
import { anyMail, bodyOf, readBack, shownOf, words } from '../../../support/any-mail.ts';
import { putTo } from '../../../support/put-to.ts';
import { temporaryLedger } from '../../../support/temporary-ledger.ts';

const agent = agentConfig();

/** Without tags of its own, but for one after each text. */
const tagged = anyMail.map((mail) => ({
  ...mail,
  cc: [],
  bcc: [],
  subject: `${untagged(mail.subject)} {{name}}`,
  text: `${untagged(mail.text)} {{name}}`,
  html: `${untagged(mail.html)} {{name}}`,
}));
type Tagged = typeof tagged extends fc.Arbitrary<infer Mail> ? Mail : never;

const people = fc.array(words, { minLength: 5, maxLength: 5 });

function untagged(text: string): string {
  return `.${text.replaceAll(/[{}]/g, '')}`;
}

/** What a person is to see: the name in place of the tag, in the HTML as HTML writes it. */
function filled(mail: Tagged, to: Tagged['to'], name: string) {
  const fill = (text: string, value: string): string => text.replace('{{name}}', () => value);
  return shownOf({
    ...mail,
    to,
    subject: fill(mail.subject, name),
    text: fill(mail.text, name),
    html: fill(mail.html, name),
  });
}

/** The mail as it was read, the end of its HTML without the escapes that stand for the name's characters. */
async function read(raw: Uint8Array, { html }: Tagged) {
  const shown = await readBack(raw);
  const start = html.length - '{{name}}'.length;
  const end = (shown.html ?? '').slice(start);
  return { ...shown, html: `${(shown.html ?? '').slice(0, start)}${unescaped(end)}` };
}

const escapes: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };

function unescaped(html: string): string {
  return html.replaceAll(/&(?:(\w+)|#(?:x([0-9a-f]+)|(\d+)));/gi, (whole, name, hex, decimal) =>
    typeof name === 'string'
      ? (escapes[name] ?? whole)
      : String.fromCodePoint(Number.parseInt(hex ?? decimal, hex === undefined ? 10 : 16)),
  );
}

test('a batch is a mail for each recipient, with the same files and everybody’s own words', async () => {
  const ledger = await temporaryLedger();
  await fc.assert(
    fc.asyncProperty(tagged, people, async (mail, names) => {
      const to = mail.to.map((email_address, index) => ({
        email_address,
        merge_info: { name: names[index] },
      }));
      const body = JSON.stringify({ ...bodyOf(mail), to });
      const { status, parcels } = await putTo(sendAs(sendKinds.batch), body, { agent, ledger });
      expect([status, parcels.length]).toEqual([201, mail.to.length]);
      for (const [index, box] of mail.to.entries()) {
        const parcel = parcels.find(({ envelope }) => envelope.rcptTo.includes(box.address));
        expect(parcel?.envelope.rcptTo).toEqual([box.address]);
        expect(await read(parcel?.raw ?? Buffer.of(), mail)).toEqual(filled(mail, [box], names[index] ?? ''));
      }
    }),
    { numRuns: 60 },
  );
});

test('a template is one mail to everybody, or one for each, with its own texts filled in', async () => {
  const ledger = await temporaryLedger();
  await fc.assert(
    fc.asyncProperty(tagged, words, fc.boolean(), async (mail, name, isBatch) => {
      const { key } = ledger.templates.create(
        agent,
        {
          name: 'Any',
          alias: null,
          subject: mail.subject,
          html: mail.html,
          text: mail.text,
          sampleMergeInfo: {},
        },
        new Date(0),
      );
      const { from, to, attachments } = bodyOf(mail);
      const body = JSON.stringify({ template_key: key, from, to, attachments, merge_info: { name } });
      const kind = isBatch ? sendKinds.templateBatch : sendKinds.template;
      const { status, parcels } = await putTo(sendAs(kind), body, { agent, ledger });
      expect([status, parcels.length]).toEqual([201, isBatch ? mail.to.length : 1]);
      for (const { raw, envelope } of parcels) {
        const boxes = mail.to.filter(({ address }) => envelope.rcptTo.includes(address));
        expect(boxes).toHaveLength(isBatch ? 1 : mail.to.length);
        expect(await read(raw, mail)).toEqual(filled(mail, boxes, name));
      }
    }),
    { numRuns: 60 },
  );
});
