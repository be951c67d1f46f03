import { describe, expect, test } from 'vitest';
import { Transcript } from '../../../electron/smtp/transcript.ts';

describe('the transcript', () => {
  test('stays bounded however much is said, and says how much is missing', () => {
    const transcript = new Transcript();
    for (let at = 0; at < 10_000; at += 1) {
      transcript.add('C', 'x'.repeat(5000));
    }
    const lines = transcript.whole();
    const characters = lines.reduce((sum, { text }) => sum + text.length, 0);
    expect(characters).toBeLessThan(150_000);
    expect(lines.at(-1)?.text).toMatch(/^\d+ more lines left out$/);
  });

  test('shows control characters instead of sending them to a page', () => {
    const transcript = new Transcript();
    transcript.add('C', 'a\u0000b\u001b[2J');
    expect(transcript.whole()[0]?.text).toBe('a\\x00b\\x1b[2J');
  });

  test('of a message holds the opening and its own lines, and does not grow with the session', () => {
    const transcript = new Transcript();
    transcript.add('S', '220 ready');
    for (let at = 0; at < 500; at += 1) {
      transcript.beginTransaction();
      transcript.add('C', `MAIL FROM:<${at}@x.test>`);
    }
    expect(transcript.ofMessage('250 Message received').map(({ text }) => text)).toEqual([
      '220 ready',
      'earlier messages of this session left out',
      'MAIL FROM:<499@x.test>',
      '250 Message received',
    ]);
  });
});
