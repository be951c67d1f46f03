import type { ActivityEntry } from '#shared/activity.ts';
import type { MessageSummary } from '#shared/message.ts';
import { Burst, quietMs } from '../store/burst.ts';
import { writtenSession } from '../store/kept-session.ts';
import type { ParcelFacts } from '../store/rows.ts';
import { packAddresses } from '../store/rows.ts';
import { boundedSession } from './bounded-session.ts';
import type { Announcer } from './announcer.ts';
import type { Filing, Intake, KeptActivity, Parcel } from './parcel.ts';
import { uuidv7 } from './uuid.ts';
import type { WriterLink } from './writer-link.ts';

/** Sessions of one agent that wait for the writer; beyond that the oldest are let go, as they would be in the store. */
const mostWaiting = 1000;
const shownRecipients = 200;

/** The doors' side: commit, announce, answer. */
export class RoadIntake implements Intake, Filing {
  readonly #writer: WriterLink;
  readonly #announcer: Announcer;
  #unsent: KeptActivity[] = [];
  #prunedAt = 0;
  readonly #unwritten = new Map<string, ActivityEntry>();
  /** In a burst of sessions they wait: most of them would be trimmed away again before anybody sees them. */
  readonly #sessions = new Burst();
  #sending: NodeJS.Immediate | undefined;
  #waiting: NodeJS.Timeout | undefined;
  #inFlight = false;

  constructor(writer: WriterLink, announcer: Announcer) {
    this.#writer = writer;
    this.#announcer = announcer;
  }

  async accept(parcel: Parcel): Promise<MessageSummary> {
    const message = await this.#hold(parcel);
    this.#announcer.announce({ type: 'message.held', message });
    return message;
  }

  async file(parcel: Parcel): Promise<string> {
    return (await this.#hold(parcel)).id;
  }

  async #hold(parcel: Parcel): Promise<MessageSummary> {
    const message = summaryOf(parcel);
    const { session, body } = writtenSession(boundedSession(parcel.session));
    const facts: ParcelFacts = {
      envelope: parcel.envelope,
      session,
      verdicts: parcel.verdicts,
      sending: parcel.sending,
    };
    await this.#writer.hold(
      {
        id: message.id,
        agentId: message.agentId,
        door: message.door,
        receivedAt: parcel.receivedAt.getTime(),
        fromAddress: message.from?.address ?? null,
        fromName: message.from?.name ?? '',
        recipients: packAddresses(message.to),
        subject: message.subject,
        verdictCount: message.verdictCount,
        facts: JSON.stringify(facts),
        size: message.size,
      },
      { raw: parcel.raw, body },
    );
    return message;
  }

  record(activity: KeptActivity): void {
    this.#sessions.came(1);
    this.#unsent.push(activity);
    if (this.#unsent.length >= this.#prunedAt + mostWaiting) {
      this.#unsent = newestOfEachAgent(this.#unsent);
      this.#prunedAt = this.#unsent.length;
    }
    this.#sendLater();
  }

  /** The writer is through with these. */
  recorded(ids: readonly string[], kept: boolean): void {
    this.#inFlight = false;
    for (const id of ids) {
      const entry = this.#unwritten.get(id);
      this.#unwritten.delete(id);
      if (entry !== undefined && kept) {
        this.#announcer.announce({ type: 'activity.recorded', entry });
      }
    }
    this.#sendLater();
  }

  /** Hands what still waits to the writer. */
  close(): void {
    clearImmediate(this.#sending);
    clearTimeout(this.#waiting);
    this.#sendActivity();
  }

  #sendLater(): void {
    if (!this.#inFlight && this.#waiting === undefined && this.#unsent.length > 0) {
      this.#sending ??= setImmediate(() => this.#sendWhenQuiet());
    }
  }

  #sendWhenQuiet(): void {
    this.#sending = undefined;
    if (this.#sessions.isOn) {
      this.#waiting = setTimeout(() => {
        this.#waiting = undefined;
        this.#sendWhenQuiet();
      }, quietMs);
      return;
    }
    this.#sendActivity();
  }

  /** One batch on its way at a time: sessions pile up here, where they cost nothing, while the writer has mail to commit. */
  #sendActivity(): void {
    this.#sessions.caughtUp();
    const activity = newestOfEachAgent(this.#unsent);
    this.#unsent = [];
    this.#prunedAt = 0;
    if (activity.length === 0) {
      return;
    }
    this.#inFlight = true;
    const bodies: (Uint8Array | null)[] = [];
    const rows = activity.map(({ session: kept, ...entry }) => {
      this.#unwritten.set(entry.id, entry);
      const { session, body } = writtenSession(boundedSession(kept));
      bodies.push(body);
      return {
        id: entry.id,
        agentId: entry.agentId,
        entry: JSON.stringify(entry),
        session: JSON.stringify(session),
      };
    });
    this.#writer.record(rows, bodies);
  }
}

function summaryOf(parcel: Parcel): MessageSummary {
  const { agentId, door, receivedAt, raw, envelope, verdicts, known } = parcel;
  return {
    id: uuidv7(receivedAt.getTime()),
    agentId,
    door,
    receivedAt: receivedAt.toISOString(),
    size: raw.byteLength,
    index: 'pending',
    read: false,
    from: known?.from ?? (envelope.mailFrom ? { address: envelope.mailFrom, name: '' } : null),
    to: envelope.rcptTo.slice(0, shownRecipients).map((address) => ({ address, name: '' })),
    subject: known?.subject ?? '',
    snippet: '',
    code: null,
    attachmentCount: 0,
    verdictCount: verdicts.length,
    starred: false,
    tags: [],
    note: null,
  };
}

function newestOfEachAgent(activity: readonly KeptActivity[]): KeptActivity[] {
  const counts = new Map<string, number>();
  const kept = activity.toReversed().filter(({ agentId }) => {
    const count = (counts.get(agentId) ?? 0) + 1;
    counts.set(agentId, count);
    return count <= mostWaiting;
  });
  return kept.toReversed();
}
