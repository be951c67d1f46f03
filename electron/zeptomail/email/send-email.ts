import type { Verdict } from '#shared/verdict.ts';
import { composeMessage } from '../../road/compose-message.ts';
import { judgeAuthorization } from '../authorization.ts';
import { type ApiRequest, type ApiResponse, exchangeOf } from '../exchange.ts';
import { type ApiAnswer, type ApiContext, refuse } from '../resource.ts';
import { draftOf, envelopeOf } from './draft-email.ts';
import { judgeEmail } from './judge-email.ts';
import type { GivenEmail } from './read-email.ts';

/** POST /v1.1/email: one mail (https://www.zoho.com/zeptomail/help/api/email-sending.html). */
export async function sendEmail(request: ApiRequest, context: ApiContext): Promise<ApiAnswer> {
  const { agent } = context;
  const authorization = judgeAuthorization(request.authorization, agent);
  const judgement = judgeEmail(parsed(request.body), agent);
  const verdicts: readonly Verdict[] =
    authorization === undefined ? judgement.verdicts : [authorization, ...judgement.verdicts];
  const [first] = verdicts;
  if (agent.mode === 'strict' && first !== undefined) {
    return refuse(request, context, first, verdicts);
  }
  if (judgement.email === undefined) {
    return refuse(request, context, judgement.fatal, verdicts);
  }
  return hold(request, context, judgement.email, verdicts);
}

/** Takes the mail: the answer is composed first, because it belongs to the session that is kept with the message. */
async function hold(
  request: ApiRequest,
  context: ApiContext,
  email: GivenEmail,
  verdicts: readonly Verdict[],
): Promise<ApiAnswer> {
  const requestId = context.requestIds(context.agent.key, 'm1');
  const response: ApiResponse = { status: 201, body: successBody(requestId) };
  const session = exchangeOf(request, response);
  const draft = draftOf(email, requestId, request.receivedAt);
  const message = await context.intake.accept({
    agentId: context.agent.id,
    door: context.channel,
    receivedAt: request.receivedAt,
    raw: await composeMessage(draft),
    envelope: envelopeOf(email),
    session,
    verdicts,
    sending: {
      requestId,
      clientReference: email.clientReference,
      trackOpens: email.trackOpens ?? false,
      trackClicks: email.trackClicks ?? false,
      template: null,
      missingVariables: [],
      skipped: [],
    },
    known: { from: draft.from, subject: draft.subject },
  });
  return {
    response,
    session,
    outcome: 'held',
    result: '201 1 message held',
    messageIds: [message.id],
    verdicts,
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

/** The body as JSON, whatever its Content-Type says; undefined when it is none. */
function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString()) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) {
      return undefined;
    }
    throw error;
  }
}
