import type { Refusal } from '#shared/task.ts';
import { mostRefusals } from '#shared/control-api/exchange.ts';
import type { PostOffice } from '../post-office/post-office.ts';
import type { Parcel } from '../road/parcel.ts';
import { readHeadersOnly } from '../road/reading/read-message.ts';
import { envelopeOf } from './envelope-of.ts';
import { InFlight } from './in-flight.ts';
import { type FoundMail, type MailFile, readMailFile } from './mail-files.ts';
import type { MboxQuoting } from './mbox-quoting.ts';
import type { TaskWork } from './tasks.ts';

export interface ImportWish {
  readonly agentId: string;
  /** `date`: that of the Date field, else of the mbox separator, else now. */
  readonly time: 'date' | 'now';
  readonly quoting: MboxQuoting;
}

export interface ImportReport {
  readonly taken: number;
  readonly refusedCount: number;
  readonly refused: readonly Refusal[];
}

/** The list of a page is asked for again after so many (milliseconds). */
const refreshMs = 500;

type Office = Pick<PostOffice, 'filing' | 'announcer' | 'dataFolder'>;

/**
 * Puts what a file holds into an agent. No webhook is told of it and no outcome played.
 * What was taken when it fails or is cancelled stays.
 * @throws RestanteError `import.not-mail`, `import.bad-archive`, `store.failed`
 */
export async function importMail(
  file: MailFile,
  wish: ImportWish,
  office: Office,
  task: TaskWork,
): Promise<ImportReport> {
  const refused: Refusal[] = [];
  let refusedCount = 0;
  let taken = 0;
  const inFlight = new InFlight();
  const refresh = refreshes(office, wish.agentId);
  try {
    await readMailFile(file, {
      quoting: wish.quoting,
      dataFolder: office.dataFolder,
      signal: task.signal,
      expect: (mails) => task.expect(mails),
      take: async (found) => {
        if ('problem' in found) {
          const refusal = { name: found.name, reason: found.problem };
          refusedCount += 1;
          if (refused.length < mostRefusals) {
            refused.push(refusal);
          }
          task.passed(refusal);
          return;
        }
        // Read one after the other, so that they are held in the file's order.
        const parcel = await parcelOf(found, file.name, wish);
        const filed = office.filing.file(parcel).then(() => {
          taken += 1;
          task.passed();
          refresh.soon();
        });
        await inFlight.add(filed);
      },
    });
  } catch (error) {
    // Cancelling ends the reading somewhere: no failure.
    if (!task.signal.aborted) {
      throw error;
    }
  } finally {
    await inFlight.settled();
    refresh.last(taken);
  }
  inFlight.throwFailure();
  return { taken, refusedCount, refused };
}

async function parcelOf(
  found: Extract<FoundMail, { raw: Uint8Array }>,
  file: string,
  wish: ImportWish,
): Promise<Parcel> {
  const message = await readHeadersOnly(found.raw, '');
  const { envelope, from } = envelopeOf(message, found.sender);
  const now = new Date();
  const importedAt = now.toISOString();
  return {
    agentId: wish.agentId,
    door: 'import',
    receivedAt: wish.time === 'now' ? now : (timeOf(message.date) ?? found.date ?? now),
    raw: found.raw,
    envelope,
    session: { kind: 'import', file, entry: found.entry, importedAt, envelopeFrom: [...from] },
    verdicts: [],
    known: { from: message.from, subject: message.subject },
  };
}

/** The time of a Date field; undefined for one that cannot be read, or that no clock has ever shown. */
function timeOf(date: string | null): Date | undefined {
  const time = new Date((date ?? '').replace(/\([^)]*\)/g, ''));
  const year = time.getUTCFullYear();
  return year >= 1971 && year <= 9999 ? time : undefined;
}

function refreshes({ announcer }: Pick<Office, 'announcer'>, agentId: string) {
  let at = 0;
  const announce = (): void => announcer.announce({ type: 'messages.changed', agentId });
  return {
    soon(): void {
      if (Date.now() - at >= refreshMs) {
        at = Date.now();
        announce();
      }
    },
    last(taken: number): void {
      if (taken > 0) {
        announce();
      }
    },
  };
}
