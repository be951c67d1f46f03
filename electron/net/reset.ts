import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';

/** Ends a connection without a word: with a TCP reset, under TLS without its farewell. */
export function resetConnection(socket: Socket & Partial<Pick<TLSSocket, 'encrypted'>>): void {
  if (socket.encrypted === true) {
    // Node resets plain TCP sockets only.
    socket.destroy();
  } else {
    socket.resetAndDestroy();
  }
}
