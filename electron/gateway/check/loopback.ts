import { BlockList, connect, isIP, type Socket } from 'node:net';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Whether an address, and not a name, is this machine itself. */
export function isLoopbackAddress(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && loopback.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/** Begins a connection to this machine. @throws Error for every other address, before anything is sent. */
export function connectToLoopback(address: string, port: number): Socket {
  if (!isLoopbackAddress(address)) {
    throw new Error(`${address} is not a loopback address.`);
  }
  return connect({ host: address, port });
}
