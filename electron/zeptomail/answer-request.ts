import type { IncomingMessage } from 'node:http';
import { constants } from 'node:buffer';
import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { type AgentConfig, maxMessageBytesOf } from '#shared/agent.ts';
import type { ChosenAgent, DoorManner } from '../road/door-agents.ts';
import type { ApiRequest } from './exchange.ts';
import { filesPath, uploadBytes } from './files/file-limits.ts';
import { pause } from '../net/pause.ts';
import { guard } from './guards.ts';
import { ownRefusal } from './own-refusals.ts';
import { provoke } from './provoke.ts';
import { readBody } from './read-body.ts';
import { type ApiAnswer, type ApiContext, type ApiDoorContext, refuse } from './resource.ts';
import { placeOf } from './resources.ts';

/** What a request came to. `answer` is undefined when the client has gone: there is nobody to answer. */
export interface Answered {
  readonly request: ApiRequest;
  /** Whose the request is; null when nobody's. */
  readonly agent: AgentConfig | null;
  readonly answer: ApiAnswer | undefined;
  /** The rest of the request is not worth reading: the connection closes after the answer. */
  readonly mustClose: boolean;
}

/** Reads a request, judges who asks and answers it. Whatever fails inside becomes a 500 in ZeptoMail's shape. */
export async function answerRequest(
  incoming: IncomingMessage,
  receivedAt: Date,
  door: ApiDoorContext,
): Promise<Answered> {
  const head = headOf(incoming, receivedAt);
  const known = door.agents.byHeader(head.authorization);
  const agent = known?.agent ?? null;
  const refused = guard(incoming.headers.host, incoming.headers.origin);
  if (refused !== undefined) {
    return { request: head, agent, answer: refuse(head, { ...door, agent }, refused), mustClose: true };
  }
  const manner = agent ?? door.agents.manner();
  const limit = Math.max(bodyLimit(manner), head.path === filesPath ? uploadBytes : 0);
  const body = await readBody(incoming, limit);
  switch (body.kind) {
    case 'aborted':
      return { request: { ...head, bodyBytes: body.length }, agent, answer: undefined, mustClose: true };
    case 'too-large': {
      const request = { ...head, bodyBytes: body.length };
      const verdict = ownRefusal(
        'request-too-large',
        `The request has more than ${limit} bytes`,
        `${agent === null ? 'The most generous agent' : `“${agent.name}”`} takes mails of at most ${maxMessageBytesOf(manner)} bytes, and base64 adds a third. Send less, or raise the agent’s limit.`,
      );
      return { request, agent, answer: refuse(request, { ...door, agent }, verdict), mustClose: true };
    }
    case 'whole': {
      const request = { ...head, body: body.bytes, bodyBytes: body.bytes.length };
      const chosen = known ?? door.agents.byRequest(request);
      return {
        request,
        agent: chosen.agent,
        answer: await answerOfChosen(request, chosen, door, incoming.socket),
        mustClose: false,
      };
    }
  }
}

async function answerOfChosen(
  request: ApiRequest,
  { agent, refusal }: ChosenAgent,
  door: ApiDoorContext,
  connection: Socket,
): Promise<ApiAnswer | undefined> {
  if (refusal !== undefined) {
    return refuse(request, { ...door, agent }, refusal);
  }
  const context = { ...door, agent };
  const provoked = provoke(request, context);
  if (provoked === undefined) {
    return answerOf(request, context);
  }
  return (await pause(provoked.waitMs, connection))
    ? provoked.mark(provoked.answer ?? (await answerOf(request, context)))
    : undefined;
}

async function answerOf(request: ApiRequest, context: ApiContext): Promise<ApiAnswer> {
  try {
    return await route(request, context);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const explanation = 'Nothing was held. This is Restante’s own failure, not an answer of ZeptoMail’s.';
    return refuse(request, context, ownRefusal('internal', reason, explanation));
  }
}

function route(request: ApiRequest, context: ApiContext): Promise<ApiAnswer> | ApiAnswer {
  const { method, path } = request;
  const found = placeOf(path);
  const named = `${method} ${path.slice(0, 200)}`;
  if (found === undefined) {
    const explanation =
      'Mail is sent with POST /v1.1/email. Look at the base address that the application uses.';
    return refuse(request, context, ownRefusal('not-found', `There is no ${named}`, explanation));
  }
  const { resource, params } = found;
  const answer = Object.hasOwn(resource, method) ? resource[method] : undefined;
  if (answer === undefined) {
    const allowed = Object.keys(resource).join(', ');
    const verdict = ownRefusal('wrong-method', `${path} does not answer ${method}`, `It answers ${allowed}.`);
    return refuse(request, context, verdict, [verdict], [['Allow', allowed]]);
  }
  return answer(request, context, params);
}

/** Bytes of JSON that a mail of the agent's size can need: base64 adds a third, line breaks and bodies a little. */
function bodyLimit(manner: DoorManner): number {
  return Math.min(Math.ceil(maxMessageBytesOf(manner) * 1.4) + 1024 * 1024, constants.MAX_STRING_LENGTH);
}

function headOf(incoming: IncomingMessage, receivedAt: Date): ApiRequest {
  const { socket, rawHeaders, method = '', url = '' } = incoming;
  return {
    method,
    target: url,
    path: pathOf(url),
    headers: pairs(rawHeaders),
    host: incoming.headers.host,
    authorization: incoming.headers.authorization,
    peer: `${socket.remoteAddress ?? ''}:${socket.remotePort ?? ''}`,
    tls: (socket as Partial<TLSSocket>).encrypted === true,
    receivedAt,
    body: Buffer.alloc(0),
    bodyBytes: 0,
  };
}

/** The path of a request target in origin or absolute form (RFC 9112 section 3.2), without its query. */
function pathOf(target: string): string {
  const path = target.replace(/^https?:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '');
  return path === '' ? '/' : path;
}

function pairs(rawHeaders: readonly string[]): [string, string][] {
  const fields: [string, string][] = [];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    fields.push([rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '']);
  }
  return fields;
}
