import { expect, it } from 'vitest';
import { headerSentence } from '../../../../renderer/src/features/message/header-words.ts';

it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'X-Nobody'])(
  'a field called %s has no sentence',
  (name) => {
    expect(headerSentence(name)).toBeNull();
  },
);

it('fields are known whatever their case, and resent ones by their kind', () => {
  expect(headerSentence('SUBJECT')).toEqual(expect.any(String));
  expect(headerSentence('Resent-Whatever')).toBe(headerSentence('Resent-From'));
});
