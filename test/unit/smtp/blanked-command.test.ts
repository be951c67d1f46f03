import { expect, test } from 'vitest';
import { blankedCommand } from '../../../electron/smtp/blanked-command.ts';

test.each([
  ['AUTH PLAIN c2VjcmV0', false, 'AUTH PLAIN ***'],
  ['auth login c2VjcmV0 more', false, 'auth login *** ***'],
  ['AUTH LOGIN', false, 'AUTH LOGIN'],
  ['AUTH c2VjcmV0', false, 'AUTH ***'],
  ['AUTHPLAIN c2VjcmV0', false, 'AUTH ***'],
  ['AUTH:PLAIN c2VjcmV0', false, 'AUTH ***'],
  ['  AUTH\tPLAIN\tc2VjcmV0', false, 'AUTH PLAIN ***'],
  ['MAIL FROM:<a@x.test>', true, 'MAIL FROM:<a@x.test>'],
  ['c2VjcmV0', true, '***'],
  ['', true, '***'],
  ['XCLIENT a', false, 'XCLIENT a'],
])('the command %j (after AUTH: %j) is kept as %j', (line, afterAuth, kept) => {
  expect(blankedCommand(line, afterAuth)).toBe(kept);
});
