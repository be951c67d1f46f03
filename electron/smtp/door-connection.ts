import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { SMTPServer } from 'smtp-server';
import { SMTPConnection, type SMTPConnectionOptions } from 'smtp-server/lib/smtp-connection.js';
import type { SmtpStage } from '#shared/failure.ts';
import { pause } from '../net/pause.ts';
import { resetConnection } from '../net/reset.ts';
import type { DoorContext } from './door-context.ts';
import { DoorParser, type Received } from './door-parser.ts';
import { type ConnectionFacts, MailSession } from './mail-session.ts';
import type { Provoked } from './provoked.ts';
import { greeting, productionReply, recipientOk, replies, type Reply, senderOk } from './replies.ts';

/**
 * One SMTP connection. It keeps smtp-server's command handling and changes, by overriding typed methods of the exported
 * class: the greeting (without the fixed 100 ms before it), the replies' words, DATA, and what is kept of the session.
 */
export class DoorConnection extends SMTPConnection {
  readonly mail: MailSession;
  /** Resolves once the session has ended, its messages are settled and its activity is recorded. */
  readonly ended: Promise<void>;
  readonly #context: DoorContext;
  #end: () => void = () => undefined;
  /** The address of the command at hand, as the client wrote it. */
  #address = '';
  /** What the MAIL command at hand says of the message's size (RFC 1870). */
  #announcedBytes = 0;
  #isRetiring = false;
  #isSettling = false;
  #isCorked = false;
  #settled: Promise<void> = Promise.resolve();

