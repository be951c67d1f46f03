import type { DatabaseSync } from 'node:sqlite';

/** What was played, what is to be played after a delay, and by which rules. `outcome` and `rules` hold JSON. */
export function addOutcomes(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE outcome (
      number INTEGER PRIMARY KEY,
      agent TEXT NOT NULL,
      message TEXT NOT NULL,
      outcome TEXT NOT NULL
    ) STRICT;
    CREATE INDEX outcome_of_message ON outcome (message);
    CREATE INDEX outcome_of_agent ON outcome (agent, number);
    CREATE TABLE planned_outcome (
      number INTEGER PRIMARY KEY,
      agent TEXT NOT NULL,
      message TEXT NOT NULL,
      due INTEGER NOT NULL,
      play TEXT NOT NULL
    ) STRICT;
    CREATE INDEX planned_outcome_due ON planned_outcome (due);
    CREATE TABLE outcome_rules (agent TEXT PRIMARY KEY, rules TEXT NOT NULL) STRICT;
    CREATE TABLE tracked_mail (
      token TEXT PRIMARY KEY,
      agent TEXT NOT NULL,
      message TEXT NOT NULL,
      recipient TEXT NOT NULL,
      links TEXT NOT NULL
    ) STRICT;
    CREATE INDEX tracked_mail_of_message ON tracked_mail (message);
  `);
}

/** The kind as a column of its own: the search for messages asks by it, on a connection that only reads. */
export function addOutcomeKinds(database: DatabaseSync): void {
  database.exec(`
    ALTER TABLE outcome ADD COLUMN kind TEXT GENERATED ALWAYS AS (json_extract(outcome, '$.kind')) VIRTUAL;
    CREATE INDEX outcome_of_kind ON outcome (kind, message);
  `);
}

/** What is planned for a message is asked for with what was played to it. */
export function addPlannedKinds(database: DatabaseSync): void {
  database.exec(`
    ALTER TABLE planned_outcome
      ADD COLUMN kind TEXT GENERATED ALWAYS AS (json_extract(play, '$.kind')) VIRTUAL;
    CREATE INDEX planned_outcome_of_message ON planned_outcome (message, kind);
  `);
}
