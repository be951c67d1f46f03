import { expect, test, vi } from 'vitest';
import { FreeNames } from '../../../electron/exchange/free-names.ts';

test('every name is given out once, on systems too that fold case and accents', () => {
  const names = new FreeNames();
  const wanted = [
    'a.eml',
    'A.EML',
    'a (2).eml',
    'a.eml',
    'é',
    'e\u0301',
    'x.tar.gz',
    'x.tar.gz',
    '.env',
    '.env',
  ];
  expect(wanted.map((name) => names.take(name))).toEqual([
    'a.eml',
    'A (2).EML',
    'a (2) (2).eml',
    'a (3).eml',
    'é',
    'e\u0301 (2)',
    'x.tar.gz',
    'x.tar (2).gz',
    '.env',
    '.env (2)',
  ]);
});

test('numbers are not tried again: three thousand of one name are two tries each', () => {
  const names = new FreeNames();
  const tried = vi.spyOn(Set.prototype, 'has');
  for (let n = 0; n < 3000; n += 1) {
    names.take('image.png');
  }
  expect(tried.mock.calls.length).toBeLessThan(6001);
  tried.mockRestore();
  expect(names.take('image.png')).toBe('image (3001).png');
});
