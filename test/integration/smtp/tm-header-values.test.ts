import * as fc from 'fast-check';
import { createTransport } from 'nodemailer';
import { expect, test } from 'vitest';
import { readBack } from '../../support/any-mail.ts';
import { SmtpOffice } from '../../support/smtp-office.ts';

test('mail with any values in its X-TM fields is held as it came, without them', async () => {
  const office = await SmtpOffice.open();
  const transport = createTransport({
    host: 'localhost',
    port: office.door.port,
    requireTLS: true,
    auth: { user: 'emailapikey', pass: office.token },
    tls: office.trust,
    pool: true,
  });
  const value = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('true', 'TRUE', 'false', ',', ':', 'a:b,c', '2d6f.a.h1.b.c', '=?utf-8?q?=FF?='),
  );
  let count = 0;
  await fc.assert(
    fc.asyncProperty(value, value, value, value, async (file, opens, clicks, reference) => {
      const subject = `Mail ${count}`;
      await transport.sendMail({
        from: 'a@shop.test',
        to: 'b@customer.test',
        subject,
        text: 'Hello',
        headers: {
          'X-TM-FILE-KEY': file,
          'X-TM-OPEN-TRACK': opens,
          'X-TM-CLICK-TRACK': clicks,
          'X-TM-CLIENT-REF': reference,
        },
      });
      const { raw } = await office.message(count);
      count += 1;
      expect(raw.toString('latin1')).not.toMatch(/^x-tm-/im);
      expect(await readBack(raw)).toMatchObject({ subject, text: 'Hello', files: [] });
    }),
    { numRuns: 40, endOnFailure: true },
  );
  transport.close();
});
