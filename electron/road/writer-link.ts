import { Worker } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { RestanteError } from '#shared/errors.ts';
import type { Retention } from '#shared/agent.ts';
import type { StoreWarning } from '../store/database.ts';
import type {
  ActivityRow,
  AgentCounts,
  HeldBytes,
  HeldRow,
  SentError,
  WriterCommand,
  WriterReport,
  WriterRequest,
} from '../store/protocol.ts';
import { packBytes } from '../store/packed-bytes.ts';
import { unpackError } from '../store/sent-error.ts';
import { workerEnd } from '../store/worker-end.ts';
import { workerFile } from '../store/worker-file.ts';

/** So long may the last sync of the log take after everything was written. */
const patienceMs = 10_000;

/** What the writer tells without being asked. */
export type WriterNews = Exclude<
  WriterReport,
  { kind: 'ready' | 'unopenable' | 'held' | 'answer' | 'refusal' }
>;

export interface Opened {
  readonly link: WriterLink;
  readonly counts: readonly AgentCounts[];
  readonly warnings: readonly StoreWarning[];
}

interface Waiting<T> {
  readonly resolve: (value: T) => void;
  readonly reject: (error: Error) => void;
}
interface WaitingMail extends Waiting<void> {
  readonly row: HeldRow;
  readonly bytes: HeldBytes;
}

/** The main thread's end of the writer worker: one message to it for all the mail of one turn of the event loop. */
export class WriterLink {
  readonly #worker: Worker;
  readonly #tell: (news: WriterNews) => void;
  #unsent: WaitingMail[] = [];
  readonly #batches = new Map<number, readonly WaitingMail[]>();
  readonly #commands = new Map<number, Waiting<number>>();
  #tickets = 0;
  #ended: RestanteError | undefined;

  private constructor(worker: Worker, tell: (news: WriterNews) => void) {
    this.#worker = worker;
    this.#tell = tell;
  }

  /** Starts the writer; it opens and migrates the database. @throws RestanteError `store.newer`, `store.failed`. */
  static open(folder: string, tell: (news: WriterNews) => void, maxPages?: number): Promise<Opened> {
    const worker = new Worker(workerFile(import.meta.url, '../store/', 'writer-worker'), {
      workerData: { folder, maxPages },
      resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 4 },
    });
    const link = new WriterLink(worker, tell);
    return new Promise((resolve, reject) => {
      worker.on('message', (report: WriterReport) => {
        if (report.kind === 'ready') {
          resolve({ link, counts: report.counts, warnings: report.warnings });
        } else if (report.kind === 'unopenable') {
          reject(unpackError(report.error));
          void worker.terminate();
        } else {
          link.#receive(report);
        }
      });
      worker.on('error', (error: Error) => {
        reject(error);
        link.#end(`the writer stopped: ${error.message}`);
      });
      worker.on('exit', () => link.#end('the writer stopped.'));
    });
  }

  /** Resolves once the message is committed. @throws RestanteError `store.failed`; nothing was kept then. */
  hold(row: HeldRow, bytes: HeldBytes): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#ended !== undefined) {
        reject(this.#ended);
        return;
      }
      if (this.#unsent.length === 0) {
        setImmediate(() => this.#sendMail());
      }
      this.#unsent.push({ row, bytes, resolve, reject });
    });
  }

  /** `bodies` are those of the rows' requests. */
  record(rows: readonly ActivityRow[], bodies: readonly (Uint8Array | null)[]): void {
    const { packed, transfer } = packBytes(bodies);
    this.#worker.postMessage({ kind: 'record', rows, bytes: packed } satisfies WriterRequest, transfer);
  }

  keep(agentId: string, retention: Retention): void {
    this.#send({ kind: 'keep', agentId, retention });
  }

  enforceAge(now: number): void {
    this.#send({ kind: 'enforceAge', now });
  }

  connectIndexer(port: MessagePort): void {
    this.#worker.postMessage({ kind: 'indexer', port } satisfies WriterRequest, [port]);
  }

  /** Resolves with how many messages it concerned. */
  command(command: WriterCommand): Promise<number> {
    return new Promise((resolve, reject) => {
      if (this.#ended !== undefined) {
        reject(this.#ended);
        return;
      }
      this.#tickets += 1;
      this.#commands.set(this.#tickets, { resolve, reject });
      this.#send({ kind: 'command', ticket: this.#tickets, command });
    });
  }

  /** Writes what still waits, closes the database and ends the worker. */
  async close(): Promise<void> {
    if (this.#ended === undefined) {
      this.#sendMail();
      await this.command({ name: 'close' });
      this.#end('Restante is closing.');
      await workerEnd(this.#worker, patienceMs);
    }
  }

  #sendMail(): void {
    if (this.#unsent.length === 0 || this.#ended !== undefined) {
      return;
    }
    const mail = this.#unsent;
    this.#unsent = [];
    this.#tickets += 1;
    this.#batches.set(this.#tickets, mail);
    const { packed, transfer } = packBytes(mail.flatMap(({ bytes }) => [bytes.raw, bytes.body]));
    const request: WriterRequest = {
      kind: 'hold',
      batch: this.#tickets,
      rows: mail.map(({ row }) => row),
      bytes: packed,
    };
    this.#worker.postMessage(request, transfer);
  }

  #send(request: WriterRequest): void {
    this.#worker.postMessage(request, []);
  }

  #receive(report: Exclude<WriterReport, { kind: 'ready' | 'unopenable' }>): void {
    switch (report.kind) {
      case 'held':
        // The counts first: who hears of the message finds them right.
        this.#tell({ kind: 'counts', counts: report.counts });
        return this.#settleMail(report.batch, report.failures);
      case 'answer':
        this.#commands.get(report.ticket)?.resolve(report.result);
        this.#commands.delete(report.ticket);
        return undefined;
      case 'refusal':
        this.#commands.get(report.ticket)?.reject(unpackError(report.error));
        this.#commands.delete(report.ticket);
        return undefined;
      default:
        return this.#tell(report);
    }
  }

  #settleMail(batch: number, failures: ReadonlyMap<number, SentError>): void {
    this.#batches.get(batch)?.forEach((mail, position) => {
      const failure = failures.get(position);
      if (failure === undefined) {
        mail.resolve();
      } else {
        mail.reject(unpackError(failure));
      }
    });
    this.#batches.delete(batch);
  }

  #end(reason: string): void {
    this.#ended ??= new RestanteError('store.failed', { reason });
    const ended = this.#ended;
    [...this.#batches.values(), this.#unsent].flat().forEach(({ reject }) => reject(ended));
    this.#commands.forEach(({ reject }) => reject(ended));
    this.#batches.clear();
    this.#commands.clear();
    this.#unsent = [];
  }
}
