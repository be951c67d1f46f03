import type { MessagePort, Transferable, Worker } from 'node:worker_threads';
import type { SentError } from './protocol.ts';
import { packError, unpackError } from './sent-error.ts';

/** What a worker answers: functions of one argument, by name. */
export type Service = Readonly<Record<string, (argument: never) => unknown>>;

interface Call {
  readonly ticket: number;
  readonly name: string;
  readonly argument: unknown;
}
type Reply = { readonly ticket: number } & (
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly error: SentError }
);

/** The worker went away before it answered. */
export class WorkerLost extends Error {
  override readonly name = 'WorkerLost';
}

/** The worker's side: answers every call that comes in. Bytes in a result are handed over, not copied. */
export function serve(port: MessagePort, service: Service): void {
  port.on('message', (call: Call) => {
    void answer(service, call).then((reply) =>
      port.postMessage(reply, reply.ok ? bytesIn(reply.result) : []),
    );
  });
}

async function answer(service: Service, { ticket, name, argument }: Call): Promise<Reply> {
  try {
    const method = service[name];
    if (method === undefined) {
      throw new Error(`This worker does not know “${name}”.`);
    }
    return { ticket, ok: true, result: await method(argument as never) };
  } catch (error) {
    return { ticket, ok: false, error: packError(error) };
  }
}

function bytesIn(result: unknown): Transferable[] {
  const candidates = [
    result,
    result !== null && typeof result === 'object' && 'bytes' in result ? result.bytes : null,
  ];
  return candidates.flatMap((value) =>
    value instanceof Uint8Array &&
    value.buffer instanceof ArrayBuffer &&
    value.byteLength === value.buffer.byteLength
      ? [value.buffer]
      : [],
  );
}

/** The other side: calls a worker's service. */
export class WorkerClient<S extends Service> {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, { resolve: (result: never) => void; reject: (error: Error) => void }>();
  #tickets = 0;
  #lost = false;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', (reply: Reply) => this.#settle(reply));
    worker.once('exit', () => {
      this.#lost = true;
      this.#waiting.forEach(({ reject }) => reject(new WorkerLost('The worker ended before it answered.')));
      this.#waiting.clear();
    });
  }

  /** @throws WorkerLost when the worker ends first; otherwise what the service throws. */
  call<K extends keyof S>(name: K, argument: Parameters<S[K]>[0]): Promise<Awaited<ReturnType<S[K]>>> {
    if (this.#lost) {
      return Promise.reject(new WorkerLost('The worker has ended.'));
    }
    this.#tickets += 1;
    const call: Call = { ticket: this.#tickets, name: String(name), argument };
    return new Promise((resolve, reject) => {
      this.#waiting.set(call.ticket, { resolve, reject });
      this.#worker.postMessage(call, []);
    });
  }

  #settle(reply: Reply): void {
    const caller = this.#waiting.get(reply.ticket);
    this.#waiting.delete(reply.ticket);
    if (reply.ok) {
      caller?.resolve(reply.result as never);
    } else {
      caller?.reject(unpackError(reply.error));
    }
  }
}
