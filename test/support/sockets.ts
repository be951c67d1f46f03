import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A program of somebody else that uses a port on 127.0.0.1, until the test is over or `free` is called. */
export async function takenPort(): Promise<{ readonly port: number; readonly free: () => Promise<void> }> {
  const server = createServer((socket) => socket.destroy());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const free = async (): Promise<void> => {
    if (server.listening) {
      server.close();
      await once(server, 'close');
    }
  };
  onTestFinished(free);
  return { port, free };
}

/** Whether something takes connections on this port of this host. */
export async function takesConnections(port: number, host = '127.0.0.1'): Promise<boolean> {
  const socket = await opened(port, host);
  socket?.destroy();
  return socket !== undefined;
}

/** An open connection, or undefined where nothing listens; closed after the test. */
export function opened(port: number, host = '127.0.0.1'): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ port, host });
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(undefined));
    onTestFinished(() => {
      socket.destroy();
    });
  });
}
