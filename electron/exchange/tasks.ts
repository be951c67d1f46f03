import { randomUUID } from 'node:crypto';
import { RestanteError } from '#shared/errors.ts';
import type { Refusal, Task } from '#shared/task.ts';
import type { Announcer } from '../road/announcer.ts';

/** Ended tasks that are still told of. */
const mostEnded = 20;
/** Refusals that a task tells in words. */
const mostRefusals = 20;
/** Progress is announced at most this often (milliseconds). */
const announceMs = 200;

/** The side of a task that does its work. */
export interface TaskWork {
  readonly signal: AbortSignal;
  /** One message is through, taken or not. */
  passed(refusal?: Refusal): void;
  /** Of how many; null: nobody knows. */
  expect(total: number | null): void;
  /** The next step of a workspace begins, with so many messages. */
  begin(step: 'checking' | 'adding', total: number): void;
  /** From here on nothing is taken back any more: cancelling comes too late. */
  commit(): void;
  /** The bytes as they come in, counted. */
  counted(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
}

/** Long work on messages: how far it is, and how to stop it. */
export class Tasks {
  readonly #announcer: Announcer;
  readonly #tasks = new Map<string, Task>();
  readonly #aborts = new Map<string, AbortController>();
  readonly #running = new Set<Promise<unknown>>();

  constructor(announcer: Announcer) {
    this.#announcer = announcer;
  }

  /** Those that run, and the last that ended; oldest first. */
  list(): Task[] {
    return [...this.#tasks.values()];
  }

  /** @throws RestanteError `task.not-found` */
  get(id: string): Task {
    const task = this.#tasks.get(id);
    if (task === undefined) {
      throw new RestanteError('task.not-found', { id });
    }
    return task;
  }

  /** Does nothing for a task that has ended, or that it comes too late for. @throws RestanteError `task.not-found` */
  cancel(id: string): void {
    this.get(id);
    this.#aborts.get(id)?.abort();
  }

  /**
   * Does the work under a task's name; resolves and rejects as the work does.
   * @throws RestanteError `request.invalid` for an id that is known: a browser sends a request again whose connection broke
   * off before the answer came, as cancelling may do
   */
  async run<T>(
    about: Pick<Task, 'kind' | 'title' | 'agentId'> & { readonly id?: string | undefined },
    work: (task: TaskWork) => Promise<T>,
  ): Promise<T> {
    const id = about.id ?? randomUUID();
    if (this.#tasks.has(id)) {
      const reason = 'There is a task with this id already.';
      throw new RestanteError('request.invalid', { reason }, { field: 'task' });
    }
    const abort = new AbortController();
    let task: Task = {
      ...about,
      id,
      state: 'running',
      step: about.kind === 'workspace' ? 'reading' : null,
      bytes: 0,
      done: 0,
      total: null,
      refused: 0,
      refusals: [],
      problem: null,
    };
    let toldAt = 0;
    let later: NodeJS.Timeout | undefined;
    const announce = (): void => {
      clearTimeout(later);
      later = undefined;
      toldAt = performance.now();
      this.#announcer.announce({ type: 'task.changed', task });
    };
    const tell = (changes: Partial<Task>, atOnce: boolean): void => {
      task = { ...task, ...changes };
      this.#tasks.set(id, task);
      const wait = toldAt + announceMs - performance.now();
      if (atOnce || wait <= 0) {
        announce();
      } else {
        // Nothing may come after it for hours.
        later ??= setTimeout(announce, wait).unref();
      }
    };
    this.#aborts.set(id, abort);
    tell({}, true);
    const working = work({
      signal: abort.signal,
      passed: (refusal) => {
        const more = refusal === undefined ? [] : [refusal];
        tell(
          {
            done: task.done + 1,
            refused: task.refused + more.length,
            refusals: [...task.refusals, ...more].slice(0, mostRefusals),
          },
          false,
        );
      },
      expect: (total) => tell({ total }, true),
      begin: (step, total) => tell({ step, total, done: 0 }, true),
      commit: () => this.#aborts.delete(id),
      counted: async function* counted(bytes) {
        for await (const piece of bytes) {
          tell({ bytes: task.bytes + piece.byteLength }, false);
          yield piece;
        }
      },
    });
    this.#running.add(working);
    try {
      const result = await working;
      tell({ state: abort.signal.aborted ? 'cancelled' : 'done' }, true);
      return result;
    } catch (error) {
      if (abort.signal.aborted) {
        tell({ state: 'cancelled' }, true);
        throw error;
      }
      const problem = error instanceof Error ? error.message : String(error);
      tell({ state: 'failed', problem }, true);
      throw error;
    } finally {
      this.#running.delete(working);
      this.#aborts.delete(id);
      this.#forgetOldest();
    }
  }

  /** Begins the work and answers with its task at once; how it ends the task tells. */
  start(about: Pick<Task, 'kind' | 'title' | 'agentId'>, work: (task: TaskWork) => Promise<unknown>): Task {
    const id = randomUUID();
    this.run({ ...about, id }, work).catch(() => undefined);
    return this.get(id);
  }

  /** Cancels what runs and waits for its end. */
  async close(): Promise<void> {
    this.#aborts.forEach((abort) => abort.abort());
    await Promise.allSettled(this.#running);
  }

  #forgetOldest(): void {
    const ended = this.list().filter(({ state }) => state !== 'running');
    for (const { id } of ended.slice(0, Math.max(ended.length - mostEnded, 0))) {
      this.#tasks.delete(id);
    }
  }
}
