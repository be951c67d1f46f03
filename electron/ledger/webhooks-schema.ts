import type { DatabaseSync } from 'node:sqlite';

/** Webhooks, the key that signs for them, and what was sent to them. Times are milliseconds since 1970. */
export function addWebhooks(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE webhook (
      seq INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      agent TEXT NOT NULL,
      enabled INTEGER NOT NULL,
      settings TEXT NOT NULL,
      created INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX webhook_of_agent ON webhook (agent);

    CREATE TABLE webhook_key (
      agent TEXT PRIMARY KEY,
      key TEXT NOT NULL,
      created INTEGER NOT NULL
    ) STRICT;

    -- due: when the next attempt is to be made; null when there is none to come.
    -- by_hand: a person asked for it, so that it is tried once, whether or not the webhook is paused.
    CREATE TABLE webhook_delivery (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      agent TEXT NOT NULL,
      webhook TEXT NOT NULL REFERENCES webhook (id) ON DELETE CASCADE,
      event TEXT NOT NULL,
      outcome TEXT,
      by_hand INTEGER NOT NULL,
      payload TEXT,
      state TEXT NOT NULL,
      attempts INTEGER NOT NULL DEFAULT 0,
      problem TEXT,
      created INTEGER NOT NULL,
      due INTEGER
    ) STRICT;
    CREATE INDEX webhook_delivery_of_agent ON webhook_delivery (agent, seq, due);
    CREATE INDEX webhook_delivery_due ON webhook_delivery (webhook, due) WHERE due IS NOT NULL;

    CREATE TABLE webhook_attempt (
      delivery INTEGER NOT NULL REFERENCES webhook_delivery (seq) ON DELETE CASCADE,
      number INTEGER NOT NULL,
      at INTEGER NOT NULL,
      duration INTEGER NOT NULL,
      url TEXT NOT NULL,
      status INTEGER,
      problem TEXT,
      exchange TEXT NOT NULL,
      PRIMARY KEY (delivery, number)
    ) STRICT;
  `);
}
