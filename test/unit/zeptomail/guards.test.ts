import { expect, test } from 'vitest';
import { guard } from '../../../electron/zeptomail/guards.ts';

test.each([
  'localhost:8801',
  'LOCALHOST',
  'shop.localhost:8801',
  '127.0.0.1:8801',
  '127.1.2.3',
  '[::1]:8801',
  'api.zeptomail.com',
  'zeptomail.zoho.eu:443',
])('%s is answered', (host) => {
  expect(guard(host, undefined)).toBeUndefined();
});

test.each([
  undefined,
  '',
  'evil.example',
  'localhost.evil.example',
  '127.0.0.1.evil.example',
  '192.168.1.2',
  'evil.example:80@localhost',
])('the host %s is refused', (host) => {
  expect(guard(host, undefined)).toMatchObject({ status: 403, subCode: 'RESTANTE_HOST_REFUSED' });
});

test.each([
  ['http://localhost:8801', undefined],
  ['http://localhost:3000', 403],
  ['https://evil.example', 403],
  ['null', 403],
])('a page of %s meets %s', (origin, status) => {
  expect(guard('localhost:8801', origin)?.status).toBe(status);
});
