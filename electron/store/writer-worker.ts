import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { assertNever, assertNonNullable } from '#shared/assert.ts';
import { logFile, openForWriting } from './database.ts';
import { IndexerGate } from './indexer-gate.ts';
import { LogSync } from './log-sync.ts';
import type { WrittenActivity } from './activity-log.ts';
import { type PackedBytes, unpackBytes } from './packed-bytes.ts';
import type { HeldBytes, WriterReport, WriterRequest } from './protocol.ts';
import { SearchConnection } from './search-connection.ts';
import { packError } from './sent-error.ts';
import { Writer } from './writer.ts';

export interface WriterWorkerData {
  readonly folder: string;
  /** Stands for a full disk: the database may not grow beyond so many pages. */
  readonly maxPages?: number | undefined;
}

assertNonNullable(parentPort, 'this file is the entry of a worker');
run(parentPort, workerData as WriterWorkerData);

function run(port: MessagePort, options: WriterWorkerData): void {
  const report = (message: WriterReport): void => port.postMessage(message);
  let opened: ReturnType<typeof openForWriting>;
  try {
    opened = openForWriting(options.folder, new Date());
  } catch (error) {
    report({ kind: 'unopenable', error: packError(error) });
    return;
  }
  if (options.maxPages !== undefined) {
    opened.database.exec(`PRAGMA max_page_count=${options.maxPages}`);
  }
  const log = new LogSync(logFile(options.folder), (error) =>
    report({ kind: 'trouble', error: packError(error) }),
  );
  const writer = new Writer(opened.database, log, new SearchConnection(options.folder), report);
  serve(port, writer, report);
  report({ kind: 'ready', counts: writer.counts(), warnings: opened.warnings });
}

function serve(port: MessagePort, writer: Writer, report: (message: WriterReport) => void): void {
  const gate = new IndexerGate(writer, wake);
  let awake = false;
  let closing: number | undefined;

  port.on('message', (request: WriterRequest) => {
    receive(request);
    // Mail is waited for: its turn comes now, with everything that has come since.
    if (writer.busy) {
      takeTurn();
    } else {
      wake();
    }
  });

  function receive(request: WriterRequest): void {
    switch (request.kind) {
      case 'hold':
        gate.mailWaits(request.rows.length);
        return writer.hold({ batch: request.batch, rows: request.rows, bytes: heldBytesOf(request.bytes) });
      case 'record':
        return writer.record(writtenRowsOf(request));
      case 'keep':
        return writer.retaining.keep(request.agentId, request.retention);
      case 'enforceAge':
        return writer.enforceAge(request.now);
      case 'indexer':
        return gate.connect(request.port);
      case 'command':
        if (request.command.name === 'close') {
          closing = request.ticket;
          return undefined;
        }
        return writer.command(request.ticket, request.command);
      default:
        return assertNever(request);
    }
  }

  function wake(): void {
    if (!awake) {
      awake = true;
      setImmediate(takeTurn);
    }
  }

  /** Everything that arrived while the last transaction ran goes into the next one: a fixed delay would halve the rate. */
  function takeTurn(): void {
    awake = false;
    for (let next = receiveMessageOnPort(port); next !== undefined; next = receiveMessageOnPort(port)) {
      receive(next.message as WriterRequest);
    }
    if (closing !== undefined) {
      gate.close();
      writer.finish();
      report({ kind: 'answer', ticket: closing, result: 0 });
      port.close();
      return;
    }
    const hasMail = writer.busy;
    try {
      if (writer.turn() || writer.busy) {
        wake();
      }
    } finally {
      if (hasMail) {
        gate.mailCommitted();
      }
      gate.open();
    }
  }
}

function heldBytesOf(packed: PackedBytes): HeldBytes[] {
  const all = unpackBytes(packed);
  return Array.from({ length: all.length / 2 }, (_, position) => ({
    raw: all[2 * position] ?? new Uint8Array(0),
    body: all[2 * position + 1] ?? null,
  }));
}

function writtenRowsOf({ rows, bytes }: WriterRequest & { kind: 'record' }): WrittenActivity[] {
  const bodies = unpackBytes(bytes);
  return rows.map((row, position) => ({ ...row, body: bodies[position] ?? null }));
}
