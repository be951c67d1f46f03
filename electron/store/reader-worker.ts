import { parentPort, workerData } from 'node:worker_threads';
import { assertNonNullable } from '#shared/assert.ts';
import { Reader } from './reader.ts';
import type { PageRequest } from './reader.ts';
import { serve } from './served.ts';

export interface ReaderWorkerData {
  readonly folder: string;
}

const { folder }: ReaderWorkerData = workerData;
const reader = new Reader(folder);

const service = {
  list: (request: PageRequest & { q: string | undefined }) => reader.list(request),
  summary: (id: string) => reader.summary(id),
  raw: (id: string) => reader.raw(id),
  listActivity: (request: PageRequest) => reader.listActivity(request),
  activity: (id: string) => reader.activity(id),
};
export type ReaderService = typeof service;

assertNonNullable(parentPort, 'this file is the entry of a worker');
serve(parentPort, service);
