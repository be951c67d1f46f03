import type { Duplex } from 'node:stream';

/** Waits for a connection's sake: answers with false, at once, when the connection is gone. */
export function pause(milliseconds: number, connection: Duplex): Promise<boolean> {
  if (connection.destroyed || milliseconds === 0) {
    return Promise.resolve(!connection.destroyed);
  }
  return new Promise((resolve) => {
    const gone = (): void => {
      clearTimeout(timer);
      resolve(false);
    };
    const timer = setTimeout(() => {
      connection.off('close', gone);
      resolve(true);
    }, milliseconds);
    connection.once('close', gone);
  });
}
