import { type AgentConfig, maxMessageBytesOf } from '#shared/agent.ts';
import { assertNonNullable } from '#shared/assert.ts';
import type { SmtpStage } from '#shared/failure.ts';
import type { SmtpSession } from '#shared/session.ts';
import type { Verdict } from '#shared/verdict.ts';
import { recordActivity, type DoorManner } from '../road/door-agents.ts';
import type { KeptSession } from '../store/kept-session.ts';
import { countSandboxMails, overSandboxDay } from '../road/sandbox-allowance.ts';
import { reasonOf, sortRecipients } from '../road/suppressed.ts';
import { blankedCommand, isAuthCommand } from './blanked-command.ts';
import { judgeCredentials, type Login, showableUser } from './credentials.ts';
import type { DoorContext } from './door-context.ts';
import type { Received } from './door-parser.ts';
import { scanHeader } from './header-scan.ts';
import { failedOnPurpose, type Provoked, provokedBy, provokedVerdict } from './provoked.ts';
import { replies, type Reply, replyLine } from './replies.ts';
import {
  judgeContent,
  judgeLogin,
  judgeMessage,
  judgeSender,
  judgeTls,
  processFailed,
  recipientSuppressed,
  tooLarge,
  tooManyRecipients,
} from './rules.ts';
import { sendingOf } from './sending.ts';
import { SessionOutcome } from './session-activity.ts';
import { hasTestVirus } from './test-virus.ts';
import { tmMailOf } from './tm-mail.ts';
import { trackMail } from './track-mail.ts';
import { Transcript } from './transcript.ts';

/** What is known of the connection at the moment. */
export interface ConnectionFacts {
  readonly peer: string;
  readonly secure: boolean;
  readonly tls: SmtpSession['tls'];
}

/** Whom nobody can log in to. */
const noCredentials = { tokens: [], shortPasswords: [] };

/** One session's side of the mail: what was said, who it is, what is taken and what is refused, and what came of it. */
export class MailSession {
  readonly transcript = new Transcript();
  readonly outcome = new SessionOutcome();
  readonly #context: DoorContext;
  readonly #startedAt: Date;
  readonly #recipients = new Set<string>();
  /** Whose the message at hand is; null until the client has said enough. */
  #agent: AgentConfig | null;
  /** Whose activity the session belongs to: the agent that it had last. */
  #keeper: AgentConfig | null;
  /** The agent that let the client in by its credentials. */
  #loggedInTo: string | null = null;
  #login: Login | null = null;
  #mailFrom: string | null = null;
  #helo: string | null = null;
  #afterAuth = false;

  constructor(context: DoorContext) {
    this.#context = context;
    this.#startedAt = context.now();
    this.#agent = context.agents.own();
    this.#keeper = this.#agent;
  }

  get isStrict(): boolean {
    return this.#manner.mode === 'strict';
  }

