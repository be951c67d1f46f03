import type { AppEvent } from '#shared/events.ts';
import type { Announcer } from '../../road/announcer.ts';
import { agentIdOf } from './agent-id-of.ts';

/** Bytes that wait for one client; who lets more pile up is dropped, connects again and asks for everything anew. */
export const maxWaitingBytes = 1024 * 1024;

/** Milliseconds between comments that keep idle connections open and find the dead ones. */
const heartbeatMs = 15_000;

/** Milliseconds that a browser waits before it connects again. */
const retryMs = 1000;

interface Client {
  readonly agentId: string | undefined;
  send(chunk: Uint8Array): void;
  end(): void;
}

interface StreamWish {
  /** Only what concerns this agent, and what concerns none in particular. */
  readonly agentId?: string | undefined;
  /** Cuts the connection below a stream whose client does not read. */
  readonly cut?: (() => void) | undefined;
}

/** Every announcement to every client: made into bytes once, whatever their number, and only while there is one. */
export class EventStreams {
  readonly #announcer: Announcer;
  readonly #clients = new Set<Client>();
  readonly #encoder = new TextEncoder();
  #stopListening: (() => void) | undefined;
  #heartbeat: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(announcer: Announcer) {
    this.#announcer = announcer;
  }

  /** How many clients are connected. */
  get size(): number {
    return this.#clients.size;
  }

  open({ agentId, cut }: StreamWish = {}): ReadableStream<Uint8Array<ArrayBuffer>> {
    let client: Client | undefined;
    return new ReadableStream<Uint8Array<ArrayBuffer>>(
      {
        start: (controller) => {
          client = {
            agentId,
            send: (chunk) => {
              if ((controller.desiredSize ?? 0) > 0) {
                controller.enqueue(chunk as Uint8Array<ArrayBuffer>);
                return;
              }
              this.#leave(client);
              if (cut === undefined) {
                controller.error(new Error('The client of an event stream does not read.'));
              } else {
                cut();
              }
            },
            end: () => {
              this.#leave(client);
              controller.close();
            },
          };
          client.send(this.#encoder.encode(`retry: ${retryMs}\n\n`));
          this.#enter(client);
        },
        cancel: () => {
          this.#leave(client);
        },
      },
      new ByteLengthQueuingStrategy({ highWaterMark: maxWaitingBytes }),
    );
  }

  /** Ends every stream, and every later one at once. Idempotent. */
  close(): void {
    this.#closed = true;
    for (const client of this.#clients) {
      client.end();
    }
  }

  #enter(client: Client): void {
    if (this.#closed) {
      client.end();
      return;
    }
    this.#clients.add(client);
    this.#stopListening ??= this.#announcer.listen((event) => {
      this.#tell(event);
    });
    this.#heartbeat ??= setInterval(() => {
      this.#sendTo(this.#clients, this.#encoder.encode(':\n\n'));
    }, heartbeatMs).unref();
  }

  #leave(client: Client | undefined): void {
    if (client === undefined || !this.#clients.delete(client) || this.#clients.size > 0) {
      return;
    }
    this.#stopListening?.();
    this.#stopListening = undefined;
    clearInterval(this.#heartbeat);
    this.#heartbeat = undefined;
  }

  #tell(event: AppEvent): void {
    const agentId = agentIdOf(event);
    // JSON has no raw line breaks, so that one data line holds it.
    const chunk = this.#encoder.encode(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
    const concerned = [...this.#clients].filter(
      (client) => agentId === undefined || client.agentId === undefined || client.agentId === agentId,
    );
    this.#sendTo(concerned, chunk);
  }

  #sendTo(clients: Iterable<Client>, chunk: Uint8Array): void {
    for (const client of clients) {
      client.send(chunk);
    }
  }
}
