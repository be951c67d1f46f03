import { lookup as systemLookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** The words of an attempt that was not made, because it would have left this machine. */
export class NotThisMachineError extends Error {
  constructor(host: string, addresses: readonly string[]) {
    const where = addresses.join(', ');
    super(
      `Not sent: ${where === host ? host : `${host} is ${where}, which`} is not this machine. Allow other machines for this webhook if you mean it.`,
    );
    this.name = 'NotThisMachineError';
  }
}

/** @param host of a URL: a name, an IPv4 address, or an IPv6 address in brackets. @throws NotThisMachineError */
export function refuseRemoteAddress(host: string): void {
  const address = host.replace(/^\[|\]$/g, '');
  // Node asks no resolver about an address, so the lookup below never sees one.
  if (isIP(address) !== 0 && !isLoopback(address)) {
    throw new NotThisMachineError(host, [address]);
  }
}

/**
 * Resolves names for a connection, to loopback addresses only. The connection is made to what comes out here and is
 * not looked up again, so a name that changes its address in between (DNS rebinding) gains nothing.
 */
export function loopbackLookup(lookup: LookupFunction = systemLookup): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error !== null) {
        callback(error, []);
        return;
      }
      const all = Array.isArray(found) ? found : [];
      const local = all.filter(({ address }) => isLoopback(address));
      const [first] = local;
      if (first === undefined) {
        callback(
          new NotThisMachineError(
            hostname,
            all.map(({ address }) => address),
          ),
          [],
        );
      } else if (options.all === true) {
        callback(null, local);
      } else {
        callback(null, first.address, first.family);
      }
    });
  };
}

function isLoopback(address: string): boolean {
  return loopback.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}
