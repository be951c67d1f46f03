import type { Verdict } from '#shared/verdict.ts';
import type { ApiRequest } from '../exchange.ts';
import { type ApiAnswer, type ApiContext, refuse } from '../resource.ts';
import { countSandboxMails, overSandboxDay } from '../../road/sandbox-allowance.ts';
import { refusal } from '../refusals.ts';
import { authorizeSend } from './authorize-send.ts';
import { countEmails, expandEmail } from './expand-email.ts';
import { holdEmails } from './hold-emails.ts';
import { judgeEmail } from './judge-email.ts';
import { judgeSuppressed } from './judge-suppressed.ts';
import { type SendKind, kindOf } from './send-kind.ts';
import { shelfOf } from './shelf.ts';

/**
 * The one way of every send with a send mail token: authorize, judge, expand, compose, hold, answer.
 * A strict agent answers with the first verdict, a relaxed one attaches them all; what no mail can be made of is
 * refused by both.
 * @param body a ZeptoMail body, parsed; undefined when the request held no JSON
 * @param path what the path is for; the body may say that it is more
 * @param found verdicts of the caller's own, which come before those about the body
 */
export async function send(
  request: ApiRequest,
  context: ApiContext,
  body: unknown,
  path: SendKind,
  found: readonly Verdict[] = [],
): Promise<ApiAnswer> {
  const { agent } = context;
  const authorization = authorizeSend(request, context, body);
  const kind = kindOf(body, path);
  const judgement = judgeEmail(body, agent, shelfOf(context), kind);
  const verdicts = [
    ...(authorization === undefined ? [] : [authorization]),
    ...found,
    ...judgement.verdicts,
    ...(judgement.email === undefined ? [] : judgeSuppressed(judgement.email, context)),
  ];
  const count = judgement.email === undefined ? 0 : countEmails(judgement.email, kind);
  const overDay = overSandboxDay(agent, count, context.ledger, request.receivedAt);
  if (overDay !== undefined) {
    verdicts.push(refusal('agent-day-limit', { explanation: overDay }));
  }
  const [first] = verdicts;
  if (agent.mode === 'strict' && first !== undefined) {
    return refuse(request, context, first, verdicts);
  }
  if (judgement.email === undefined) {
    return refuse(request, context, judgement.fatal, verdicts);
  }
  countSandboxMails(agent, count, context.ledger, request.receivedAt);
  return holdEmails(request, context, {
    emails: expandEmail(judgement.email, kind),
    count,
    kind,
    verdicts,
  });
}
