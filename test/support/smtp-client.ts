import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { connect as connectTls, type ConnectionOptions } from 'node:tls';

/** A raw SMTP client: it sends exactly the bytes that a test gives it. */
export class SmtpClient {
  readonly socket: Socket;
  /** Resolves once the connection has gone. */
  readonly closed: Promise<void>;
  #text = '';
  #wake: () => void = () => undefined;
  #isClosed = false;

  constructor(socket: Socket) {
    this.socket = socket;
    socket.on('data', (chunk: Buffer) => {
      this.#text += chunk.toString();
      this.#wake();
    });
    // A server that cuts the line is what some tests are about; `closed` tells.
    socket.on('error', () => this.#wake());
    this.closed = new Promise((resolve) => {
      socket.once('close', () => {
        this.#isClosed = true;
        this.#wake();
        resolve();
      });
    });
  }

  static async open(port: number, host = '127.0.0.1'): Promise<SmtpClient> {
    const socket = connect({ port, host });
    const client = new SmtpClient(socket);
    await once(socket, 'connect');
    return client;
  }

  static async openTls(port: number, options: ConnectionOptions): Promise<SmtpClient> {
    const socket = connectTls({ port, host: '127.0.0.1', servername: 'localhost', ...options });
    const client = new SmtpClient(socket);
    await once(socket, 'secureConnect');
    return client;
  }

  /** The next reply, all its lines; null when the connection closed before it. */
  async reply(): Promise<string | null> {
    for (;;) {
      const whole = /^(?:\d{3}-[^\n]*\n)*\d{3}(?: [^\n]*)?\r\n/.exec(this.#text);
      if (whole !== null) {
        this.#text = this.#text.slice(whole[0].length);
        return whole[0].trimEnd().replaceAll('\r\n', '\n');
      }
      if (this.#isClosed) {
        return null;
      }
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  /** Sends one line and answers with the reply to it. */
  async say(line: string): Promise<string | null> {
    this.write(`${line}\r\n`);
    return this.reply();
  }

  write(bytes: string | Uint8Array): void {
    this.socket.write(bytes);
  }

  /** Greets and says EHLO; answers with EHLO's reply. */
  async begin(): Promise<string | null> {
    await this.reply();
    return this.say('EHLO client.test');
  }

  /** MAIL, RCPT and DATA up to 354. */
  async beginData(from = 'a@shop.test', to: readonly string[] = ['b@client.test']): Promise<void> {
    await this.say(`MAIL FROM:<${from}>`);
    for (const recipient of to) {
      await this.say(`RCPT TO:<${recipient}>`);
    }
    await this.say('DATA');
  }

  /** The same connection under TLS from here on. */
  async startTls(options: ConnectionOptions): Promise<SmtpClient> {
    await this.say('STARTTLS');
    this.socket.removeAllListeners('data');
    const socket = connectTls({ socket: this.socket, servername: 'localhost', ...options });
    const client = new SmtpClient(socket);
    await once(socket, 'secureConnect');
    return client;
  }
}
