import { X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import { makeAuthority, signServer } from '../../../electron/tls/sign.ts';
import { authorityValidity, isDue, serverValidity } from '../../../electron/tls/validity.ts';

const day = 24 * 60 * 60 * 1000;
const now = new Date('2026-03-01T12:00:00.000Z');

function later(days: number): Date {
  return new Date(now.getTime() + days * day);
}

test('a server certificate is valid for at most 397 days, as browsers demand', async () => {
  const authority = await makeAuthority(authorityValidity(now));
  const { notBefore, notAfter } = serverValidity(now, new X509Certificate(authority.cert));
  expect((notAfter.getTime() - notBefore.getTime()) / day).toBe(397);
  expect(notBefore.getTime()).toBeLessThan(now.getTime());
});

test('a server certificate does not outlive its authority', async () => {
  const authority = await makeAuthority({ notBefore: later(-1), notAfter: later(50) });
  const { notAfter } = serverValidity(now, new X509Certificate(authority.cert));
  expect(notAfter).toEqual(later(50));
});

test.each([
  { days: 0, due: false },
  { days: 365, due: false },
  { days: 367, due: true },
  { days: 500, due: true },
  { days: -30, due: true },
])('a server certificate is due after $days days: $due', async ({ days, due }) => {
  const authority = await makeAuthority(authorityValidity(now));
  const server = await signServer(authority, serverValidity(now, new X509Certificate(authority.cert)));
  expect(isDue(new X509Certificate(server.cert), later(days))).toBe(due);
});
