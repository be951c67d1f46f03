// smtp-server that reads each message to its end, throws it away and answers 250: the upper bound for any server built on it.
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { SMTPServer } from 'smtp-server';
import { SMTPConnection } from 'smtp-server/lib/smtp-connection.js';

class PromptConnection extends SMTPConnection {
  // The library waits 100 ms before its banner; taken away here as in Restante, so that both sides are measured without it.
  override init(): void {
    this._setListeners(() => this.connectionReady());
  }
}

class DrainingServer extends SMTPServer {
  override connect(...[socket, options]: Parameters<SMTPServer['connect']>): void {
    const connection = new PromptConnection(this, socket, options);
    this.connections.add(connection);
    connection.on('error', (error: Error) => this._onError(error));
    connection.on('connect', (facts: Parameters<DrainingServer['_onClientConnect']>[0]) =>
      this._onClientConnect(facts),
    );
    connection.init();
  }
}

const server = new DrainingServer({
  authOptional: true,
  disableReverseLookup: true,
  disabledCommands: ['STARTTLS'],
  logger: false,
  onData(stream: Duplex, _session, callback) {
    stream.on('end', () => callback(null, 'Message received'));
    stream.resume();
  },
});
server.on('error', () => undefined);
const listener = server.listen(0, '127.0.0.1', () => {
  console.log(`draining on ${(listener.address() as AddressInfo).port}`);
});
process.on('SIGTERM', () => process.exit(0));
