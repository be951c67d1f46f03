import { type IncomingMessage, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { WebhookAttempt } from '#shared/webhook.ts';
import { loopbackLookup, NotThisMachineError, refuseRemoteAddress } from './loopback.ts';
import type { WebhookRequest } from './request.ts';

export interface CallOptions {
  readonly allowRemote: boolean;
  /** Milliseconds that everything may take, from the name's resolution to the answer's last byte. */
  readonly limitMs: number;
  /** Breaks the call off. */
  readonly signal: AbortSignal;
  /** The system's name resolution, unless told otherwise. */
  readonly lookup?: LookupFunction | undefined;
}

export interface CallResult extends Pick<WebhookAttempt, 'response' | 'problem'> {
  /** Another try would end the same way. */
  readonly isFinal: boolean;
}

/** Bytes of an answer that are kept; the rest is not even awaited. */
export const keptAnswerBytes = 64 * 1024;

/**
 * Makes one request on a connection of its own. Redirects are not followed: the answer is what the address said.
 * Never rejects; what went wrong is told in words.
 */
export async function callWebhook(wanted: WebhookRequest, options: CallOptions): Promise<CallResult> {
  const late = new AbortController();
  const timer = setTimeout(
    () => late.abort(new Error(`No whole answer within ${options.limitMs} ms.`)),
    options.limitMs,
  );
  const signal = AbortSignal.any([late.signal, options.signal]);
  const answer: { response: WebhookAttempt['response'] } = { response: null };
  try {
    const incoming = await answered(wanted, options, signal);
    answer.response = {
      status: incoming.statusCode ?? 0,
      headers: pairsOf(incoming.rawHeaders),
      body: '',
      truncated: false,
    };
    await readInto(answer.response, incoming);
    // Where closing the connection is what ends the answer, breaking it off looks like its end.
    signal.throwIfAborted();
    return { ...answer, problem: problemOf(answer.response.status), isFinal: false };
  } catch (error) {
    const cause: unknown = signal.aborted ? signal.reason : error;
    return { ...answer, problem: wordsOf(cause), isFinal: cause instanceof NotThisMachineError };
  } finally {
    clearTimeout(timer);
  }
}

function answered(
  { url, headers, body }: WebhookRequest,
  { allowRemote, lookup }: CallOptions,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const target = new URL(url);
    if (!allowRemote) {
      refuseRemoteAddress(target.hostname);
    }
    const guarded = allowRemote ? lookup : loopbackLookup(lookup);
    const send = target.protocol === 'https:' ? httpsRequest : httpRequest;
    send(
      target,
      {
        method: 'POST',
        agent: false,
        signal,
        headers: Object.fromEntries(headers),
        ...(guarded === undefined ? {} : { lookup: guarded }),
      },
      resolve,
    )
      .on('error', reject)
      .end(body);
  });
}

/** Reads as much as is kept, and hangs up when there is more. */
async function readInto(
  response: NonNullable<WebhookAttempt['response']>,
  incoming: IncomingMessage,
): Promise<void> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of incoming as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > keptAnswerBytes) {
        response.truncated = true;
        break;
      }
    }
  } finally {
    response.body = Buffer.concat(chunks).subarray(0, keptAnswerBytes).toString();
  }
}

/** Assumed: any 2xx is taken, as receivers “should answer 200”; everything else is tried again. */
function problemOf(status: number): string | null {
  if (status >= 200 && status < 300) {
    return null;
  }
  return status >= 300 && status < 400
    ? `Answered ${status}: redirects are not followed.`
    : `Answered ${status}.`;
}

function wordsOf(error: unknown): string {
  if (error instanceof AggregateError) {
    return error.errors.map(wordsOf).join('; ');
  }
  return error instanceof Error ? error.message : String(error);
}

function pairsOf(raw: readonly string[]): [string, string][] {
  return raw.flatMap((name, at): [string, string][] => (at % 2 === 0 ? [[name, raw[at + 1] ?? '']] : []));
}
