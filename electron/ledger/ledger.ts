import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { RestanteError } from '#shared/errors.ts';
import { Files } from './files.ts';
import { Exports } from './exports.ts';
import { Failures } from './failures.ts';
import { Domains } from './domains.ts';
import { ledgerMigrations } from './migrations.ts';
import { OAuth } from './oauth.ts';
import { OAuthGrants } from './oauth-grants.ts';
import { OutcomePlans } from './outcome-plans.ts';
import { OutcomeLog } from './outcomes.ts';
import { SandboxDays } from './sandbox-days.ts';
import { SavedSearches } from './saved-searches.ts';
import { Suppressions } from './suppressions.ts';
import { TrackedMails } from './tracked-mails.ts';
import { Templates } from './templates.ts';

const lockPatienceMs = 5000;
const cacheKib = 1024;

/**
 * What belongs to the agents beside their mail and their configuration: a small database of its own, used from the main
 * thread, because its tables are small and read by the doors before they answer.
 */
export class Ledger {
  readonly database: DatabaseSync;
  #files: Files | undefined;
  #suppressions: Suppressions | undefined;
  #outcomes: OutcomeLog | undefined;
  #plans: OutcomePlans | undefined;
  #tracked: TrackedMails | undefined;
  #templates: Templates | undefined;
  #failures: Failures | undefined;
  #oauth: OAuth | undefined;
  #oauthGrants: OAuthGrants | undefined;
  #domains: Domains | undefined;
  #exports: Exports | undefined;
  #sandboxDays: SandboxDays | undefined;
  #savedSearches: SavedSearches | undefined;

  private constructor(database: DatabaseSync) {
    this.database = database;
  }

  get suppressions(): Suppressions {
    return (this.#suppressions ??= new Suppressions(this));
  }

  get outcomes(): OutcomeLog {
    return (this.#outcomes ??= new OutcomeLog(this));
  }

  get plans(): OutcomePlans {
    return (this.#plans ??= new OutcomePlans(this));
  }

  get tracked(): TrackedMails {
    return (this.#tracked ??= new TrackedMails(this));
  }

  get templates(): Templates {
    return (this.#templates ??= new Templates(this));
  }

  get failures(): Failures {
    return (this.#failures ??= new Failures(this));
  }

  get oauth(): OAuth {
    return (this.#oauth ??= new OAuth(this));
  }

  get oauthGrants(): OAuthGrants {
    return (this.#oauthGrants ??= new OAuthGrants(this));
  }

  get exports(): Exports {
    return (this.#exports ??= new Exports(this));
  }

  get sandboxDays(): SandboxDays {
    return (this.#sandboxDays ??= new SandboxDays(this));
  }

  get savedSearches(): SavedSearches {
    return (this.#savedSearches ??= new SavedSearches(this));
  }

  get domains(): Domains {
    return (this.#domains ??= new Domains(this));
  }

  /** Opens `ledger.db` in the data folder. @throws RestanteError `store.newer` when a newer Restante wrote it. */
  static open(folder: string): Ledger {
    mkdirSync(folder, { recursive: true });
    const file = join(folder, 'ledger.db');
    makePrivate(file);
    const database = new DatabaseSync(file, { timeout: lockPatienceMs });
    try {
      const found = Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
      if (found > ledgerMigrations.length) {
        throw new RestanteError('store.newer', { folder, found, known: ledgerMigrations.length });
      }
      database.exec(`
        PRAGMA journal_mode=WAL;
        PRAGMA synchronous=NORMAL;
        PRAGMA foreign_keys=ON;
        PRAGMA cache_size=-${cacheKib};
      `);
      const ledger = new Ledger(database);
      ledger.#migrate(found);
      return ledger;
    } catch (error) {
      database.close();
      throw error;
    }
  }

  /** The file cache. */
  get files(): Files {
    return (this.#files ??= new Files(this.database));
  }

  /** Runs `work` in one transaction; what it throws undoes it. */
  transaction<T>(work: () => T): T {
    this.database.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.database.exec('COMMIT');
      return result;
    } catch (error) {
      // A full disk makes SQLite roll back by itself.
      if (this.database.isTransaction) {
        this.database.exec('ROLLBACK');
      }
      throw error;
    }
  }

  /** Forgets everything of an agent that is deleted. */
  deleteAgent(agentId: string): void {
    this.transaction(() => {
      for (const table of tablesOfAgents(this.database)) {
        this.database.prepare(`DELETE FROM ${table} WHERE agent = ?`).run(agentId);
      }
    });
    this.#failures?.forget(agentId);
  }

  close(): void {
    this.database.close();
  }

  #migrate(found: number): void {
    for (const [version, migration] of ledgerMigrations.entries()) {
      if (version >= found) {
        this.transaction(() => {
          migration(this.database);
          this.database.exec(`PRAGMA user_version=${version + 1}`);
        });
      }
    }
  }
}

/** Every table with a column `agent` holds what belongs to one agent. */
function tablesOfAgents(database: DatabaseSync): string[] {
  return database
    .prepare(
      `SELECT sqlite_schema.name FROM sqlite_schema, pragma_table_info(sqlite_schema.name) AS information
       WHERE sqlite_schema.type = 'table' AND information.name = 'agent'`,
    )
    .all()
    .map((row) => String(row['name']));
}

/** Tokens and people's mail are nobody else's. */
function makePrivate(file: string): void {
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
}