  constructor(
    server: SMTPServer,
    socket: Socket | TLSSocket,
    options: SMTPConnectionOptions | null | undefined,
    context: DoorContext,
  ) {
    super(server, socket, options ?? {});
    this.#context = context;
    this.mail = new MailSession(context);
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  get address(): string {
    return this.#address;
  }

  /** Lets the transaction at hand finish, then ends the session with 421; at once when there is none. */
  retire(): void {
    this.#isRetiring = true;
    if (!this.#isInTransaction()) {
      this.#say(replies.closing);
    }
  }

  /** Ends the session now, whatever is going on. */
  cut(): void {
    this.#say(replies.closing);
    this._socket.destroySoon();
  }

  /** As the base class, without its fixed wait of 100 ms for clients that talk too soon. */
  override init(): void {
    this._setListeners(() => {
      if (this.secure) {
        this.noteTls();
      }
      if (this._server.connections.size > this.#context.limits.connections) {
        this.#say(replies.tooManyConnections);
        return;
      }
      this.provoke('connect', (provoked) => {
        if (provoked?.reply) {
          this.#say(provoked.reply);
        } else {
          this.connectionReady();
        }
      });
    });
  }

  /**
   * Goes on with what goes wrong on purpose at this stage: at once when nothing does, else after its wait, unless the
   * client has gone meanwhile.
   */
  provoke(stage: SmtpStage, then: (provoked: Provoked | undefined) => void, recipient?: string): void {
    const provoked = this.mail.provoke(stage, recipient);
    if (provoked === undefined || provoked.waitMs === 0) {
      then(provoked);
      return;
    }
    void this.#waiting(provoked.waitMs).then((isOpen) => {
      if (isOpen) {
        then(provoked);
      }
    });
  }

  /** The client waits for us: the idle time does not count. */
  async #waiting(milliseconds: number): Promise<boolean> {
    this._handlerPending = true;
    const isOpen = await pause(milliseconds, this._socket);
    this._handlerPending = false;
    return isOpen;
  }

  noteTls(): void {
    this.mail.noteTls(this.#facts().tls);
  }

  override _createParser(): DoorParser {
    const parser = new DoorParser({ maxCommandLength: this._server.options.maxCommandLength });
    parser.oncommand = (command, callback) => this._onCommand(command, callback);
    parser.on('error', (error) => this.send(421, `Error: ${error.message}`));
    return parser;
  }

  override _sendGreeting(): void {
    this.#say(greeting(this.#context.now()));
  }

  /** Every reply passes here: it gets production's words and goes into the transcript. */
  override send(stockCode: number, stockText?: string | string[] | null, context?: string | false): void {
    if (Array.isArray(stockText)) {
      // Production names AUTH only where it takes it: under TLS.
      const hidesAuth = this.mail.isStrict && !this.secure;
      const lines = stockText.filter((line) => !hidesAuth || !line.startsWith('AUTH '));
      this.mail.noteReply(stockCode, lines);
      this.#writeTogether(stockCode);
      super.send(stockCode, lines, false);
      return;
    }
    const { code, text } = this.#inProductionWords(stockCode, stockText ?? '', context);
    this.mail.noteReply(code, [text]);
    this.#writeTogether(code);
    super.send(code, text, false);
  }

  /**
   * Replies of one turn of the event loop leave in one write, which pipelining clients and busy moments gain from.
   * Not so the go-ahead for TLS: it must be out before the handshake takes the socket over.
   */
  #writeTogether(code: number): void {
    if (code === 220) {
      this.#uncork();
    } else if (!this.#isCorked && !this._upgrading) {
      this.#isCorked = true;
      this._socket.cork();
      setImmediate(() => this.#uncork());
    }
  }

  #uncork(): void {
    if (this.#isCorked) {
      this.#isCorked = false;
      this._socket.uncork();
    }
  }

  override _onCommand(command: Buffer, callback?: () => void): void {
    this.mail.noteCommand(command.toString(), {
      continues: this._nextHandler !== false,
      inTransaction: this.#hasSender(),
    });
    const isHello = this._nextHandler === false && /^(?:EHLO|HELO)\s/i.test(command.toString());
    if (!isHello || !this._ready || this._upgrading) {
      super._onCommand(command, callback);
      return;
    }
    this.provoke('ehlo', (provoked) => {
      if (provoked?.reply) {
        this.#say(provoked.reply);
        setImmediate(() => callback?.());
      } else {
        super._onCommand(command, callback);
      }
    });
  }

  /** As the base class; keeps the address as the client wrote it, before its domain is turned into Unicode. */
  override _parseAddressCommand(
    name: string,
    command: Buffer | string,
  ): ReturnType<SMTPConnection['_parseAddressCommand']> {
    this.#address = /<(?:@[^\s:]*:)?([^<>]*)>/.exec(command.toString())?.[1] ?? '';
    this.#announcedBytes = Number(/\sSIZE=(\d+)/i.exec(command.toString())?.[1] ?? 0);
    return super._parseAddressCommand(name, command);
  }

  override handler_DATA(_command: Buffer, callback: () => void): void {
    const parser = this._parser;
    if (this.session.envelope.rcptTo.length === 0) {
      this.send(503, 'Error: need RCPT command');
    } else if (parser instanceof DoorParser) {
      this.provoke('data', (provoked) => {
        if (provoked?.reply) {
          this.#say(provoked.reply);
        } else {
          this.#receive(parser, provoked);
        }
        callback();
      });
      return;
    }
    callback();
  }

  #receive(parser: DoorParser, provoked: Provoked | undefined): void {
    const { bytesPerSecond = null, dropAfter = null } = provoked ?? {};
    parser.receive(
      this.mail.maxMessageBytes,
      (received, resume) => {
        this.#settled = this.#settle(received, resume);
      },
      {
        pace: bytesPerSecond === null ? null : (bytes) => this.#waiting((bytes * 1000) / bytesPerSecond),
        drop:
          dropAfter === null
            ? null
            : {
                afterBytes: dropAfter,
                now: () => {
                  this.mail.outcome.failed('connection dropped in DATA on purpose by the failure laboratory');
                  resetConnection(this._socket);
                },
              },
      },
    );
    this.#say(replies.startData);
  }

  override _onError(error: Error & { code?: string | undefined }): void {
    if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') {
      this.mail.outcome.failed(this._upgrading ? `TLS handshake failed: ${error.message}` : error.message);
      this.mail.transcript.add('I', error.message);
    }
    super._onError(error);
  }

  override _onClose(): void {
    const wasOpen = !this._closed;
    const received = this.#receivedBytes();
    if (this._parser instanceof DoorParser) {
      this._parser.abandon();
    }
    super._onClose();
    if (!wasOpen) {
      return;
    }
    if (received !== null) {
      this.mail.outcome.failed('connection lost in DATA');
      this.mail.transcript.add('I', `connection lost in DATA, after ${received} bytes`);
    } else if (this._upgrading) {
      this.mail.outcome.failed('connection closed in the TLS handshake');
    }
    void this.#settled.then(() => {
      this.mail.record(this.#facts());
      this.#end();
    });
  }

  /** Takes a received message or refuses it; answers, and lets the commands behind it go on. */
  async #settle(received: Received, resume: () => void): Promise<void> {
    this.#isSettling = true;
    // The client waits for us: the idle time does not count.
    this._handlerPending = true;
    const provoked = received.kind === 'message' ? this.mail.provoke('end-of-data') : undefined;
    if (provoked !== undefined) {
      // A client that gives up waiting has said all of its mail: it is held, as a slow relay would.
      await pause(provoked.waitMs, this._socket);
    }
    const reply =
      provoked?.reply ?? (await this.mail.settle(received, this.#facts(), provoked?.isUnprocessed));
    this._handlerPending = false;
    this.#isSettling = false;
    this._transactionCounter += 1;
    this._unrecognizedCommands = 0;
    this._resetSession();
    this.#say(reply);
    if (this.#isRetiring || (received.kind === 'too large' && !received.complete)) {
      this.#say(replies.closing);
    }
    resume();
  }

  #inProductionWords(code: number, text: string, context: string | false | undefined): Reply {
    if (context === 'MAIL_FROM_OK') {
      return senderOk(this.#address);
    }
    if (context === 'RCPT_TO_OK') {
      return recipientOk(this.#address);
    }
    if (code === 538 || (code === 530 && text === 'Error: authentication Required')) {
      return this.mail.refuseUnauthenticated(this.secure);
    }
    const reply = productionReply(code, text);
    if (reply === replies.tooLarge) {
      this.mail.noteTooLarge(this.#announcedBytes);
    }
    return reply;
  }

  #isInTransaction(): boolean {
    return this.#isSettling || this.#receivedBytes() !== null || this.#hasSender();
  }

  #hasSender(): boolean {
    // Before the greeting the session has no envelope yet.
    return this._ready && this.session.envelope.mailFrom !== false;
  }

  #receivedBytes(): number | null {
    return this._parser instanceof DoorParser ? this._parser.receivedBytes : null;
  }

  #facts(): ConnectionFacts {
    const cipher = this.tlsOptions;
    return {
      peer: this.remoteAddress,
      secure: this.secure,
      tls: cipher === false ? null : { protocol: cipher.version, cipher: cipher.name },
    };
  }

  #say({ code, text }: Reply): void {
    this.send(code, text);
  }
}
