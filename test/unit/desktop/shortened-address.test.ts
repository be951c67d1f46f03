import { expect, test } from 'vitest';
import { shortenedAddress } from '../../../electron/desktop/shortened-address.ts';

test('an address that fits is shown whole', () => {
  expect(shortenedAddress('https://example.com/reset?token=1')).toBe('https://example.com/reset?token=1');
});

test('a long one keeps its host and its end, and the rest is left out', () => {
  const shown = shortenedAddress(`https://example.com/${'a'.repeat(5000)}/end`);
  expect(shown).toHaveLength(600);
  expect(shown).toMatch(/^https:\/\/example\.com\/a+ … a+\/end$/);
});
