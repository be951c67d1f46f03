import { MessageChannel, Worker } from 'node:worker_threads';
import { WorkerClient, WorkerLost } from '../store/served.ts';
import { workerEnd } from '../store/worker-end.ts';
import { workerFile } from '../store/worker-file.ts';
import type { ReadingService, ReadingWorkerData } from './reading-worker.ts';
import { tooMuch } from './too-much.ts';
import type { WriterLink } from './writer-link.ts';

/** A worker that dies so often without indexing anything in between is not started again. */
const mostLosses = 10;
/** So long may a message that is being read hold up the closing. */
const patienceMs = 2000;

/**
 * The worker that reads: lists and searches, messages that are opened, and the indexer. One worker for all of it, because
 * each costs 12 MB before it does anything. A message that takes it down costs a new worker, no more.
 */
export class ReadingRoom {
  readonly #folder: string;
  readonly #writer: WriterLink;
  #worker: Worker | undefined;
  #client: WorkerClient<ReadingService> | undefined;
  #losses = 0;
  #closed = false;

  constructor(folder: string, writer: WriterLink) {
    this.#folder = folder;
    this.#writer = writer;
    this.#start(0);
  }

  /** Reading got somewhere. */
  progressed(): void {
    this.#losses = 0;
  }

  /** Asks the worker; when it dies of something else meanwhile, its successor is asked. */
  async ask<K extends keyof ReadingService>(
    name: K,
    argument: Parameters<ReadingService[K]>[0],
  ): Promise<Awaited<ReturnType<ReadingService[K]>>> {
    try {
      return await this.#askOnce(name, argument);
    } catch (error) {
      if (error instanceof WorkerLost && !this.#closed) {
        return this.#askOnce(name, argument);
      }
      throw error;
    }
  }

  /** Opens a message; only its headers when the whole of it takes a worker down. */
  async detail(id: string): Promise<Awaited<ReturnType<ReadingService['detail']>>> {
    try {
      return await this.#askOnce('detail', { id, headersOnly: null });
    } catch (error) {
      if (error instanceof WorkerLost && !this.#closed) {
        return this.ask('detail', { id, headersOnly: tooMuch });
      }
      throw error;
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    // Lost: it ended before it could say that it would.
    void this.#client?.call('leave', undefined).catch(() => {});
    if (this.#worker !== undefined) {
      await workerEnd(this.#worker, patienceMs);
    }
  }

  #askOnce<K extends keyof ReadingService>(
    name: K,
    argument: Parameters<ReadingService[K]>[0],
  ): Promise<Awaited<ReturnType<ReadingService[K]>>> {
    return (
      this.#client?.call(name, argument) ??
      Promise.reject(new WorkerLost('Nothing can be read at the moment.'))
    );
  }

  #start(poison: number): void {
    const { port1, port2 } = new MessageChannel();
    const current = new SharedArrayBuffer(4);
    const workerData: ReadingWorkerData = { folder: this.#folder, writer: port1, current, poison };
    const worker = new Worker(workerFile(import.meta.url, './', 'reading-worker'), {
      workerData,
      transferList: [port1],
      resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 4 },
    });
    this.#worker = worker;
    this.#client = new WorkerClient<ReadingService>(worker);
    this.#writer.connectIndexer(port2);
    // Without a listener the loss of the worker would end the process; 'exit' follows and deals with it.
    worker.on('error', (error) => {
      if (!this.#closed) {
        console.error('The reading worker stopped:', error);
      }
    });
    worker.once('exit', () => this.#lost(new Int32Array(current)[0] ?? 0));
  }

  #lost(poison: number): void {
    this.#losses += 1;
    this.#client = undefined;
    if (!this.#closed && this.#losses <= mostLosses) {
      this.#start(poison);
    }
  }
}
