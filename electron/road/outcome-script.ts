import type { AppEvent } from '#shared/events.ts';
import { magicOf } from '#shared/magic-address.ts';
import type { MessageSummary } from '#shared/message.ts';
import { type OutcomeRule, ruleCovers } from '#shared/outcome-rule.ts';
import { isDeciding } from '#shared/standing.ts';
import { processingFailure } from '#shared/verdict.ts';
import { KeptOfMessages } from '../ledger/kept-of-messages.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { OutcomePlans } from '../ledger/outcome-plans.ts';
import type { Play } from '../ledger/play.ts';
import type { Announcer } from './announcer.ts';
import type { Archive } from './archive.ts';
import { clickableLinks } from './clickable-links.ts';
import type { Outcomes } from './outcomes.ts';

export interface OutcomeScriptParts {
  readonly ledger: Ledger;
  readonly archive: Pick<Archive, 'summary' | 'parcel' | 'html' | 'ids'>;
  readonly announcer: Announcer;
  readonly outcomes: Outcomes;
  readonly now: () => Date;
  /** Whether anybody wants to hear of the deliveries of this agent; without it they stay implicit. */
  readonly wantsDelivered: (agentId: string) => boolean;
}

/** A summary names so many recipients; of a mail to more the whole envelope is asked for. */
const recipientsOfSummary = 200;
/** A timer's longest time; what is due later is looked at again then. */
const longestTimerMs = 2 ** 31 - 1;
/** What was due and could not be played, or is of a deleted message, is tried again after so long. */
const retryMs = 60_000;

/**
 * What happens to held mail by itself: magic addresses, the agent's rules, and deliveries that somebody wants to hear of.
 * Nothing is done before the door has answered, and nothing at all for a recipient that none of these concerns.
 */
