import { describe, expect, it } from 'vitest';
import {
  recipientWords,
  senderWords,
  subjectWords,
  timeWords,
} from '../../../../renderer/src/features/inbox/row-words.ts';

describe('the words of a row', () => {
  it('name the sender by name, else by address', () => {
    expect(senderWords({ name: 'Ada', address: 'ada@example.com' })).toBe('Ada');
    expect(senderWords({ name: '  ', address: 'ada@example.com' })).toBe('ada@example.com');
    expect(senderWords(null)).toBe('No sender');
  });

  it('say how many more recipients there are', () => {
    const to = ['a@example.com', 'b@example.com', 'c@example.com'].map((address) => ({ address, name: '' }));
    expect(recipientWords(to)).toBe('a@example.com +2');
    expect(recipientWords([])).toBe('');
  });

  it('tell a subject that is being read from one that is missing', () => {
    expect(subjectWords({ subject: '', index: 'pending' })).toBe('Reading…');
    expect(subjectWords({ subject: ' ', index: 'done' })).toBe('No subject');
  });

  it('give the clock today, the weekday this week, else the date', () => {
    const now = new Date(2026, 10, 23, 12, 0);
    const at = (...time: [number, number, number, number?]) => new Date(...time).toISOString();
    expect(timeWords(at(2026, 10, 23, 9), now, 'en-GB')).toBe('09:00');
    expect(timeWords(at(2026, 10, 20, 9), now, 'en-GB')).toBe('Fri');
    expect(timeWords(at(2026, 2, 5, 9), now, 'en-GB')).toBe('5 Mar');
    expect(timeWords(at(2025, 2, 5, 9), now, 'en-GB')).toBe('5 Mar 25');
  });
});
