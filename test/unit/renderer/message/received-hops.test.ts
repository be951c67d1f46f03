import { expect, test } from 'vitest';
import { delayWords, receivedHops } from '../../../../renderer/src/features/message/received-hops.ts';

test('reads the way of a mail from its Received fields, the first hop first', () => {
  const hops = receivedHops([
    'from relay.example.net (relay [192.0.2.1]) by mx.example.com (Postfix) with ESMTPS id 2; Thu, 26 Nov 2026 10:00:42 +0100 (CET)',
    'by relay.example.net with HTTP; Thu, 26 Nov 2026 09:00:00 +0000',
    'no sense at all',
  ]);
  expect(hops.map(({ from, by, protocol, delay }) => [from, by, protocol, delay])).toEqual([
    [null, null, null, null],
    [null, 'relay.example.net', 'HTTP', null],
    ['relay.example.net', 'mx.example.com', 'ESMTPS', 42],
  ]);
});

test.each([
  [1, '1 s'],
  [150, '3 min'],
  [5400, '90 min'],
  [9000, '2.5 h'],
  [864_000, '10 days'],
  [-3, '3 s back: a clock goes wrong'],
])('%i seconds are “%s”', (seconds, words) => {
  expect(delayWords(seconds)).toBe(words);
});
