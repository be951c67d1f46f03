import { once } from 'node:events';
import type { Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { minTlsVersion } from '../../net/named-certificate.ts';
import { within } from '../../net/within.ts';

/** Milliseconds that the other side gets to close, too. */
const farewellMs = 1000;

/** Bytes of one SMTP reply that are read at most: what answers may be anything. */
const longestReply = 16 * 1024;

/** Resolves once the socket is connected. */
export async function connected(socket: Socket): Promise<void> {
  if (socket.connecting) {
    await once(socket, 'connect');
  }
}

/** Speaks SMTP up to the go-ahead for TLS (RFC 3207). @throws Error with what was answered instead. */
export async function startTls(socket: Socket): Promise<void> {
  await expectReply(socket, /^220[ -]/);
  socket.write('EHLO restante-check.localhost\r\n');
  await expectReply(socket, /^250[ -]STARTTLS/im);
  socket.write('STARTTLS\r\n');
  await expectReply(socket, /^220[ -]/);
}

/** Resolves once TLS is on and the certificate is of our authority and for this host. */
export async function verified(socket: Socket, host: string, ca: string): Promise<void> {
  const secure = connectTls({ socket, servername: host, ca, minVersion: minTlsVersion });
  // Once it is on, nothing that happens to the connection matters any more.
  secure.once('secureConnect', () => secure.on('error', () => undefined));
  const gone = once(socket, 'close').then(() => {
    throw new Error('the connection was closed in the handshake');
  });
  try {
    await Promise.race([once(secure, 'secureConnect'), gone]);
    // In order: a server that does not see the end of the handshake takes it for a failed one.
    secure.resume().end();
    await within(gone, farewellMs, 'Leaving').catch(() => undefined);
  } finally {
    gone.catch(() => undefined);
    secure.on('error', () => undefined).destroy();
  }
}

/** Reads one whole reply. */
function expectReply(socket: Socket, wanted: RegExp): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = '';
    const done = (error?: Error): void => {
      socket.off('data', onData).off('close', onClose).off('error', done);
      if (error === undefined) {
        resolve();
      } else {
        reject(error);
      }
    };
    const onClose = (): void => done(new Error('the connection was closed'));
    const onData = (chunk: Buffer): void => {
      text += chunk.toString('latin1');
      if (/^\d{3}(?: .*)?\r?\n$/m.test(text) || text.length > longestReply) {
        done(wanted.test(text) ? undefined : new Error(`“${text.split(/\r?\n/, 1)[0]?.slice(0, 200)}”`));
      }
    };
    socket.on('data', onData).once('close', onClose).once('error', done);
  });
}
