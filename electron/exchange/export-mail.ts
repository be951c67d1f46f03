import { mailFileName } from '#shared/file-names.ts';
import type { Archive } from '../road/archive.ts';
import { mboxEntry } from './write-mbox.ts';
import { type ZipSource, zipOf } from './write-zip.ts';

type Source = Pick<Archive, 'parcel'>;

/** Messages as an mbox, oldest first. One that is deleted meanwhile is left out. */
export function mboxOfMail(archive: Source, ids: readonly string[]): ReadableStream<Uint8Array> {
  return ReadableStream.from(mboxPieces(archive, ids));
}

/** Messages as a zip of .eml files, which are numbered from the oldest on and named after their subjects. */
export function zipOfMail(archive: Source, ids: readonly string[]): ReadableStream<Uint8Array> {
  return zipOf(emlFiles(archive, ids));
}

async function* mboxPieces(archive: Source, ids: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const id of ids) {
    const held = await archive.parcel(id);
    if (held !== undefined) {
      const { raw, facts, summary } = held;
      yield* mboxEntry({ raw, sender: facts.envelope.mailFrom, at: new Date(summary.receivedAt) });
    }
  }
}

async function* emlFiles(archive: Source, ids: readonly string[]): AsyncGenerator<ZipSource> {
  const digits = String(ids.length).length;
  for (const [at, id] of ids.entries()) {
    const held = await archive.parcel(id);
    if (held !== undefined) {
      const number = String(at + 1).padStart(digits, '0');
      yield {
        path: `${number}-${mailFileName(held.summary.subject)}`,
        bytes: held.raw,
        at: new Date(held.summary.receivedAt),
      };
    }
  }
}
