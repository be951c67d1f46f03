import { assert, expect, test } from 'vitest';
import type { ApiExchange } from '#shared/session.ts';
import {
  type KeptExchange,
  sessionOf,
  type WrittenSession,
  writtenSession,
} from '../../../electron/store/kept-session.ts';
import { type ApiRequest, exchangeOf } from '../../../electron/zeptomail/exchange.ts';

function exchange(body: string, headers: ApiRequest['headers'] = [], host = 'localhost', tls = false) {
  const bytes = Buffer.from(body);
  const request: ApiRequest = {
    method: 'POST',
    target: '/v1.1/email',
    path: '/v1.1/email',
    headers,
    host,
    authorization: undefined,
    peer: '127.0.0.1:1',
    tls,
    receivedAt: new Date(0),
    body: bytes,
    bodyBytes: bytes.length,
  };
  return readAgain(exchangeOf(request, { status: 201, body: '{}' }));
}

/** As somebody reads it later. */
function readAgain(kept: KeptExchange): ApiExchange {
  const { session, body } = writtenSession(kept);
  const read = sessionOf(JSON.parse(JSON.stringify(session)) as WrittenSession, body);
  assert(read.kind === 'api');
  return read;
}

test('the token is blanked but for its last four characters', () => {
  const { request } = exchange('', [['Authorization', 'Zoho-enczapikey abcdefghijklmnopqrstuvwxyz']]);
  expect(request.headers).toEqual([['Authorization', 'Zoho-enczapikey ****wxyz']]);
});

test.each([
  ['a short secret', 'Zoho-enczapikey short', 'Zoho-enczapikey ****'],
  ['a secret without a scheme', 'abcdefghijklmnopqrstuvwxyz', '****wxyz'],
  ['the prefix twice', 'Zoho-enczapikey Zoho-enczapikey abcdefghijklmnop', 'Zoho-enczapikey ****mnop'],
])('%s is blanked', (_, sent, kept) => {
  expect(exchange('', [['authorization', sent]]).request.headers).toEqual([['authorization', kept]]);
});

test('long base64 contents are cut out and their length noted, also with PHP’s escaped slashes', () => {
  const { request } = exchange(JSON.stringify({ a: 'x'.repeat(2000), b: 'short' }).replace('xx', '\\/'));
  expect(request.body).toBe('{"a":"<2000 base64 characters>","b":"short"}');
});

test('a form keeps its texts, and a note stands for each long or binary file', () => {
  const form = (file: string) =>
    `--x\r\nContent-Disposition: form-data; name="html"\r\n\r\n${'long '.repeat(400)}\r\n--x\r\n` +
    `Content-Disposition: form-data; name="attachment"; filename="a.bin"\r\n\r\n${file}\r\n--x--\r\n`;
  const headers = [['Content-Type', 'multipart/form-data; boundary=x']] as const;
  expect(exchange(form('y'.repeat(2000)), headers).request.body).toBe(form('<2000 bytes>'));
  expect(exchange(form('short'), headers).request.body).toBe(form('short'));
  expect(exchange(form('y'.repeat(2000))).request.body).toBe(form('y'.repeat(2000)));
});

test('what is shown of a body does not depend on whether it was kept whole', () => {
  const base64 = 'x'.repeat(40_000);
  const withFile = (filler: string) => exchange(JSON.stringify({ file: base64, filler })).request.body;
  const shown = (filler: string) => JSON.stringify({ file: '<40000 base64 characters>', filler });
  expect(withFile('a b')).toBe(shown('a b'));
  expect(withFile('a b '.repeat(10_000))).toBe(shown('a b '.repeat(10_000)));
});

test('an exchange that was written with its body inside is still read', () => {
  const whole = exchange('{"a":1}');
  expect(sessionOf(whole, null)).toEqual(whole);
});

test('a body is kept up to 256 KB and its size told', () => {
  const { request } = exchange('ä '.repeat(200_000));
  expect(Buffer.byteLength(request.body)).toBeLessThanOrEqual(256 * 1024);
  expect(request.bodyBytes).toBe(600_000);
});

test('https://localhost is not told to insist on HTTPS', () => {
  const names = (host: string, tls: boolean) =>
    exchange('', [], host, tls).response.headers.map(([name]) => name);
  expect(names('localhost:8441', true)).not.toContain('Strict-Transport-Security');
  expect(names('localhost:8801', false)).toContain('Strict-Transport-Security');
  expect(names('api.zeptomail.com', true)).toContain('Strict-Transport-Security');
});
