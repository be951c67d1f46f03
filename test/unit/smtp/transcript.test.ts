import { describe, expect, test } from 'vitest';
import { Transcript } from '../../../electron/smtp/transcript.ts';

describe('the transcript', () => {
  test('stays bounded however much is said, and says how much is missing', () => {
    const transcript = new Transcript();
    for (let at = 0; at < 10_000; at += 1) {
      transcript.add('C', 'x'.repeat(5000));
    }
    const kept = transcript.whole();
    expect(kept.length).toBeLessThan(150_000);
    expect(kept).toMatch(/\nI\d+ \d+ more lines left out$/);
  });

  test('shows control characters instead of sending them to a page', () => {
    const transcript = new Transcript();
    transcript.add('C', 'a\u0000b\u001b[2J');
    expect(transcript.whole()).toMatch(/^C\d+ a\\x00b\\x1b\[2J$/);
  });

  test('of a message holds the opening and its own lines, and does not grow with the session', () => {
    const transcript = new Transcript();
    transcript.add('S', '220 ready');
    for (let at = 0; at < 500; at += 1) {
      transcript.beginTransaction();
      transcript.add('C', `MAIL FROM:<${at}@x.test>`);
    }
    expect(transcript.ofMessage('250 Message received').replaceAll(/^([CSI])\d+/gm, '$1')).toEqual(
      'S 220 ready\nI earlier messages of this session left out\nC MAIL FROM:<499@x.test>\nS 250 Message received',
    );
  });
});
