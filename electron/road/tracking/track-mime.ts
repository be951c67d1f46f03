import { Worker } from 'node:worker_threads';
import { workerFile } from '../../store/worker-file.ts';
import { type HtmlBody, htmlBodiesOf } from './html-bodies.ts';
import { type EncodedHtml, trackBodies, type TrackedBodies } from './track-bodies.ts';
import type { TrackingWish } from './tracked-html.ts';
import type { TrackingWorkerData } from './tracking-worker.ts';

/** Bytes of HTML up to which a mail is tracked at once; more of it gets a thread, so that nobody else waits. */
const atOnce = 256 * 1024;
/** A thread that takes longer is given up; the mail stays as it is then. */
const patienceMs = 20_000;

/**
 * A mail whose HTML bodies tell of opens and clicks, in memory of its own, and its links in the order of their numbers.
 * Every byte outside these bodies stays. Undefined when there is nothing to track: no HTML, or a mail that is signed,
 * encrypted or malformed.
 */
export async function trackMime(
  raw: Buffer,
  wish: TrackingWish,
): Promise<{ readonly raw: Buffer; readonly links: readonly string[] } | undefined> {
  const places = htmlBodiesOf(raw);
  const bodies = places.map(({ start, end, encoding, charset }) => ({
    content: raw.subarray(start, end),
    encoding,
    charset,
  }));
  const size = bodies.reduce((sum, { content }) => sum + content.length, 0);
  const tracked = size <= atOnce ? trackBodies(bodies, wish) : await trackInThread(bodies, wish);
  return tracked === undefined || tracked.contents.every((content) => content === null)
    ? undefined
    : { raw: withContents(raw, places, tracked.contents), links: tracked.links };
}

/** Undefined when the thread fails: a hostile mail may ask for more memory than there is. */
async function trackInThread(
  bodies: readonly EncodedHtml[],
  wish: TrackingWish,
): Promise<TrackedBodies | undefined> {
  // Copies: a view would take the whole message behind it along.
  const copies = bodies.map((body) => ({ ...body, content: new Uint8Array(body.content) }));
  const workerData: TrackingWorkerData = { bodies: copies, wish };
  const worker = new Worker(workerFile(import.meta.url, './', 'tracking-worker'), {
    workerData,
    transferList: copies.map(({ content }) => content.buffer),
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  });
  const late = setTimeout(() => void worker.terminate(), patienceMs);
  try {
    return await new Promise((resolve) => {
      worker.once('message', resolve);
      worker.once('error', () => resolve(undefined));
      worker.once('exit', () => resolve(undefined));
    });
  } finally {
    clearTimeout(late);
    await worker.terminate();
  }
}

function withContents(
  raw: Buffer,
  places: readonly HtmlBody[],
  contents: readonly (Uint8Array | null)[],
): Buffer {
  const pieces: Uint8Array[] = [];
  let copied = 0;
  for (const [index, { start, end }] of places.entries()) {
    const content = contents[index];
    if (content) {
      pieces.push(raw.subarray(copied, start), content);
      copied = end;
    }
  }
  pieces.push(raw.subarray(copied));
  // Memory of its own can be handed to another thread.
  const whole = Buffer.allocUnsafeSlow(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