export class OutcomeScript {
  readonly #parts: OutcomeScriptParts;
  readonly #plans: OutcomePlans;
  readonly #kept: KeptOfMessages;
  readonly #rules = new Map<string, readonly OutcomeRule[]>();
  readonly #stopListening: () => void;
  #held: MessageSummary[] = [];
  #soon: NodeJS.Immediate | undefined;
  #timer: NodeJS.Timeout | undefined;
  /** One message after the other, so that outcomes are recorded in the order of their mails. */
  #work: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(parts: OutcomeScriptParts) {
    this.#parts = parts;
    this.#plans = parts.ledger.plans;
    this.#kept = new KeptOfMessages(parts.ledger);
    this.#stopListening = parts.announcer.listen((event) => this.#hear(event));
  }

  /** Plays what became due while Restante did not run, and waits for the rest. */
  start(): void {
    this.#enqueue(() => this.#forgetGone());
    this.#playDue();
  }

  /** Finishes what was begun; what is planned is played after the next start. Idempotent. */
  async close(): Promise<void> {
    this.#stopListening();
    this.#begin();
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#work;
  }

  /** Resolves once all mail that is held by now was looked at: what is to become of it is played or planned. */
  caughtUp(): Promise<void> {
    this.#begin();
    return this.#work;
  }

  /** Has something played later, after a restart as well; `due` in milliseconds since the epoch. */
  plan(play: Play, due: number): void {
    this.#plans.plan(play, due);
    const { agentId, messageId } = play;
    this.#parts.announcer.announce({ type: 'outcome.planned', agentId, messageId });
    this.#wait();
  }

  rules(agentId: string): readonly OutcomeRule[] {
    let rules = this.#rules.get(agentId);
    if (rules === undefined) {
      rules = this.#plans.rules(agentId);
      this.#rules.set(agentId, rules);
    }
    return rules;
  }

  putRules(agentId: string, rules: readonly OutcomeRule[]): void {
    this.#plans.putRules(agentId, rules);
    this.#rules.set(agentId, rules);
  }

  #hear(event: AppEvent): void {
    switch (event.type) {
      case 'message.held':
        this.#held.push(event.message);
        this.#soon ??= setImmediate(() => this.#begin());
        return;
      case 'message.deleted':
        if (event.final) {
          this.#enqueue(() => this.#forget(event.agentId, event.ids));
        }
        return;
      case 'agent.deleted':
        this.#rules.delete(event.agentId);
        return;
      default:
    }
  }

  #begin(): void {
    clearImmediate(this.#soon);
    this.#soon = undefined;
    const held = this.#held;
    this.#held = [];
    if (held.length > 0) {
      this.#enqueue(async () => {
        for (const message of held.filter((each) => this.#concerns(each))) {
          await this.#playFor(message);
        }
      });
    }
  }

  #concerns({ agentId, to }: MessageSummary): boolean {
    return (
      this.rules(agentId).length > 0 ||
      this.#parts.wantsDelivered(agentId) ||
      to.length >= recipientsOfSummary ||
      to.some(({ address }) => magicOf(address) !== undefined)
    );
  }

  #enqueue(task: () => Promise<void> | void): void {
    this.#work = this.#work.then(task).catch(warn);
  }

  async #playFor(message: MessageSummary): Promise<void> {
    const { id: messageId, agentId } = message;
    if (await this.#isUnprocessed(message)) {
      return;
    }
    for (const recipient of await this.#recipientsOf(message)) {
      const magic = magicOf(recipient);
      const rule =
        magic === undefined ? this.rules(agentId).find((each) => ruleCovers(each, recipient)) : undefined;
      const about = { agentId, messageId, recipient };
      const scripted = magic ?? rule;
      const isDecided = scripted !== undefined && isDeciding(scripted);
      if (!isDecided && this.#parts.wantsDelivered(agentId)) {
        this.#parts.outcomes.play({ ...about, kind: 'delivered', origin: 'default' });
      }
      if (magic !== undefined) {
        await this.#play({ ...about, kind: magic.kind, category: magic.category, origin: 'magic address' });
      } else if (rule !== undefined) {
        await this.#follow(rule, about);
      }
    }
  }

  /** Beyond a limit of the day mail is taken by SMTP, and nothing comes of it. */
  async #isUnprocessed({ id, verdictCount }: MessageSummary): Promise<boolean> {
    if (verdictCount === 0) {
      return false;
    }
    const held = await this.#parts.archive.parcel(id);
    return held !== undefined && processingFailure(held.facts.verdicts) !== undefined;
  }

  async #follow(rule: OutcomeRule, about: Pick<Play, 'agentId' | 'messageId' | 'recipient'>): Promise<void> {
    const play: Play = { ...about, kind: rule.kind, category: rule.category ?? undefined, origin: 'rule' };
    if (rule.delaySeconds === 0) {
      await this.#play(play);
      return;
    }
    this.plan(play, this.#parts.now().getTime() + rule.delaySeconds * 1000);
  }

  /** A click is on the message's first link; without one nothing is played. */
  async #play(play: Play): Promise<void> {
    if (play.kind !== 'click') {
      this.#parts.outcomes.play(play);
      return;
    }
    const found = await this.#parts.archive.html(play.messageId);
    const [link] = found === undefined ? [] : clickableLinks(found.html, this.#parts.ledger.tracked);
    if (link !== undefined) {
      this.#parts.outcomes.play({ ...play, link });
    }
  }

  async #recipientsOf({ id, to }: MessageSummary): Promise<readonly string[]> {
    const envelope =
      to.length < recipientsOfSummary ? undefined : (await this.#parts.archive.parcel(id))?.facts.envelope;
    return envelope?.rcptTo ?? to.map(({ address }) => address);
  }

  #playDue(): void {
    this.#enqueue(async () => {
      const due = this.#closed ? [] : this.#plans.due(this.#parts.now().getTime());
      let hasFailed = false;
      for (const planned of due) {
        try {
          if ((await this.#parts.archive.summary(planned.play.messageId)) === undefined) {
            // Its deletion may be taken back; once it cannot be any more, what is planned goes with the message.
            this.#plans.putOff(planned, this.#parts.now().getTime() + retryMs);
          } else {
            await this.#play(planned.play);
            this.#plans.done(planned);
          }
        } catch (error) {
          // It stays planned, and keeps no other one waiting.
          hasFailed = true;
          warn(error);
        }
      }
      this.#wait(hasFailed ? retryMs : 0);
    });
  }

  #wait(leastMs = 0): void {
    clearTimeout(this.#timer);
    const due = this.#closed ? undefined : this.#plans.nextDue();
    if (due !== undefined) {
      const ms = Math.min(Math.max(due - this.#parts.now().getTime(), leastMs), longestTimerMs);
      this.#timer = setTimeout(() => this.#playDue(), ms).unref();
    }
  }

  /** Outcomes go with their messages; of many at once, those whose message is not there any more. */
  async #forget(agentId: string, ids: readonly string[] | null): Promise<void> {
    const gone = ids ?? (await this.#goneOf(this.#kept.messages(agentId)));
    gone.forEach((id) => this.#kept.forget(id));
  }

  /** Deletions that can be taken back are final when Restante ends, and nobody hears of it. */
  async #forgetGone(): Promise<void> {
    const gone = await this.#goneOf(this.#kept.messages());
    gone.forEach((id) => this.#kept.forget(id));
  }

  async #goneOf(ids: readonly string[]): Promise<string[]> {
    const there = new Set(await this.#parts.archive.ids({ ids }));
    return ids.filter((id) => !there.has(id));
  }
}

function warn(error: unknown): void {
  process.emitWarning(error instanceof Error ? error : String(error));
}
