import { expect, test } from 'vitest';
import { magicOf } from '#shared/magic-address.ts';
import { ruleCovers } from '#shared/outcome-rule.ts';

test.each([
  ['jane@example.com', 'JANE@example.com', true],
  ['*@example.com', 'jane@example.com', true],
  ['*@example.com', 'jane@example.com.evil.test', false],
  ['bounce*@*.test', 'bounce-7@mail.shop.test', true],
  ['a*a', 'a', false],
  ['a*b*b', 'ab', false],
  ['a*b*b', 'abb', true],
  ['*', 'anybody@example.com', true],
  ['j.ne@example.com', 'jane@example.com', false],
])('the pattern %s and the address %s', (recipient, address, covers) => {
  expect(ruleCovers({ recipient }, address)).toBe(covers);
});

test('a pattern of many stars is judged in bounded time', () => {
  expect(ruleCovers({ recipient: `${'*a'.repeat(150)}b` }, 'a'.repeat(300))).toBe(false);
});

test('magic addresses work at every domain, with a tag, and in no longer word', () => {
  expect(magicOf('HardBounce@example.com')).toMatchObject({ kind: 'hardbounce' });
  expect(magicOf('click+7@example.com')).toMatchObject({ kind: 'click' });
  expect(magicOf('open.account@example.com')).toBeUndefined();
  expect(magicOf('reopen@example.com')).toBeUndefined();
});
