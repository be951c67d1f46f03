import { expect, test } from 'vitest';
import { visibleName } from '../../../../renderer/src/features/message/visible-name.ts';

test.each([
  ['\u202Efdp.exe', '[U+202E]fdp.exe'],
  ['a\u2066b\u2069.txt', 'a[U+2066]b[U+2069].txt'],
  ['فاتورة 7.pdf', 'فاتورة 7.pdf'],
])('a file name shows what would turn its direction around: %j', (name, shown) => {
  expect(visibleName(name)).toBe(shown);
});
