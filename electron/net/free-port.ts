import { createServer } from 'node:net';
import { RestanteError } from '#shared/errors.ts';
import { loopbackHosts } from './door.ts';
import { listenOnAll } from './listen.ts';

/** How many ports are tried one after another before giving up. */
const searchLength = 1000;
const highestPort = 65_535;

/** Whether a port can be listened on right now, on every one of the hosts. */
export async function isPortFree(port: number, hosts: readonly string[] = loopbackHosts): Promise<boolean> {
  try {
    const listening = await listenOnAll({ hosts, port }, () => createServer());
    await listening.close();
    return true;
  } catch (error) {
    if (error instanceof RestanteError && error.code.startsWith('port.')) {
      return false;
    }
    throw error;
  }
}

/**
 * The first free port above `after` that `avoid` does not name.
 * @throws RestanteError `port.none-free`
 */
export async function nextFreePort(
  after: number,
  {
    avoid = [],
    hosts = loopbackHosts,
  }: { readonly avoid?: Iterable<number>; readonly hosts?: readonly string[] } = {},
): Promise<number> {
  const avoided = new Set(avoid);
  const last = Math.min(highestPort, after + searchLength);
  for (let port = after + 1; port <= last; port += 1) {
    if (!avoided.has(port) && (await isPortFree(port, hosts))) {
      return port;
    }
  }
  throw new RestanteError('port.none-free', { port: after });
}
