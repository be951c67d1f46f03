import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  dotenvQuoted,
  powershellQuoted,
  propertiesValue,
  quoted,
  shellQuoted,
} from '../../../../renderer/src/features/connect/quoting.ts';

const oneLine = fc.string({ unit: 'grapheme' }).filter((text) => !/[\0\n\r\u2028\u2029]/.test(text));

it('writes any one-line text as a JavaScript string of the same value', () => {
  fc.assert(
    fc.property(oneLine, (text) => {
      // oxlint-disable-next-line typescript/no-implied-eval -- what the literal evaluates to is the point
      expect(new Function(`return ${quoted(text)}`)()).toBe(text);
    }),
  );
});

it.each(['plain', 'two words', "it's", '$HOME `id` "x" \\', '!event', ''])(
  'gives the shell %j as one word',
  (text) => {
    const answer = execFileSync('/bin/sh', ['-c', `printf %s ${shellQuoted(text)}`], { encoding: 'utf8' });
    expect(answer).toBe(text);
  },
);

it('leaves a plain path bare for the shell', () => {
  expect(shellQuoted('/home/ann/ca.pem')).toBe('/home/ann/ca.pem');
});

it.each([
  [dotenvQuoted('a$b"c\\'), String.raw`"a\$b\"c\\"`],
  [propertiesValue('C:\\é'), String.raw`C:\\\u00e9`],
  [powershellQuoted('a"$b`'), '"a`"`$b``"'],
])('escapes what would end or expand the value: %s', (written, expected) => {
  expect(written).toBe(expected);
});
