import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { connect, createServer, type TLSSocket } from 'node:tls';
import { expect, onTestFinished, test } from 'vitest';
import type { Notice } from '#shared/notice.ts';
import type { ServerCertificate } from '../../../electron/net/door.ts';
import { type Authority, openAuthority } from '../../../electron/tls/authority.ts';
import { signServer } from '../../../electron/tls/sign.ts';
import { serverValidity } from '../../../electron/tls/validity.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

type Words = Pick<Notice, 'level' | 'title' | 'text'>;

async function opened(
  folder: string,
  clock?: ManualClock,
): Promise<{ authority: Authority; notices: Words[] }> {
  const notices: Words[] = [];
  const authority = await openAuthority({
    folder,
    notify: (words) => notices.push(words),
    ...(clock && { clock }),
  });
  onTestFinished(() => authority.close());
  return { authority, notices };
}

async function tlsServer(certificate: ServerCertificate): Promise<number> {
  const server = createServer({ ...certificate }, (socket) => socket.end());
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** The client's word on the server's certificate when it asks for a server of this name: `verified`, or the error. */
async function handshake(port: number, name: string, ca: string): Promise<string> {
  // A host that is an address is checked as an address; SNI carries names only.
  const target = /^[\d.]+$|:/.test(name) ? { host: name } : { host: '127.0.0.1', servername: name };
  return new Promise((resolve) => {
    const socket: TLSSocket = connect({
      port,
      ca,
      ...target,
      host: '127.0.0.1',
      servername: target.servername ?? '',
    });
    socket.once('secureConnect', () => resolve('verified'));
    socket.once('error', (error) => resolve(error.message));
    socket.once('close', () => socket.destroy());
  });
}

test.each(['localhost', 'api.zeptomail.com', 'smtp.zeptomail.eu', 'zeptomail.zoho.in', 'accounts.zoho.com'])(
  'a client that trusts the authority takes our server for %s',
  async (name) => {
    const { authority } = await opened(await temporaryFolder());
    const port = await tlsServer(authority.certificate.current());
    expect(await handshake(port, name, authority.caPem)).toBe('verified');
  },
);

test('a client that does not trust the authority refuses our server', async () => {
  const { authority } = await opened(await temporaryFolder());
  const { authority: stranger } = await opened(await temporaryFolder());
  const port = await tlsServer(authority.certificate.current());
  expect(await handshake(port, 'localhost', stranger.caPem)).not.toBe('verified');
});

test.each([
  { type: 'dns', value: 'www.example.com' },
  { type: 'dns', value: 'zoho.com' },
  { type: 'dns', value: 'mail.zoho.com' },
] as const)(
  'a certificate for $value signed with the stolen key of the authority is refused',
  async (name) => {
    const { authority } = await opened(await temporaryFolder());
    const key = await readFile(join(authority.caFile, '..', 'ca-key.pem'), 'utf8');
    const validity = serverValidity(new Date(), new X509Certificate(authority.caPem));
    const forged = await signServer({ cert: authority.caPem, key }, validity, [name]);
    const port = await tlsServer({ cert: forged.cert + authority.caPem, key: forged.key });
    expect(await handshake(port, name.value, authority.caPem)).toBe('permitted subtree violation');
  },
);

test('a certificate for another address of this machine is refused', async () => {
  const { authority } = await opened(await temporaryFolder());
  const key = await readFile(join(authority.caFile, '..', 'ca-key.pem'), 'utf8');
  const validity = serverValidity(new Date(), new X509Certificate(authority.caPem));
  const forged = await signServer({ cert: authority.caPem, key }, validity, [
    { type: 'dns', value: 'localhost' },
    { type: 'ip', value: '127.0.0.2' },
  ]);
  const port = await tlsServer({ cert: forged.cert + authority.caPem, key: forged.key });
  expect(await handshake(port, 'localhost', authority.caPem)).toBe('permitted subtree violation');
});

test.skipIf(spawnSync('openssl', ['version']).error)('openssl verifies the chain for our names', async () => {
  const { authority } = await opened(await temporaryFolder());
  const folder = join(authority.caFile, '..');
  for (const asked of [
    '-verify_hostname=localhost',
    '-verify_hostname=api.zeptomail.com',
    '-verify_ip=::1',
  ]) {
    const [option = '', value = ''] = asked.split('=');
    const args = [
      'verify',
      '-x509_strict',
      '-purpose',
      'sslserver',
      option,
      value,
      '-CAfile',
      'ca.pem',
      'server.pem',
    ];
    const { status, stderr } = spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' });
    expect({ asked, status, stderr }).toEqual({ asked, status: 0, stderr: '' });
  }
});

test('the certificate names both loopback addresses', async () => {
  const { authority } = await opened(await temporaryFolder());
  const certificate = new X509Certificate(authority.certificate.current().cert);
  expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1');
  expect(certificate.checkIP('::1')).toBe('::1');
  expect(certificate.checkIP('127.0.0.2')).toBeUndefined();
});

test('the keys are for the owner only', async () => {
  const folder = await temporaryFolder();
  await opened(folder);
  for (const file of ['ca-key.pem', 'server-key.pem', 'server-named-key.pem']) {
    expect((await stat(join(folder, file))).mode & 0o077).toBe(0);
  }
});

test('a second start uses the same certificates', async () => {
  const folder = await temporaryFolder();
  const first = await opened(folder);
  const second = await opened(folder);
  expect(second.authority.fingerprint).toBe(first.authority.fingerprint);
  expect(second.authority.certificate.current()).toEqual(first.authority.certificate.current());
  expect(second.notices).toEqual([]);
});

test('live doors get the renewed certificate thirty days before the old one ends, without a restart', async () => {
  const folder = await temporaryFolder();
  const clock = new ManualClock();
  const { authority } = await opened(folder, clock);
  const before = authority.certificate.current();
  const renewed = new Promise<ServerCertificate>((resolve) => authority.certificate.onRenewed(resolve));
  clock.advanceDays(370);
  const after = await renewed;
  expect(after.cert).not.toBe(before.cert);
  expect(authority.certificate.current()).toBe(after);
  expect(new X509Certificate(after.cert).verify(new X509Certificate(authority.caPem).publicKey)).toBe(true);
  const { authority: reopened } = await opened(folder, clock);
  expect(reopened.certificate.current().cert).toBe(after.cert);
});

test('the renewal timer ends with the authority', async () => {
  const clock = new ManualClock();
  const { authority } = await opened(await temporaryFolder(), clock);
  expect(clock.running).toBe(1);
  await authority.close();
  expect(clock.running).toBe(0);
});

test('an authority about to end is renewed at the next start, and the person is told to trust the new one', async () => {
  const folder = await temporaryFolder();
  const clock = new ManualClock();
  const first = await opened(folder, clock);
  await first.authority.close();
  clock.advanceDays(3630);
  const second = await opened(folder, clock);
  expect(second.authority.fingerprint).not.toBe(first.authority.fingerprint);
  expect(second.notices.map((notice) => notice.title)).toEqual([
    'The local certificate authority was renewed',
  ]);
});

test.each([
  { file: 'ca.pem', harm: 'half-written', title: 'The local certificate authority was made anew' },
  { file: 'ca-key.pem', harm: 'half-written', title: 'The local certificate authority was made anew' },
  { file: 'ca-key.pem', harm: 'foreign', title: 'The local certificate authority was made anew' },
  { file: 'server.pem', harm: 'half-written', title: 'The server certificate was made anew' },
  { file: 'server-key.pem', harm: 'foreign', title: 'The server certificate was made anew' },
])('a $harm $file is set aside, made anew, and said', async ({ file, harm, title }) => {
  const folder = await temporaryFolder();
  await (await opened(folder)).authority.close();
  if (harm === 'half-written') {
    await truncate(join(folder, file), 100);
  } else {
    const other = await temporaryFolder();
    await opened(other);
    await writeFile(join(folder, file), await readFile(join(other, file)));
  }
  const { authority, notices } = await opened(folder);
  expect(notices.map((notice) => notice.title)).toEqual([title]);
  const aside = (await readdir(folder)).filter((name) => name.startsWith(`${file}.corrupt-`));
  expect(aside).toHaveLength(1);
  const port = await tlsServer(authority.certificate.current());
  expect(await handshake(port, 'localhost', authority.caPem)).toBe('verified');
});
