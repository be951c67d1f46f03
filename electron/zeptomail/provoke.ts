import { assertNever } from '#shared/assert.ts';
import type { AccountRefusal, FailureEffect } from '#shared/failure.ts';
import type { Fired } from '../ledger/failures.ts';
import { type ApiRequest, type ApiResponse, exchangeOf } from './exchange.ts';
import { refusal } from './refusals.ts';
import { addressesOf } from './request-addresses.ts';
import { type ApiAnswer, type ApiContext, refuse } from './resource.ts';

/** What the failure laboratory does to a request. */
export interface Provoked {
  /** Milliseconds before anything else. */
  readonly waitMs: number;
  /** Given instead of the resource's; undefined leaves it that. */
  readonly answer: ApiAnswer | undefined;
  /** Makes an answer its own: says what was done on purpose, and how fast the body goes. */
  readonly mark: (answer: ApiAnswer) => ApiAnswer;
}

const onPurpose = 'Refused on purpose by the failure laboratory, whatever the mail:';

const causes: Readonly<Record<AccountRefusal, string>> = {
  'credits-exhausted': 'in production the account’s credits are used up. Buy more there; no retry helps.',
  'credits-expired': 'in production the credits have expired. Buy new ones there; no retry helps.',
  'account-not-reviewed': 'in production ZeptoMail has not reviewed the account yet.',
  'trial-limit': 'in production an account that is not reviewed has sent what a trial allows.',
  'agent-day-limit': 'in production the agent has reached its own daily limit. It ends with the day.',
  'account-day-limit': 'in production the account has reached its daily limit. It ends with the day.',
  'ip-not-allowed': 'in production the caller’s address is not among those that the account allows.',
  'account-blocked': 'in production the account is blocked. Only ZeptoMail’s support can help.',
};

const htmlPage = `<html>
<head><title>500 Internal Server Error</title></head>
<body><center><h1>500 Internal Server Error</h1></center></body>
</html>
`;

/** What goes wrong on purpose with this request; undefined when nothing does. */
export function provoke(request: ApiRequest, context: ApiContext): Provoked | undefined {
  const fired = context.ledger.failures.decide(context.agent.id, {
    door: 'api',
    now: request.receivedAt.getTime(),
    addresses: () => addressesOf(request),
  });
  if (fired.length === 0) {
    return undefined;
  }
  const bytesPerSecond = fired.map(({ effect }) => speedOf(effect)).find((speed) => speed !== undefined);
  const words = fired.map(wordsOf).join(', ');
  return {
    waitMs: fired.reduce((sum, { waitMs }) => sum + waitMs, 0),
    answer: fired
      .map(({ effect }) => answerOf(effect, request, context))
      .find((answer) => answer !== undefined),
    mark: (answer) => ({
      ...answer,
      result: `${answer.result} (failure laboratory: ${words})`,
      ...(bytesPerSecond === undefined ? {} : { bytesPerSecond }),
    }),
  };
}

function speedOf(effect: FailureEffect): number | undefined {
  return effect.kind === 'api-slow-answer' ? effect.bytesPerSecond : undefined;
}

function answerOf(effect: FailureEffect, request: ApiRequest, context: ApiContext): ApiAnswer | undefined {
  switch (effect.kind) {
    case 'api-refusal':
      return refuse(
        request,
        context,
        refusal(effect.refusal, {
          explanation: `${onPurpose} ${causes[effect.refusal]}`,
          ...(effect.refusal === 'credits-exhausted' ? { target: 'credits' } : {}),
        }),
      );
    case 'api-rate-limit': {
      const verdict = refusal('rate-limited', {
        explanation: `${onPurpose} more than ${effect.requests} requests came within ${effect.windowSeconds} s. Wait as long as Retry-After says, then try again.`,
      });
      return refuse(
        request,
        context,
        verdict,
        [verdict],
        [['Retry-After', String(effect.retryAfterSeconds)]],
      );
    }
    case 'api-html-error':
      return failed(
        request,
        { status: 500, body: htmlPage, headers: [['Content-Type', 'text/html;charset=UTF-8']] },
        '500',
      );
    case 'api-reset':
      return { ...failed(request, { status: 0, body: '' }, 'no answer'), resets: true };
    case 'api-latency':
    case 'api-slow-answer':
    case 'smtp-reply':
    case 'smtp-latency':
    case 'smtp-slow-reading':
    case 'smtp-drop':
    case 'smtp-process-failed':
      return undefined;
    default:
      return assertNever(effect);
  }
}

function failed(request: ApiRequest, response: ApiResponse, result: string): ApiAnswer {
  return {
    response,
    session: exchangeOf(request, response),
    outcome: 'failed',
    result,
    messageIds: [],
    verdicts: [],
  };
}

function wordsOf({ effect, waitMs }: Fired): string {
  switch (effect.kind) {
    case 'api-latency':
      return `${waitMs} ms later on purpose`;
    case 'api-slow-answer':
      return `answered at ${effect.bytesPerSecond} bytes a second on purpose`;
    case 'api-reset':
      return 'connection reset on purpose';
    case 'api-html-error':
      return 'HTML on purpose';
    default:
      return 'refused on purpose';
  }
}