  /** Bytes that the message at hand may have. */
  get maxMessageBytes(): number {
    return maxMessageBytesOf(this.#manner);
  }

  /** A command line came; `continues` says that it belongs to an AUTH exchange. */
  noteCommand(
    line: string,
    { continues, inTransaction }: { continues: boolean; inTransaction: boolean },
  ): void {
    if (continues) {
      this.transcript.add('C', '***');
      return;
    }
    this.#afterAuth ||= isAuthCommand(line);
    if (/^(?:EHLO|HELO)(?:\s|$)/i.test(line)) {
      this.#helo = line.split(/\s+/, 2)[1]?.slice(0, 300) ?? null;
    } else if (!inTransaction && /^MAIL(?:\s|$)/i.test(line)) {
      this.transcript.beginTransaction();
    }
    this.transcript.add('C', blankedCommand(line, this.#afterAuth));
  }

  noteReply(code: number, lines: readonly string[]): void {
    lines.forEach((line, at) =>
      this.transcript.add('S', `${code}${at === lines.length - 1 ? ' ' : '-'}${line}`),
    );
    if (code >= 400 && code !== 421) {
      this.outcome.refused(`${code} ${lines.join(' ')}`);
    }
  }

  noteTls(tls: SmtpSession['tls']): void {
    this.transcript.add('I', tls === null ? 'TLS started' : `TLS started: ${tls.protocol} ${tls.cipher}`);
  }

  /** Whatever the client said before STARTTLS is forgotten (RFC 3207 4.2). */
  forgetClient(): void {
    this.#login = null;
    this.#loggedInTo = null;
    this.#helo = null;
  }

  /** Answers with why the credentials are refused, or null. */
  authenticate(user: string, password: string, secure: boolean): Verdict | null {
    const chosen = this.#context.agents.byLogin(user, password);
    this.#belongTo(chosen?.agent ?? null);
    const { outcome } = judgeCredentials(user, password, this.#agent ?? noCredentials);
    this.#login = { user: showableUser(user), outcome };
    const refused =
      chosen?.refusal === undefined
        ? chosen && this.#refusing(judgeTls(secure) ?? judgeLogin(this.#login))
        : this.#refuse(chosen.refusal);
    this.#loggedInTo = refused === null ? (this.#agent?.id ?? null) : null;
    return refused;
  }

  /** Begins a message; answers with why its MAIL FROM is refused, or null. */
  beginMessage(address: string): Verdict | null {
    this.#recipients.clear();
    this.#mailFrom = address === '' ? null : address;
    const chosen = this.#context.agents.bySender(this.#mailFrom, {
      loggedInTo: this.#loggedInTo,
      login: this.#login,
    });
    this.#belongTo(chosen.agent);
    return chosen.refusal === undefined
      ? this.#refusing(judgeSender(this.#mailFrom, chosen.agent, 'MAIL FROM'))
      : this.#refuse(chosen.refusal);
  }

  /** Answers with why one more recipient is refused, or null. */
  addRecipient(address: string): Reply | null {
    if (this.#recipients.size >= this.#context.limits.recipients && !this.#recipients.has(address)) {
      this.outcome.judged([tooManyRecipients(this.#context.limits.recipients)]);
      return replies.tooManyRecipients;
    }
    this.#recipients.add(address);
    return null;
  }

  /** What goes wrong on purpose at this moment; `recipient` is the one at hand. Undefined when nothing does. */
  provoke(stage: SmtpStage, recipient?: string): Provoked | undefined {
    const agentId = this.#agent?.id;
    if (agentId === undefined) {
      return undefined;
    }
    const fired = this.#context.ledger.failures.decide(agentId, {
      door: stage,
      now: this.#context.now().getTime(),
      addresses: () => ({
        senders: this.#mailFrom === null ? [] : [this.#mailFrom],
        recipients: recipient === undefined ? [...this.#recipients] : [recipient],
      }),
    });
    if (fired.length === 0) {
      return undefined;
    }
    const provoked = provokedBy(fired, stage);
    for (const note of provoked.notes) {
      this.transcript.add('I', note);
    }
    if (provoked.reply !== null) {
      this.outcome.judged([provokedVerdict(provoked.reply, stage)]);
      this.outcome.refused(`${replyLine(provoked.reply)} (on purpose by the failure laboratory)`);
      if (stage === 'auth') {
        this.#login = null;
        this.#loggedInTo = null;
      }
    }
    return provoked;
  }

  /** A message of so many bytes, announced or sent, is refused. */
  noteTooLarge(bytes: number): void {
    this.outcome.judged([tooLarge(bytes, this.maxMessageBytes)]);
  }

  /** Production's answer to a command that comes before TLS or before AUTH, of a strict agent. */
  refuseUnauthenticated(secure: boolean): Reply {
    const verdict = judgeTls(secure) ?? judgeLogin(null);
    this.outcome.judged(verdict === null ? [] : [verdict]);
    return secure ? replies.authenticationRequired : replies.startTlsFirst;
  }

  /** Hands a received message over, or refuses it. Never throws: what goes wrong is answered with 451. */
  async settle(received: Received, facts: ConnectionFacts, failsOnPurpose = false): Promise<Reply> {
    try {
      return await this.#take(received, facts, failsOnPurpose);
    } catch (error) {
      this.outcome.failed(error instanceof Error ? error.message : String(error));
      return replies.notStored;
    }
  }

  async #take(received: Received, facts: ConnectionFacts, failsOnPurpose: boolean): Promise<Reply> {
    if (received.kind === 'too large') {
      this.transcript.add('I', `DATA of ${received.size} bytes${received.complete ? '' : ' and more'}`);
      this.noteTooLarge(received.size);
      return replies.tooLarge;
    }
    const agent = this.#agent;
    assertNonNullable(agent, 'a MAIL FROM of no agent is refused, and without one there is no DATA');
    this.transcript.add('I', `DATA of ${received.raw.length} bytes`);
    const { from, subject, hasTmFields } = scanHeader(received.raw);
    const tm = hasTmFields ? tmMailOf(received.raw, agent, this.#context.ledger) : null;
    const { raw } = tm ?? received;
    const { kept, skipped, rejecting } = sortRecipients(this.#recipients, (address) =>
      this.#context.ledger.suppressions.match(agent.id, address),
    );
    const suppressed = rejecting.map(({ address, entry }) => recipientSuppressed(address, reasonOf(entry)));
    const message = {
      mailFrom: this.#mailFrom,
      headerFrom: from?.address ?? null,
      subject,
      size: raw.length,
      hasTestVirus: hasTestVirus(raw),
    };
    if (this.isStrict) {
      const refusals = [...judgeContent(message, agent), ...(tm?.verdicts ?? []), ...suppressed];
      const [first] = refusals;
      if (first !== undefined) {
        this.outcome.judged(refusals);
        return { code: first.status, text: first.message };
      }
    }
    const overDay = overSandboxDay(agent, 1, this.#context.ledger, this.#context.now());
    const whyFailed = failsOnPurpose ? failedOnPurpose : overDay;
    const unprocessed = whyFailed === undefined ? [] : [processFailed(whyFailed)];
    const verdicts = this.isStrict
      ? unprocessed
      : [
          ...judgeMessage({ ...message, secure: facts.secure, login: this.#login }, agent),
          ...(tm?.verdicts ?? []),
          ...suppressed,
          ...unprocessed,
        ];
    countSandboxMails(agent, 1, this.#context.ledger, this.#context.now());
    const sending = sendingOf(tm?.tm, agent, {
      requestId: this.#context.requestIds(agent.key, 'm1'),
      skipped,
    });
    const tracked = await trackMail(raw, sending, { agentId: agent.id, recipients: kept }, this.#context);
    const { id } = await this.#context.intake.accept({
      agentId: agent.id,
      door: this.#context.channel,
      receivedAt: this.#context.now(),
      raw: tracked?.raw ?? raw,
      envelope: { mailFrom: this.#mailFrom, rcptTo: kept },
      session: this.#session(facts, this.transcript.ofMessage(replyLine(replies.held))),
      verdicts,
      sending,
      known: { from, subject: subject ?? '' },
    });
    if (tracked !== undefined) {
      this.#context.ledger.tracked.add({ ...tracked.facts, agentId: agent.id, messageId: id });
    }
    this.outcome.held(id, verdicts);
    return replies.held;
  }

  /** Keeps the session in the agent's activity. */
  record(facts: ConnectionFacts): void {
    const activity = this.outcome.entry({
      door: this.#context.channel,
      startedAt: this.#startedAt,
      durationMs: this.transcript.durationMs,
      session: this.#session(facts, this.transcript.whole()),
    });
    recordActivity(activity, this.#keeper, this.#context);
  }

  get #manner(): DoorManner {
    return this.#agent ?? this.#context.agents.manner();
  }

  #belongTo(agent: AgentConfig | null): void {
    this.#agent = agent;
    this.#keeper = agent ?? this.#keeper;
  }

  /** A strict agent refuses with the verdict, a relaxed one does not. */
  #refusing(verdict: Verdict | null): Verdict | null {
    return verdict === null || !this.isStrict ? null : this.#refuse(verdict);
  }

  #refuse(verdict: Verdict): Verdict {
    this.outcome.judged([verdict]);
    return verdict;
  }

  #session({ peer, tls }: ConnectionFacts, transcript: string): KeptSession & { kind: 'smtp' } {
    return { kind: 'smtp', peer, helo: this.#helo, user: this.#login?.user ?? null, tls, transcript };
  }
}
