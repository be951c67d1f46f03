import { domainToASCII } from 'node:url';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { asciiDomain } from '../../../../electron/zeptomail/email/mailbox.ts';

test('a domain in ASCII is what a browser makes of it, and nothing where a label is empty or too long', () => {
  const label = fc.string({ unit: fc.constantFrom(...'abxn019-ä'.split('')), maxLength: 6 });
  const odd = fc.constantFrom('xn--mnchen-3ya', 'xn--', '0x7f', '127', 'B', 'a'.repeat(63), 'a'.repeat(64));
  const domain = fc.array(fc.oneof({ weight: 4, arbitrary: label }, odd), { maxLength: 4 });
  fc.assert(
    fc.property(domain, (labels) => {
      const isNone = labels.some(({ length }) => length === 0 || length > 63);
      expect(asciiDomain(`a@${labels.join('.')}`)).toBe(isNone ? '' : domainToASCII(labels.join('.')));
    }),
    { numRuns: 2000 },
  );
});
