import { isIPv6 } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { RestanteError } from '#shared/errors.ts';
import type { DoorAddress } from './door.ts';
import { errnoOf, portProblem } from './port-problem.ts';

/** Servers that listen on every host of an address with one port, and the sockets that they hold open. */
export interface Listening<S extends Server = Server> {
  /** The port that all of them listen on, also when port 0 was asked for. */
  readonly port: number;
  readonly servers: readonly S[];
  /** Stops accepting; resolves once every connection has gone. Idempotent. */
  close(): Promise<void>;
  /** Cuts every connection that is still open, so that `close` can resolve. */
  destroyConnections(): void;
}

/** How often port 0 is tried anew when the port that one host gave is taken on another. */
const freePortAttempts = 20;

/**
 * Listens on every host of the address with the same port; `createServer` is called once for each host.
 * A machine without IPv6 goes without its IPv6 hosts, as long as another host is left.
 * @throws RestanteError `port.*`; nothing listens then.
 */
export async function listenOnAll<S extends Server>(
  address: DoorAddress,
  createServer: () => S,
): Promise<Listening<S>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await listenOnce(address, createServer);
    } catch (error) {
      const taken = error instanceof RestanteError && error.code === 'port.in-use';
      if (!taken || address.port !== 0 || attempt === freePortAttempts) {
        throw error;
      }
    }
  }
}

async function listenOnce<S extends Server>(
  address: DoorAddress,
  createServer: () => S,
): Promise<Listening<S>> {
  const servers: S[] = [];
  const sockets = new Set<Socket>();
  let port = address.port;
  let missing: { readonly error: unknown; readonly host: string } | undefined;
  for (const host of address.hosts) {
    const server = createServer();
    server.on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    });
    try {
      port = await listen(server, host, port);
      servers.push(server);
    } catch (error) {
      if (isIPv6(host) && isFamilyMissing(error)) {
        missing = { error, host };
        continue;
      }
      await Promise.all(servers.map(closeServer));
      throw portProblem(error, port, host);
    }
  }
  if (missing !== undefined && servers.length === 0) {
    throw portProblem(missing.error, port, missing.host);
  }
  let closed: Promise<unknown> | undefined;
  return {
    port,
    servers,
    close: async () => {
      closed ??= Promise.all(servers.map(closeServer));
      await closed;
    },
    destroyConnections: () => {
      for (const socket of sockets) {
        socket.destroy();
      }
    },
  };
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, ipv6Only: true }, () => {
      server.off('error', reject);
      // Too many open files and the like: that one connection fails, the others go on.
      server.on('error', (error) => process.emitWarning(error));
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}

function isFamilyMissing(error: unknown): boolean {
  const errno = errnoOf(error);
  return errno === 'EADDRNOTAVAIL' || errno === 'EAFNOSUPPORT';
}
