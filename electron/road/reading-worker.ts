import { parentPort, workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { assertNonNullable } from '#shared/assert.ts';
import type { PartForm } from '#shared/structure.ts';
import type { Search } from '#shared/search/search.ts';
import type { Selection } from '../store/protocol.ts';
import { Reader } from '../store/reader.ts';
import type { PageRequest } from '../store/cursor.ts';
import type { MessagePageRequest } from '../store/message-pages.ts';
import { serve } from '../store/served.ts';
import { Indexer } from './indexer.ts';
import { Opening } from './opening.ts';
import { Structures } from './structure/structures.ts';
import type { PartPlace } from './structure/structures.ts';

export interface ReadingWorkerData {
  readonly folder: string;
  /** To the writer. */
  readonly writer: MessagePort;
  /** One 32-bit word: the sequence number of the message that is being indexed, 0 between messages. */
  readonly current: SharedArrayBuffer;
  /** The message at which the last worker died: only its headers are read. */
  readonly poison: number;
}

const { folder, writer, current, poison } = workerData as ReadingWorkerData;
const reader = new Reader(folder);
const opening = new Opening(reader);
const structures = new Structures(reader);

const service = {
  list: (request: MessagePageRequest) => reader.pages.list(request),
  count: (request: { agentId: string | undefined; search: Search | undefined }) =>
    reader.pages.count(request),
  tags: (agentId: string | undefined) => reader.tags(agentId),
  tagging: (agentId: string) => reader.tagging(agentId),
  addresses: (request: { agentId?: string | undefined; text: string }) => reader.addresses(request),
  summary: (id: string) => reader.summary(id),
  ids: (selection: Selection) => reader.ids(selection),
  recipients: (ids: readonly string[]) => reader.recipients(ids),
  raw: (id: string) => reader.raw(id),
  parcel: (id: string) => reader.parcel(id),
  listActivity: (request: PageRequest) => reader.listActivity(request),
  activity: (id: string) => reader.activity(id),
  detail: (request: { id: string; headersOnly: string | null }) =>
    opening.detail(request.id, request.headersOnly),
  html: (id: string) => opening.html(id),
  part: (request: { id: string; n: number }) => opening.part(request.id, request.n),
  parts: (id: string) => opening.parts(id),
  structure: (id: string) => structures.structure(id),
  partContent: (request: PartPlace & { form: PartForm }) => structures.content(request),
  headers: (place: PartPlace) => structures.headers(place),
  nested: (place: PartPlace) => structures.nested(place),
  nestedHtml: (place: PartPlace) => structures.nestedHtml(place),
  nestedPart: (request: PartPlace & { n: number }) => structures.nestedPart(request),
  leave,
};
export type ReadingService = typeof service;

assertNonNullable(parentPort, 'this file is the entry of a worker');
const port = parentPort;
const indexer = new Indexer(reader, writer, new Int32Array(current), poison);
serve(port, service);
indexer.start();

/** With its ports closed, nothing keeps the worker. */
async function leave(): Promise<void> {
  try {
    await indexer.stop();
  } finally {
    reader.close();
    writer.close();
    // Once the answer is on its way.
    setImmediate(() => port.close());
  }
}
