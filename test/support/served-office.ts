import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { onTestFinished } from 'vitest';
import type { Agent } from '#shared/agent.ts';
import { assertNonNullable } from '#shared/assert.ts';
import type { AppEvent, AppEventOf, AppEventType } from '#shared/events.ts';
import type { MessageSummary } from '#shared/message.ts';
import { serveControl } from '../../electron/control/serve.ts';
import { openPostOffice } from '../../electron/post-office/open-post-office.ts';
import type { PostOffice } from '../../electron/post-office/post-office.ts';
import { temporaryFolder } from './temporary-folder.ts';

interface ServedOfficeOptions {
  readonly pageFolder?: string;
  readonly host?: string;
  readonly report?: (error: unknown) => void;
  readonly allowedOrigins?: readonly string[];
}

/** A whole post office with its control API over real HTTP; it closes when the test ends. */
export class ServedOffice {
  readonly postOffice: PostOffice;
  readonly url: string;
  /** Closes the HTTP side alone. Idempotent. */
  readonly close: () => Promise<void>;

  private constructor(parts: Pick<ServedOffice, 'postOffice' | 'url' | 'close'>) {
    this.postOffice = parts.postOffice;
    this.url = parts.url;
    this.close = parts.close;
  }

  /** Every answer is checked against the contract. */
  static async open(options: ServedOfficeOptions = {}): Promise<ServedOffice> {
    const folder = await temporaryFolder();
    const postOffice = await openPostOffice({ folder, agentPorts: 'any' });
    onTestFinished(() => postOffice.close());
    const served = await serveControl({
      postOffice,
      host: options.host ?? 'localhost',
      port: 0,
      pageFolder: options.pageFolder ?? join(folder, 'no-page'),
      version: '1.2.3',
      checkAnswers: true,
      ...options,
    });
    const close = (): Promise<void> => served.close();
    onTestFinished(close);
    return new ServedOffice({ postOffice, url: served.url, close });
  }

  get agent(): Agent {
    const [agent] = this.postOffice.agents.list();
    assertNonNullable(agent, 'there is an agent from the first run on');
    return agent;
  }

  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(new URL(path, this.url), init);
  }

  /** Asks with a JSON body, if there is one, and answers with the status and the JSON that came back. */
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into answers whose shape the server has checked
  async ask(method: string, path: string, body?: unknown): Promise<{ status: number; body: any }> {
    const response = await this.fetch(path, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : JSON.parse(text) };
  }

  /** Resolves with the next announcement of this type. */
  next<T extends AppEventType>(
    type: T,
    fits: (event: AppEventOf<T>) => boolean = () => true,
  ): Promise<AppEventOf<T>> {
    return new Promise((resolve) => {
      const stop = this.postOffice.announcer.listen((event: AppEvent) => {
        if (event.type === type && fits(event as AppEventOf<T>)) {
          stop();
          resolve(event as AppEventOf<T>);
        }
      });
    });
  }

  /** Sends a raw mail by SMTP to an agent, and resolves once it is indexed. */
  async send(raw: string, agent = this.agent): Promise<MessageSummary> {
    const indexed = this.next('message.indexed', ({ message }) => message.agentId === agent.id);
    const transport = createTransport({ host: '127.0.0.1', port: agent.channels.smtp.port, ignoreTLS: true });
    await transport.sendMail({
      envelope: { from: 'sender@example.com', to: ['jane@example.com'] },
      raw: raw.replace(/\r?\n/g, '\r\n'),
    });
    transport.close();
    return (await indexed).message;
  }
}
