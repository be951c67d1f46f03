import { get } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { AppEvent } from '#shared/events.ts';
import { ServedOffice } from '../../support/served-office.ts';

/** A client of the event stream; `next` resolves with the next event of a name. */
class EventClient {
  readonly #response: IncomingMessage;
  readonly events: AppEvent[] = [];
  readonly names: string[] = [];
  #rest = '';
  #greeted = false;
  #arrived: () => void = () => {};

  private constructor(response: IncomingMessage) {
    this.#response = response;
    response.setEncoding('utf8');
    response.on('data', (chunk: string) => {
      this.#read(chunk);
      this.#arrived();
    });
    response.on('error', () => {});
    response.on('close', () => this.#arrived());
  }

  static async open(office: ServedOffice, query = ''): Promise<EventClient> {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      get(new URL(`/api/events${query}`, office.url), resolve).on('error', reject);
    });
    const client = new EventClient(response);
    onTestFinished(() => client.leave());
    await client.until(() => client.#greeted);
    return client;
  }

  #read(chunk: string): void {
    const blocks = (this.#rest + chunk).split('\n\n');
    this.#rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const [, name, data] = /^event: (.+)\ndata: (.+)$/.exec(block) ?? [];
      if (data === undefined) {
        this.#greeted ||= block === 'retry: 1000';
        continue;
      }
      this.events.push(JSON.parse(data) as AppEvent);
      this.names.push(name ?? '');
    }
  }

  async until(holds: () => boolean): Promise<void> {
    while (!holds() && !this.#response.destroyed) {
      await new Promise<void>((resolve) => {
        this.#arrived = resolve;
      });
    }
  }

  get ended(): boolean {
    return this.#response.closed;
  }

  leave(): void {
    this.#response.destroy();
  }
}

const mail = 'From: a@example.com\nTo: b@example.com\nSubject: Live\n\nHello.\n';

test('a message is told as it is held and again as it is indexed', async () => {
  const office = await ServedOffice.open();
  const client = await EventClient.open(office);
  const { id } = await office.send(mail);
  await client.until(() => client.events.some((event) => event.type === 'message.indexed'));
  const told = client.events.filter((event) => 'message' in event && event.message.id === id);
  expect(told.map((event) => event.type)).toEqual(['message.held', 'message.indexed']);
  expect(client.names).toEqual(client.events.map((event) => event.type));
});

test('a stream may be of one agent only', async () => {
  const office = await ServedOffice.open();
  const other = (await office.ask('POST', '/api/agents', { name: 'Other' })).body;
  const client = await EventClient.open(office, `?agent=${other.id}`);
  await office.send(mail);
  const { id } = await office.send(mail, office.postOffice.agents.get(other.id));
  await client.until(() => client.events.some((event) => event.type === 'message.indexed'));
  const messages = client.events.flatMap((event) => ('message' in event ? [event.message] : []));
  expect(new Set(messages.map((message) => message.id))).toEqual(new Set([id]));
});

test('a client that does not read is cut off, and the others hear everything', async () => {
  const office = await ServedOffice.open();
  const { port } = new URL(office.url);
  const sleeper = connect(Number(port), '127.0.0.1');
  onTestFinished(() => void sleeper.destroy());
  const cut = new Promise<void>((resolve) => sleeper.once('close', () => resolve()));
  sleeper.on('error', () => {});
  const greeted = new Promise<void>((resolve) => {
    sleeper.once('readable', () => resolve());
  });
  sleeper.write(`GET /api/events HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`);
  await greeted;
  const reader = await EventClient.open(office);

  const text = 'x'.repeat(64 * 1024);
  let announced = 0;
  for (; announced < 400; announced += 1) {
    const title = String(announced);
    office.postOffice.notices.add({ level: 'info', title, text });
    await reader.until(() => reader.events.length > announced);
  }
  // What lies in its socket's buffer is all that it gets.
  sleeper.resume();
  await cut;
  expect(reader.events).toHaveLength(announced);
});

test('clients that leave leave nothing behind, and closing ends the streams of those who stay', async () => {
  const office = await ServedOffice.open();
  const clients = await Promise.all(Array.from({ length: 20 }, () => EventClient.open(office)));
  for (const client of clients.slice(1)) {
    client.leave();
  }
  const [stayed] = clients;
  await office.send(mail);
  await stayed?.until(() => stayed.events.length > 0);
  await office.close();
  await stayed?.until(() => stayed.ended);
  expect(stayed?.ended).toBe(true);
});
