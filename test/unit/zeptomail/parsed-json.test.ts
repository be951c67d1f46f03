import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsedJson } from '../../../electron/zeptomail/parsed-json.ts';

test.each([
  ['{"a":[1,2,],"b":{"c":3 ,\n},}', { a: [1, 2], b: { c: 3 } }],
  ['{"a":",}","b":"\\",]",}', { a: ',}', b: '",]' }],
  ['{"a":1,,}', undefined],
  ['{,}', {}],
  ['[1,', undefined],
  ['', undefined],
])('%s', (text, value) => {
  expect(parsedJson(Buffer.from(text))).toEqual(value);
});

test('any JSON with a comma before each closing bracket is the same JSON', () => {
  const value = fc.object({ values: [fc.string({ unit: 'binary' }), fc.integer(), fc.constant(',}')] });
  fc.assert(
    fc.property(value, (given) => {
      const strict = JSON.stringify(given);
      // Brackets inside of strings are left alone by taking the strings out first.
      const strings: string[] = [];
      const marked = strict.replaceAll(/"(?:[^"\\]|\\.)*"/gs, (text) => `S${strings.push(text) - 1}S`);
      const loose = marked
        .replaceAll(/(?<![[{])(?=[\]}])/g, ' ,\t\n')
        .replaceAll(/S(\d+)S/g, (_, index: string) => strings[Number(index)] ?? '');
      expect(parsedJson(Buffer.from(loose))).toEqual(JSON.parse(strict));
    }),
  );
});

test('a long body that is no JSON takes no more than one look', () => {
  expect(parsedJson(Buffer.from(`{"a":"${'\\"'.repeat(1_000_000)}`))).toBeUndefined();
});
