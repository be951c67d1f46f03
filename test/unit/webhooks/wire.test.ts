import { expect, test } from 'vitest';
import { producerSignature } from '../../../electron/webhooks/signature.ts';
import { readerFacts } from '../../../electron/webhooks/user-agent.ts';
import { zonedTime } from '../../../electron/webhooks/zoned-time.ts';

test('the signature is the URL-encoded base64 of the HMAC-SHA256, beside the time and the algorithm', () => {
  // openssl: printf '{"a":"ü"}' | openssl dgst -sha256 -hmac key -binary | base64
  expect(producerSignature('key', '{"a":"ü"}', new Date(1_596_109_465_823))).toBe(
    `ts=1596109465823;s=${encodeURIComponent('Ffy/0E1WIon07bfUNv1Ud2F4059Rt5APtoaWCI+ForI=')};s-algorithm=HmacSHA256`,
  );
});

test.each([
  [330, '2023-12-28T10:34:28+05:30'],
  [0, '2023-12-28T05:04:28+00:00'],
  [-210, '2023-12-28T01:34:28-03:30'],
  [840, '2023-12-28T19:04:28+14:00'],
])('a time is written with its offset of %i minutes', (offset, text) => {
  expect(zonedTime(new Date('2023-12-28T05:04:28.999Z'), offset)).toBe(text);
});

test.each([
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1',
    ['Unknown', 'Safari 17.4', 'iOS 17.4', 'Mobile'],
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0',
    ['Unknown', 'Edge 130.0.0.0', 'Windows 10.0', 'Desktop'],
  ],
  [
    'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36',
    ['Unknown', 'Chrome 130.0.0.0', 'Android 14', 'Mobile'],
  ],
  [
    'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Thunderbird/128.2.0',
    ['Thunderbird 128.2.0', 'Unknown', 'Linux', 'Desktop'],
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)',
    ['Apple Mail 605.1.15', 'Unknown', 'Mac OS X 10.15.7', 'Desktop'],
  ],
  [
    'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)',
    ['Gmail', 'Firefox 11.0', 'Windows 5.1', 'Desktop'],
  ],
  ['', ['Unknown', 'Unknown', 'Unknown', 'Unknown']],
])('who reads is told from %j', (userAgent, words) => {
  const { email_client, browser, operating_system, device } = readerFacts(userAgent);
  expect([
    ...[email_client, browser, operating_system].map(({ name, version }) => `${name} ${version}`.trim()),
    device.name,
  ]).toEqual(words);
});
