import type { DatabaseSync } from 'node:sqlite';

/**
 * The schema as an ordered list: migration k brings a database from version k to k + 1 (PRAGMA user_version).
 * A migration that was released is never changed; a new one is appended.
 */
export const migrations: readonly ((database: DatabaseSync) => void)[] = [
  createMailTables,
  createBin,
  keepRequestBodies,
  keepCodes,
  searchByField,
  keepTagging,
];

/** The schema version that this Restante writes. */
export const schemaVersion = migrations.length;

/**
 * `parcel` is written once and never again: a change of a mark must not rewrite a message of 30 MB.
 * `message` holds what lists show; its row goes at deletion, the parcel follows later by way of `trash`.
 */
function createMailTables(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE agent (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      total INTEGER NOT NULL DEFAULT 0,
      unread INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE TABLE message (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      agent INTEGER NOT NULL,
      door TEXT NOT NULL,
      received_at INTEGER NOT NULL,
      size INTEGER NOT NULL,
      state INTEGER NOT NULL DEFAULT 0,
      read INTEGER NOT NULL DEFAULT 0,
      from_address TEXT,
      from_name TEXT,
      recipients TEXT NOT NULL,
      subject TEXT NOT NULL,
      snippet TEXT NOT NULL DEFAULT '',
      attachments INTEGER NOT NULL DEFAULT 0,
      verdicts INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX message_by_agent ON message (agent);
    CREATE TABLE parcel (seq INTEGER PRIMARY KEY, facts TEXT NOT NULL, raw BLOB NOT NULL) STRICT;
    CREATE TABLE trash (seq INTEGER PRIMARY KEY, size INTEGER NOT NULL) STRICT;
    CREATE VIRTUAL TABLE search USING fts5 (
      agent, subject, addresses, names, text,
      content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2', prefix='2'
    );
    CREATE TABLE activity (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      agent INTEGER NOT NULL,
      entry TEXT NOT NULL,
      session TEXT NOT NULL
    ) STRICT;
    CREATE INDEX activity_by_agent ON activity (agent);
  `);
}

/** Messages whose deletion may be taken back; `row` is that of `message` as JSON, the parcel stays where it is. */
function createBin(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE bin (
      seq INTEGER PRIMARY KEY,
      undo TEXT NOT NULL,
      deleted_at INTEGER NOT NULL,
      agent INTEGER NOT NULL,
      size INTEGER NOT NULL,
      row TEXT NOT NULL
    ) STRICT;
    CREATE INDEX bin_by_undo ON bin (undo);
  `);
}

/** A request's body as it came, beside the JSON of its session: written with every message and read with few. */
function keepRequestBodies(database: DatabaseSync): void {
  database.exec('ALTER TABLE parcel ADD COLUMN body BLOB; ALTER TABLE activity ADD COLUMN body BLOB;');
}

/** `reading` is the version of our reading that a message was last read with: see `readingVersion`. */
function keepCodes(database: DatabaseSync): void {
  database.exec(`
    ALTER TABLE message ADD COLUMN code TEXT;
    ALTER TABLE message ADD COLUMN reading INTEGER NOT NULL DEFAULT 0;
  `);
}

/**
 * What the search language asks for. The full-text index gets a column for each field: its old rows go, and what
 * they stood for is read again in the background (`readingVersion`). `message_traits` has everything that a condition
 * may ask without words, so that it is answered without touching the wide rows; `tag.folded` tells tags apart.
 */
function searchByField(database: DatabaseSync): void {
  database.exec(`
    ALTER TABLE message ADD COLUMN starred INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE message ADD COLUMN note TEXT;
    ALTER TABLE message ADD COLUMN html INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE message ADD COLUMN plain INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE message ADD COLUMN inlines INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE message ADD COLUMN links INTEGER NOT NULL DEFAULT 0;
    DROP INDEX message_by_agent;
    CREATE INDEX message_traits ON message (
      agent, seq, read, starred, state, door, received_at, size, attachments, inlines, html, plain, links, verdicts
    );
    CREATE INDEX message_starred ON message (agent, seq) WHERE starred = 1;
    CREATE INDEX message_code ON message (agent, seq, code) WHERE code IS NOT NULL;
    CREATE INDEX message_note ON message (agent, seq) WHERE note IS NOT NULL;
    CREATE TABLE tag (number INTEGER PRIMARY KEY, name TEXT NOT NULL, folded TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE message_tag (
      tag INTEGER NOT NULL,
      seq INTEGER NOT NULL,
      PRIMARY KEY (tag, seq)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX message_tag_of_message ON message_tag (seq);
    DROP TABLE search;
    CREATE VIRTUAL TABLE search USING fts5 (
      agent, sender, receiver, cc, bcc, reply_to, envelope, subject, message_id, filenames, links, verdicts, text,
      content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2', prefix='2'
    );
  `);
}

/** What tags an agent's messages by itself, as JSON: see `KeptTagging`. */
function keepTagging(database: DatabaseSync): void {
  database.exec('CREATE TABLE tagging (agent INTEGER PRIMARY KEY, settings TEXT NOT NULL) STRICT');
}
