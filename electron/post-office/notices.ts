import { randomUUID } from 'node:crypto';
import type { Notice } from '#shared/notice.ts';
import type { Announcer } from '../road/announcer.ts';

/** What the person should be told about this run; kept in memory until dismissed. */
export class Notices {
  readonly #announcer: Announcer;
  readonly #now: () => Date;
  readonly #notices = new Map<string, Notice>();

  constructor(announcer: Announcer, now: () => Date = () => new Date()) {
    this.#announcer = announcer;
    this.#now = now;
  }

  /** Oldest first. */
  list(): Notice[] {
    return [...this.#notices.values()];
  }

  add(words: Pick<Notice, 'level' | 'title' | 'text'>): Notice {
    const notice: Notice = { id: randomUUID(), ...words, at: this.#now().toISOString() };
    this.#notices.set(notice.id, notice);
    this.#announcer.announce({ type: 'notice.added', notice });
    return notice;
  }

  /** Idempotent: a notice that is gone already stays gone. */
  dismiss(id: string): void {
    this.#notices.delete(id);
  }
}
