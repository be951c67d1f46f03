import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { maxMessageBytesOf } from '#shared/agent.ts';
import {
  SMTPServer,
  type SMTPServerAddress,
  type SMTPServerAuthentication,
  type SMTPServerAuthenticationResponse,
  type SMTPServerSession,
} from 'smtp-server';
import type { SMTPConnectionOptions } from 'smtp-server/lib/smtp-connection.js';
import type { ServerCertificate } from '../net/door.ts';
import { minTlsVersion, namedCertificate } from '../net/named-certificate.ts';
import { DoorConnection } from './door-connection.ts';
import type { DoorContext } from './door-context.ts';
import { recordFailedHandshake } from './failed-handshake.ts';
import { type Reply, serverName } from './replies.ts';

type Next = (error?: Error | null) => void;

/** smtp-server with our connections, and without a listener of its own: sockets are handed to it. */
export class DoorServer extends SMTPServer {
  readonly #context: DoorContext;
  readonly #open = new Map<SMTPServerSession, DoorConnection>();

  constructor(context: DoorContext, certificate: () => ServerCertificate) {
    const { agents, channel, limits } = context;
    super({
      cert: certificate().cert,
      key: certificate().key,
      SNICallback: namedCertificate(certificate),
      secure: channel === 'smtps',
      minVersion: minTlsVersion,
      name: serverName,
      heloResponse: '%s Hello %s',
      authMethods: ['LOGIN', 'PLAIN'],
      disabledCommands: ['WIZ', 'SHELL', 'KILL', 'XCLIENT', 'XFORWARD', 'LHLO'],
      disableReverseLookup: true,
      maxAllowedUnauthenticatedCommands: false,
      socketTimeout: limits.idleMs,
      maxClients: limits.connections,
      maxCommandLength: limits.commandLineBytes,
      // Asked at each use, so that a change of the agent's configuration applies at once.
      get size() {
        return maxMessageBytesOf(agents.manner());
      },
      get authOptional() {
        return agents.manner().mode === 'relaxed';
      },
      get allowInsecureAuth() {
        return agents.manner().mode === 'relaxed';
      },
      get lenientAddressParsing() {
        return agents.manner().mode === 'relaxed';
      },
    });
    this.#context = context;
  }

  /** Sessions that have not ended, also those whose socket has gone and whose message is still being stored. */
  get sessions(): readonly DoorConnection[] {
    return [...this.#open.values()];
  }

  /** Takes over an accepted socket. */
  take(socket: Socket): void {
    this.server.emit('connection', socket);
  }

  override connect(socket: Socket | TLSSocket, socketOptions?: SMTPConnectionOptions | null): void {
    const connection = new DoorConnection(this, socket, socketOptions, this.#context);
    const { session } = connection;
    this.#open.set(session, connection);
    void connection.ended.then(() => this.#open.delete(session));
    this.connections.add(connection);
    // The connection itself has noted what went wrong.
    connection.on('error', () => connection.close());
    connection.init();
  }

  override onConnect(_session: SMTPServerSession, next: Next): void {
    next();
  }

  override onSecure(_socket: Socket | TLSSocket, session: SMTPServerSession, next: Next): void {
    const connection = this.#open.get(session);
    if (this.#context.channel === 'smtp' && connection !== undefined) {
      connection.mail.forgetClient();
      connection.noteTls();
    }
    next();
  }

  override onAuth(
    { username = '', password }: SMTPServerAuthentication,
    session: SMTPServerSession,
    next: (error: Error | null | undefined, response?: SMTPServerAuthenticationResponse) => void,
  ): void {
    const connection = this.#open.get(session);
    const refused = connection?.mail.authenticate(username, password ?? '', connection.secure);
    if (connection === undefined || refused) {
      const response = refused
        ? { responseCode: refused.status, message: refused.message }
        : { user: username || 'anonymous' };
      next(null, response);
      return;
    }
    connection.provoke('auth', (provoked) =>
      next(
        null,
        provoked?.reply
          ? { responseCode: provoked.reply.code, message: provoked.reply.text }
          : { user: username || 'anonymous' },
      ),
    );
  }

  override onMailFrom(_address: SMTPServerAddress, session: SMTPServerSession, next: Next): void {
    const connection = this.#open.get(session);
    const refused = connection?.mail.beginMessage(connection.address);
    if (connection === undefined || refused) {
      next(refused ? refusal({ code: refused.status, text: refused.message }) : null);
      return;
    }
    connection.provoke('mail', (provoked) => next(provoked?.reply ? refusal(provoked.reply) : null));
  }

  override onRcptTo(_address: SMTPServerAddress, session: SMTPServerSession, next: Next): void {
    const connection = this.#open.get(session);
    if (connection === undefined) {
      next();
      return;
    }
    const { address, mail } = connection;
    connection.provoke(
      'rcpt',
      (provoked) => {
        const refused = provoked?.reply ?? mail.addRecipient(address);
        next(refused === null ? null : refusal(refused));
      },
      address,
    );
  }

  /** Only handshakes of implicit TLS that failed come here: a connection keeps its errors to itself. */
  override _onError(error: Error): void {
    recordFailedHandshake(error, this.#context);
  }
}

function refusal({ code, text }: Reply): Error {
  return Object.assign(new Error(text), { responseCode: code });
}
