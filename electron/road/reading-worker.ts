import { parentPort, workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { assertNonNullable } from '#shared/assert.ts';
import type { MessageDetail } from '#shared/message.ts';
import { Reader } from '../store/reader.ts';
import { serve } from '../store/served.ts';
import type { MessageHtml, PartContent } from './archive.ts';
import { Indexer } from './indexer.ts';
import { readMime } from './reading/mime.ts';
import { readHeadersOnly, readMessage } from './reading/read-message.ts';
import type { ReadMessage } from './reading/read-message.ts';

export interface ReadingWorkerData {
  readonly folder: string;
  /** To the writer. */
  readonly writer: MessagePort;
  /** One 32-bit word: the sequence number of the message that is being indexed, 0 between messages. */
  readonly current: SharedArrayBuffer;
  /** The message at which the last worker died: only its headers are read. */
  readonly poison: number;
}

const { folder, writer, current, poison }: ReadingWorkerData = workerData;
const reader = new Reader(folder);

const service = { detail, html, part };
export type ReadingService = typeof service;

assertNonNullable(parentPort, 'this file is the entry of a worker');
serve(parentPort, service);
new Indexer(reader, writer, new Int32Array(current), poison).start();

async function detail(request: {
  id: string;
  /** Set when reading the whole message took a worker down. */
  headersOnly: string | null;
}): Promise<Omit<MessageDetail, 'previewUrl'> | undefined> {
  const parcel = reader.parcel(request.id);
  if (parcel === undefined) {
    return undefined;
  }
  const { summary, facts, raw } = parcel;
  const message =
    request.headersOnly === null ? await readMessage(raw) : await readHeadersOnly(raw, request.headersOnly);
  return {
    ...summary,
    ...facts,
    verdicts: [...facts.verdicts],
    cc: [...message.cc],
    bcc: [...message.bcc],
    replyTo: [...message.replyTo],
    messageId: message.messageId,
    date: message.date,
    headers: [...message.headers],
    text: message.text,
    hasHtml: message.html !== null,
    remoteContentCount: message.remoteContentCount,
    parts: [...message.parts],
    parseProblem: message.problem,
    ...(summary.index === 'pending' ? shownBeforeIndexing(message) : {}),
  };
}

function shownBeforeIndexing(message: ReadMessage): Partial<MessageDetail> {
  return {
    ...(message.from === null ? {} : { from: message.from }),
    ...(message.to.length === 0 ? {} : { to: [...message.to] }),
    subject: message.subject,
    snippet: message.snippet,
    attachmentCount: message.parts.filter((attachment) => !attachment.inline).length,
  };
}

async function html(id: string): Promise<MessageHtml | undefined> {
  const raw = reader.raw(id);
  const message = raw === undefined ? undefined : await readMessage(raw);
  return message === undefined || message.html === null
    ? undefined
    : { html: message.html, parts: message.parts };
}

async function part(request: { id: string; n: number }): Promise<PartContent | undefined> {
  const raw = reader.raw(request.id);
  if (raw === undefined) {
    return undefined;
  }
  const message = await readMessage(raw);
  const found = message.parts[request.n];
  const { content } = await readMime(raw, request.n);
  return found === undefined || content === null ? undefined : { part: found, bytes: content };
}
