import { randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import type { AppEventOf } from '#shared/events.ts';
import type { Sending } from '#shared/message.ts';
import type { Outcome } from '#shared/outcome.ts';
import { type CreateWebhook, createWebhookSchema, type Webhook } from '#shared/webhook.ts';
import { Ledger } from '../../electron/ledger/ledger.ts';
import { Announcer } from '../../electron/road/announcer.ts';
import type { Archive } from '../../electron/road/archive.ts';
import { WebhookOffice, type WebhookOfficeParts } from '../../electron/webhooks/webhook-office.ts';
import { ManualClock } from './manual-clock.ts';
import { agentA } from './parcel.ts';
import { temporaryFolder } from './temporary-folder.ts';

export const agentKey = '737a00c139129ee5';

type Delivered = AppEventOf<'webhook.delivered'>['delivery'];

interface TestWebhooksOptions extends Partial<Omit<WebhookOfficeParts, 'clock'>> {
  readonly clock?: ManualClock;
  /** Where the ledger lies; a new folder when left out. */
  readonly folder?: string;
}

/** An office of webhooks over a ledger of its own, with a clock that stands still until it is moved. */
export class TestWebhooks {
  readonly office: WebhookOffice;
  readonly announcer: Announcer;
  readonly clock: ManualClock;
  readonly ledger: Ledger;
  readonly #ended: Delivered[] = [];
  readonly #waiting: { readonly count: number; readonly resolve: () => void }[] = [];

  private constructor(parts: Pick<TestWebhooks, 'office' | 'announcer' | 'clock' | 'ledger'>) {
    this.office = parts.office;
    this.announcer = parts.announcer;
    this.clock = parts.clock;
    this.ledger = parts.ledger;
    this.announcer.listen((event) => {
      if (event.type === 'webhook.delivered') {
        this.#ended.push(event.delivery);
        for (const { resolve } of this.#waiting.filter(({ count }) => count <= this.#ended.length)) {
          resolve();
        }
      }
    });
  }

  static async open(options: TestWebhooksOptions = {}): Promise<TestWebhooks> {
    const folder = options.folder ?? (await temporaryFolder());
    const ledger = Ledger.open(folder);
    const { announcer = new Announcer(), clock = new ManualClock(), archive = noMessages } = options;
    const office = new WebhookOffice({
      isSandbox: () => false,
      ...options,
      ledger,
      archive,
      announcer,
      clock,
      agentKey: () => agentKey,
    });
    const opened = new TestWebhooks({ office, announcer, clock, ledger });
    onTestFinished(() => opened.close());
    office.start();
    return opened;
  }

  /** Adds a webhook of agent A for all events. */
  add(wish: Partial<CreateWebhook> & { readonly url: string }): Webhook {
    return this.office.create(agentA, createWebhookSchema.parse(wish));
  }

  /** Resolves with the attempts that ended, once there are so many. */
  async ended(count: number): Promise<readonly Delivered[]> {
    if (this.#ended.length < count) {
      await new Promise<void>((resolve) => this.#waiting.push({ count, resolve }));
    }
    return this.#ended;
  }

  /** As the part that plays outcomes announces them. */
  announce(outcome: Pick<Outcome, 'messageId' | 'kind'> & Partial<Outcome>): void {
    this.announcer.announce({
      type: 'outcome.recorded',
      outcome: {
        id: randomUUID(),
        agentId: agentA,
        recipient: 'bob@example.org',
        at: this.clock.now().toISOString(),
        origin: 'person',
        category: null,
        diagnostic: null,
        link: null,
        userAgent: null,
        ...outcome,
      },
    });
  }

  async close(): Promise<void> {
    await this.office.close();
    if (this.ledger.database.isOpen) {
      this.ledger.close();
    }
  }
}

const noMessages: Pick<Archive, 'detail'> = { detail: () => Promise.resolve(undefined) };

/** What the API's door knows of a send. */
export function sending(changes: Partial<Sending> = {}): Sending {
  return {
    requestId: '2d6f.737a00c139129ee5.m1.3063d370-1063-11ef-a100-535400fa05f6.18f6cfb6a27',
    clientReference: 'order-1234',
    trackOpens: true,
    trackClicks: true,
    template: null,
    missingVariables: [],
    skipped: [],
    ...changes,
  };
}
