import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { takeTmHeaders } from '../../../electron/smtp/tm-headers.ts';

/** Bytes of a header line, 8-bit ones included; what follows a line break begins with a blank (RFC 5322 section 2.2.3). */
const line = fc
  .string({ unit: fc.integer({ min: 1, max: 255 }).map((code) => String.fromCharCode(code)) })
  .map((text) => text.replaceAll(/[\r\n]/g, ''));
const value = fc
  .tuple(line, fc.array(fc.tuple(fc.constantFrom(' ', '\t'), line), { maxLength: 2 }))
  .map(([first, folded]) => [first, ...folded.map(([blank, rest]) => `${blank}${rest}`)].join('\r\n'));
const tmField = fc
  .tuple(
    fc.constantFrom('X-TM-FILE-KEY', 'x-tm-open-track', 'X-Tm-Click-Track', 'X-TM-CLIENT-REF'),
    fc.constantFrom(':', ' :', ': '),
    value,
  )
  .map(([name, colon, text]) => ({ text: `${name}${colon}${text}\r\n`, isTm: true }));
const otherField = fc
  .tuple(fc.constantFrom('Subject', 'X-TM-Other', 'X-Mailer', 'X-TM-FILE-KEYS'), value)
  .map(([name, text]) => ({ text: `${name}: ${text}\r\n`, isTm: false }));
const someFields = fc.array(fc.oneof(tmField, otherField), { maxLength: 3 });
const body = fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString('latin1'));

test('whatever the fields say, they and nothing else are taken out', () => {
  fc.assert(
    fc.property(someFields, otherField, someFields, body, (before, other, after, rest) => {
      const fields = [...before, other, ...after];
      const whole = `${fields.map(({ text }) => text).join('')}\r\n${rest}`;
      const { tm, raw } = takeTmHeaders(Buffer.from(whole, 'latin1'));
      const others = fields.filter(({ isTm }) => !isTm).map(({ text }) => text);
      expect(raw.toString('latin1')).toBe(`${others.join('')}\r\n${rest}`);
      expect(tm.fileKeys.every(({ key }) => !/[\r\n,]/.test(key))).toBe(true);
      expect(takeTmHeaders(raw).raw.equals(raw)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('a message that is any bytes is read without a failure', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const marked = Buffer.concat([Buffer.from('X-TM-CLIENT-REF: '), bytes]);
      expect(takeTmHeaders(marked).raw.length).toBeLessThanOrEqual(marked.length);
    }),
  );
});
