import { assertNever } from '#shared/assert.ts';
import type { SearchContext } from '#shared/search/read-search.ts';
import type { StoreWarning } from '../store/database.ts';
import type { Announcer } from './announcer.ts';
import type { Archive } from './archive.ts';
import { Counts } from './counts.ts';
import { HeldArchive } from './held-archive.ts';
import { RoadIntake } from './intake.ts';
import type { Filing, Intake } from './parcel.ts';
import { ReadingRoom } from './reading-room.ts';
import { WriterLink } from './writer-link.ts';
import type { WriterNews } from './writer-link.ts';

const hourMs = 60 * 60 * 1000;

export interface RoadOptions {
  /** The data folder; it is made when it is missing. */
  readonly folder: string;
  readonly announcer: Announcer;
  /** The clock by which messages grow old; milliseconds since the epoch. */
  readonly now?: () => number;
  /** The Mail Agents, whose names a search may use. */
  readonly agents?: () => SearchContext['agents'];
  /** Resolves once what is to become of all mail that is held by now is known; without it, searches do not wait. */
  readonly outcomesKnown?: () => Promise<void>;
  /** How often ages are looked at, in milliseconds; every hour unless told otherwise. */
  readonly ageCheckMs?: number;
  /** Pages that the database may grow to; stands for a full disk in tests. */
  readonly maxPages?: number;
}

/** accept → commit → index → announce: the one road for every message. */
export interface Road {
  readonly intake: Intake;
  readonly filing: Filing;
  readonly archive: Archive;
  /** What the person must be told, e.g. that a damaged store was set aside. */
  readonly warnings: readonly StoreWarning[];
  /** Finishes what was begun and closes the store. Idempotent. */
  close(): Promise<void>;
}

/**
 * Opens the store, begins to index what an earlier run left, and opens the road.
 * @throws RestanteError `store.newer` when a newer Restante wrote the store.
 */
export async function openRoad(options: RoadOptions): Promise<Road> {
  const { folder, announcer, now = Date.now, agents = () => [] } = options;
  const { outcomesKnown = async () => undefined } = options;
  const counts = new Counts(announcer);
  // The writer speaks only after it was opened, and by then these exist.
  const listeners: { intake?: RoadIntake; room?: ReadingRoom } = {};
  const opened = await WriterLink.open(folder, (news) => hear(news), options.maxPages);
  const writer = opened.link;
  counts.begin(opened.counts);
  const intake = new RoadIntake(writer, announcer);
  const room = new ReadingRoom(folder, writer);
  listeners.intake = intake;
  listeners.room = room;
  const archive = new HeldArchive(writer, room, counts, {
    context: () => ({ now: new Date(now()), agents: agents() }),
    outcomesKnown,
  });
  const ageCheck = setInterval(() => writer.enforceAge(now()), options.ageCheckMs ?? hourMs).unref();

  let closing: Promise<void> | undefined;
  return { intake, filing: intake, archive, warnings: opened.warnings, close: () => (closing ??= close()) };

  async function close(): Promise<void> {
    clearInterval(ageCheck);
    intake.close();
    await room.close();
    await writer.close();
    counts.close();
  }

  function hear(news: WriterNews): void {
    switch (news.kind) {
      case 'counts':
        return counts.update(news.counts);
      case 'indexed':
        listeners.room?.progressed();
        news.messages.forEach((message) => announcer.announce({ type: 'message.indexed', message }));
        return news.restored.forEach((message) =>
          announcer.announce({ type: 'message.indexed', message, restored: true }),
        );
      case 'changed':
        return news.messages.forEach((message) => announcer.announce({ type: 'message.changed', message }));
      case 'changedMany':
        return announcer.announce({ type: 'messages.changed', agentId: news.agentId });
      case 'removed':
        return announcer.announce({
          type: 'message.deleted',
          agentId: news.agentId,
          ids: news.ids && [...news.ids],
          final: news.final,
        });
      case 'recorded':
        return listeners.intake?.recorded(news.ids, news.kept);
      case 'trouble':
        return console.error('The message store could not finish something:', news.error.message);
      default:
        return assertNever(news);
    }
  }
}
