import type { FailureEffect, SmtpStage } from '#shared/failure.ts';
import type { Verdict } from '#shared/verdict.ts';
import type { Fired } from '../ledger/failures.ts';
import { replies, type Reply, replyLine, serverName } from './replies.ts';

/** What the failure laboratory does to a session at one of its stages. */
export interface Provoked {
  /** Milliseconds before anything else. */
  readonly waitMs: number;
  /** Said instead of going on. */
  readonly reply: Reply | null;
  /** How fast DATA is taken in; null: as it comes. */
  readonly bytesPerSecond: number | null;
  /** After how many bytes of DATA the connection breaks; null: never. */
  readonly dropAfter: number | null;
  /** The mail is taken, and not processed. */
  readonly isUnprocessed: boolean;
  /** What the session's transcript says of it. */
  readonly notes: readonly string[];
}

const provokedReplies: Readonly<Record<(FailureEffect & { kind: 'smtp-reply' })['code'], Reply>> = {
  /** assumed */
  421: { code: 421, text: `${serverName} Service not available, closing transmission channel` },
  451: replies.notStored,
  /** assumed */
  452: { code: 452, text: 'Requested action not taken: insufficient system storage' },
  535: replies.authenticationFailed,
};

const stageNames: Readonly<Record<SmtpStage, string>> = {
  connect: 'the greeting',
  ehlo: 'EHLO',
  auth: 'AUTH',
  mail: 'MAIL FROM',
  rcpt: 'RCPT TO',
  data: 'DATA',
  'end-of-data': 'the end of DATA',
};

/** What comes of the switches that are used at a stage. */
export function provokedBy(fired: readonly Fired[], stage: SmtpStage): Provoked {
  const effects = fired.map(({ effect }) => effect);
  const refused = effects.find((effect) => effect.kind === 'smtp-reply');
  return {
    waitMs: fired.reduce((sum, { waitMs }) => sum + waitMs, 0),
    reply: refused === undefined ? null : provokedReplies[refused.code],
    bytesPerSecond: effects.find((effect) => effect.kind === 'smtp-slow-reading')?.bytesPerSecond ?? null,
    dropAfter: effects.find((effect) => effect.kind === 'smtp-drop')?.afterBytes ?? null,
    isUnprocessed: effects.some(({ kind }) => kind === 'smtp-process-failed'),
    notes: fired.map(
      (one) => `on purpose by the failure laboratory: ${wordsOf(one)} at ${stageNames[stage]}`,
    ),
  };
}

/** The verdict of a reply on purpose. */
export function provokedVerdict(reply: Reply, stage: SmtpStage): Verdict {
  return {
    protocol: 'smtp',
    status: reply.code,
    code: replyLine(reply),
    message: reply.text,
    explanation: `Refused on purpose by the failure laboratory at ${stageNames[stage]}, whatever the mail. ${adviceOf(reply.code)}`,
  };
}

/** Why a mail that was taken is not processed. */
export const failedOnPurpose =
  'On purpose by the failure laboratory, as if the agent had reached its limit of the day.';

function adviceOf(code: number): string {
  return code < 500
    ? 'Such a reply is about the moment: a client should keep the mail and try again later.'
    : 'Such a reply is final: trying again with the same credentials does not help.';
}

function wordsOf({ effect, waitMs }: Fired): string {
  switch (effect.kind) {
    case 'smtp-latency':
      return `${waitMs} ms of waiting`;
    case 'smtp-slow-reading':
      return `reading ${effect.bytesPerSecond} bytes a second`;
    case 'smtp-drop':
      return `connection to be dropped after ${effect.afterBytes} bytes`;
    case 'smtp-process-failed':
      return 'the mail not to be processed';
    case 'smtp-reply':
      return `${effect.code}`;
    default:
      return effect.kind;
  }
}
