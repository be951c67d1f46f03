import type { Verdict } from '#shared/verdict.ts';
import { composeMessage } from '../../road/compose-message.ts';
import { sortRecipients } from '../../road/suppressed.ts';
import { type ApiRequest, type ApiResponse, exchangeOf } from '../exchange.ts';
import { ownRefusal } from '../own-refusals.ts';
import { type ApiAnswer, type ApiContext, refuse } from '../resource.ts';
import { draftOf, envelopeOf } from './draft-email.ts';
import type { ExpandedEmail } from './expand-email.ts';
import { sizeOf } from './judge-email.ts';
import { validAddresses } from './mailbox.ts';
import { trackEmail, trackingOf } from './track-email.ts';
import type { SendKind } from './send-kind.ts';

/** The mails of one send. */
interface EmailsToHold {
  readonly emails: Iterable<ExpandedEmail>;
  readonly count: number;
  readonly kind: SendKind;
  readonly verdicts: readonly Verdict[];
}

/** So many mails, or so many bytes of them, are composed and stored together: memory stays bounded. */
const together = { mails: 16, bytes: 16 * 1024 * 1024 } as const;

/**
 * Takes the mails; the answer is composed first, because it belongs to the session that is kept with each.
 * When storing fails after some were held, these stay, and the answer is a 500 that says how many.
 */
export async function holdEmails(
  request: ApiRequest,
  context: ApiContext,
  { emails, count, kind, verdicts }: EmailsToHold,
): Promise<ApiAnswer> {
  const requestId = context.requestIds(context.agent.key, kind.batch ? 'b1' : 'm1');
  const response: ApiResponse = { status: 201, body: successBody(requestId) };
  const session = exchangeOf(request, response, keptBytes(count));

  async function hold({ email, missingVariables }: ExpandedEmail, index: number): Promise<string> {
    const draft = draftOf(email, kind.batch ? `${requestId}.${index + 1}` : requestId, request.receivedAt);
    const envelope = envelopeOf(email);
    const { kept, skipped } = sortRecipients(envelope.rcptTo, (address) =>
      context.ledger.suppressions.match(context.agent.id, address),
    );
    const tracking = trackingOf(email, context.agent);
    const made = trackEmail(draft.html, tracking, request, { recipients: kept, context });
    const { id } = await context.intake.accept({
      agentId: context.agent.id,
      door: context.channel,
      receivedAt: request.receivedAt,
      raw: await composeMessage(made === undefined ? draft : { ...draft, html: made.html }),
      envelope: { ...envelope, rcptTo: kept },
      session,
      verdicts,
      sending: {
        requestId,
        clientReference: email.clientReference,
        trackOpens: tracking.opens,
        trackClicks: tracking.clicks,
        template: email.template && { key: email.template.key, name: email.template.name },
        missingVariables: [...missingVariables],
        skipped,
        ...(email.bcc.length === 0 ? {} : { bcc: validAddresses(email.bcc) }),
      },
      known: { from: draft.from, subject: draft.subject },
    });
    if (made !== undefined) {
      context.ledger.tracked.add({ ...made.tracked, agentId: context.agent.id, messageId: id });
    }
    return id;
  }

  const messageIds: string[] = [];
  for (const group of groupsOf(emails)) {
    // One group after the other: the next is composed when this one is stored.
    const at = messageIds.length;
    const results = await Promise.allSettled(group.map((each, index) => hold(each, at + index)));
    messageIds.push(...results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])));
    const failure = results.find((result) => result.status === 'rejected');
    if (failure !== undefined) {
      return halfHeld(request, context, { messageIds, of: count, reason: failure.reason, verdicts });
    }
  }
  return {
    response,
    session,
    outcome: 'held',
    result: `201 ${messageIds.length} message${messageIds.length === 1 ? '' : 's'} held`,
    messageIds,
    verdicts,
  };
}

/** A session is kept with each mail: those of a large batch share what one may keep of a body. */
function keptBytes(count: number): number {
  return Math.max(8 * 1024, Math.floor((256 * 1024) / count));
}

function* groupsOf(emails: Iterable<ExpandedEmail>): Generator<readonly ExpandedEmail[]> {
  let group: ExpandedEmail[] = [];
  let bytes = 0;
  for (const expanded of emails) {
    group.push(expanded);
    bytes += sizeOf(expanded.email);
    if (group.length === together.mails || bytes >= together.bytes) {
      yield group;
      group = [];
      bytes = 0;
    }
  }
  if (group.length > 0) {
    yield group;
  }
}

/** Storing failed: what was held before stays held, and the answer says so. */
function halfHeld(
  request: ApiRequest,
  context: ApiContext,
  failure: {
    readonly messageIds: readonly string[];
    readonly of: number;
    readonly reason: unknown;
    readonly verdicts: readonly Verdict[];
  },
): ApiAnswer {
  const { messageIds, of, reason } = failure;
  const cause = reason instanceof Error ? reason.message : String(reason);
  const verdict = ownRefusal(
    'internal',
    of === 1 ? cause : `${messageIds.length} of ${of} mails were held, the others not: ${cause}`,
    messageIds.length === 0
      ? 'Nothing was held. This is Restante’s own failure, not an answer of ZeptoMail’s.'
      : 'What was held stays. Sending the whole batch again would hold these mails twice.',
  );
  return {
    ...refuse(request, context, verdict, [verdict, ...failure.verdicts]),
    messageIds: [...messageIds],
  };
}

/** The live answer, in its key order (official Ruby client, fixtures/email/sendmail.yml). */
function successBody(requestId: string): string {
  return JSON.stringify({
    data: [{ code: 'EM_104', additional_info: [], message: 'Email request received' }],
    message: 'OK',
    request_id: requestId,
    object: 'email',
  });
}
