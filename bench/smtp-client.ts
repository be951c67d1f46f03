import { connect, type Socket } from 'node:net';

/** The least SMTP client that is one: waits for every reply, so that what is measured is the server. */
export class SmtpClient {
  readonly #socket: Socket;
  #buffer = '';
  #waiting: { resolve: (reply: string) => void; reject: (error: Error) => void } | undefined;
  #failure: Error | undefined;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => this.#take(text));
    socket.on('error', (error) => this.#fail(error));
    socket.on('close', () => this.#fail(new Error('The server closed the connection')));
  }

  static async open(port: number): Promise<SmtpClient> {
    const client = new SmtpClient(connect(port, '127.0.0.1'));
    await client.#reply();
    await client.#say('EHLO bench.example');
    return client;
  }

  /** Resolves when the server has answered the end of DATA with 250. */
  async send(raw: Buffer, serial: number): Promise<void> {
    await this.#say('MAIL FROM:<accounts@zylker.example>');
    await this.#say(`RCPT TO:<person-${serial}@example.com>`);
    await this.#say('DATA');
    this.#socket.write(raw);
    await this.#say('\r\n.');
  }

  async quit(): Promise<void> {
    await this.#say('QUIT');
    this.#socket.destroy();
  }

  #say(line: string): Promise<string> {
    this.#socket.write(`${line}\r\n`);
    return this.#reply();
  }

  async #reply(): Promise<string> {
    const reply = await new Promise<string>((resolve, reject) => {
      if (this.#failure !== undefined) {
        reject(this.#failure);
        return;
      }
      this.#waiting = { resolve, reject };
      this.#take('');
    });
    if (!/^[23]/.test(reply)) {
      throw new Error(`The server said: ${reply}`);
    }
    return reply;
  }

  #take(text: string): void {
    this.#buffer += text;
    const end = /^\d{3}(?: .*)?\r\n/m.exec(this.#buffer);
    if (end !== null && this.#waiting !== undefined) {
      const reply = this.#buffer.slice(0, end.index + end[0].length);
      this.#buffer = this.#buffer.slice(reply.length);
      const { resolve } = this.#waiting;
      this.#waiting = undefined;
      resolve(reply);
    }
  }

  #fail(error: Error): void {
    this.#failure = error;
    this.#waiting?.reject(error);
    this.#waiting = undefined;
  }
}
