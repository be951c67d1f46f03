import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isMailAddress } from '../../../../electron/zeptomail/email/mailbox.ts';
import { parseMailboxes } from '../../../../electron/zeptomail/transition/mailboxes.ts';

test.each([
  ['a@b.test', [['a@b.test', '']]],
  [
    'Jill <a@b.test>, Robert<c@d.test>',
    [
      ['a@b.test', 'Jill'],
      ['c@d.test', 'Robert'],
    ],
  ],
  ['"Doe, Jane" <jane@b.test>', [['jane@b.test', 'Doe, Jane']]],
  ['Jürgen Groß <j@b.test>', [['j@b.test', 'Jürgen Groß']]],
  [
    'Team: a@b.test, c@d.test;',
    [
      ['a@b.test', ''],
      ['c@d.test', ''],
    ],
  ],
  ['jane', [['jane', '']]],
  ['', []],
] as const)('%j is read as RFC 5322 writes mailboxes', (list, expected) => {
  expect(parseMailboxes(list).map(({ address, name }) => [address, name])).toEqual(expected);
});

/** Names as people have them, in any script. */
const name = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .map((text) => text.replaceAll(/[\p{C}\p{Z}\s]+/gu, ' ').trim())
  .filter((text) => text !== '');
const address = fc
  .tuple(fc.stringMatching(/^[a-z0-9!#$%&'*+/=?^_`{|}~-]{1,12}$/), fc.constantFrom('b.test', 'sub.d.test'))
  .map(([local, domain]) => `${local}@${domain}`);

test('a list in which every name is quoted comes back as it was meant', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ address, name }), { minLength: 1, maxLength: 5 }), (mailboxes) => {
      const list = mailboxes.map((box) => `"${box.name.replaceAll(/["\\]/g, '\\$&')}" <${box.address}>`);
      expect(parseMailboxes(list.join(', '))).toEqual(mailboxes);
    }),
  );
});

test('nothing that stands in a quoted name becomes a recipient', () => {
  const [only, ...others] = parseMailboxes('"evil@evil.test, x" <jane@b.test>');
  expect(only?.address).toBe('jane@b.test');
  expect(others.filter((other) => isMailAddress(other.address))).toEqual([]);
});
