import { parentPort, workerData } from 'node:worker_threads';
import { assertNonNullable } from '#shared/assert.ts';
import { type EncodedHtml, trackBodies } from './track-bodies.ts';
import type { TrackingWish } from './tracked-html.ts';

/** The HTML bodies of one mail that is too large to be tracked where others wait. */
export interface TrackingWorkerData {
  readonly bodies: readonly EncodedHtml[];
  readonly wish: TrackingWish;
}

const { bodies, wish } = workerData as TrackingWorkerData;
assertNonNullable(parentPort, 'this file is the entry of a worker');
parentPort.postMessage(trackBodies(bodies, wish), []);
