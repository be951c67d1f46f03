import type { StatementSync } from 'node:sqlite';
import type { Ledger } from './ledger.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** Days that are kept of an agent. Those begun last, not the latest: a clock that jumped ahead and back forgets nothing. */
const keptDays = 30;

/** What is limited by the day at a sandbox agent. */
export type SandboxUse = 'mail' | 'webhook call';

/** How much sandbox agents have used on each UTC day. */
export class SandboxDays {
  readonly #used: StatementSync;
  readonly #add: StatementSync;
  readonly #trim: StatementSync;

  constructor({ database }: Pick<Ledger, 'database'>) {
    this.#used = database.prepare('SELECT used FROM sandbox_day WHERE agent = ? AND kind = ? AND day = ?');
    this.#add = database.prepare(
      `INSERT INTO sandbox_day (agent, kind, day, used) VALUES (?, ?, ?, ?)
       ON CONFLICT (agent, kind, day) DO UPDATE SET used = used + excluded.used RETURNING used`,
    );
    this.#trim = database.prepare(
      `DELETE FROM sandbox_day WHERE agent = :agent AND kind = :kind AND number <=
         (SELECT number FROM sandbox_day WHERE agent = :agent AND kind = :kind
          ORDER BY number DESC LIMIT 1 OFFSET ${keptDays})`,
    );
  }

  used(agent: string, kind: SandboxUse, now: Date): number {
    return Number(this.#used.get(agent, kind, dayOf(now))?.['used'] ?? 0);
  }

  add(agent: string, kind: SandboxUse, count: number, now: Date): void {
    if (Number(this.#add.get(agent, kind, dayOf(now), count)?.['used']) === count) {
      this.#trim.run({ agent, kind });
    }
  }
}

function dayOf(now: Date): number {
  return Math.floor(now.getTime() / dayMs);
}
