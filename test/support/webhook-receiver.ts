import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface ReceivedCall {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly rawHeaders: readonly string[];
  readonly body: string;
}

/** How a receiver answers its n-th call (from 1). */
export type Answer = (response: ServerResponse, call: number) => void;

/** An application that takes webhooks on a port of this machine; it closes when the test ends. */
export class WebhookReceiver {
  readonly url: string;
  readonly calls: ReceivedCall[] = [];
  answer: Answer = (response) => response.end('thank you');
  readonly #waiting: { readonly count: number; readonly resolve: () => void }[] = [];

  private constructor(url: string) {
    this.url = url;
  }

  static async open(): Promise<WebhookReceiver> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => receiver.#take(request, Buffer.concat(chunks).toString(), response));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      server.close();
      server.closeAllConnections();
    });
    const receiver = new WebhookReceiver(`http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`);
    return receiver;
  }

  /** Resolves once so many calls came. */
  async called(count: number): Promise<void> {
    if (this.calls.length < count) {
      await new Promise<void>((resolve) => this.#waiting.push({ count, resolve }));
    }
  }

  #take(request: IncomingMessage, body: string, response: ServerResponse): void {
    const { method, url, headers, rawHeaders } = request;
    this.calls.push({ method, path: url, headers, rawHeaders, body });
    this.answer(response, this.calls.length);
    for (const { resolve } of this.#waiting.filter(({ count }) => count <= this.calls.length)) {
      resolve();
    }
  }
}
