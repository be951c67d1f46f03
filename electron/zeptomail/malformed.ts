import type { Duplex } from 'node:stream';
import { errnoOf } from '../net/port-problem.ts';
import { type OwnRefusalName, ownRefusal } from './own-refusals.ts';
import type { ApiRequest } from './exchange.ts';
import { responseHeaders } from './exchange.ts';
import { type ApiAnswer, type Refusing, refuse } from './resource.ts';

/** Answers, in JSON too, what Node could not read as HTTP; undefined when the client has just gone. */
export function answerMalformed(error: Error, request: ApiRequest, context: Refusing): ApiAnswer | undefined {
  const code = errnoOf(error) ?? '';
  if (code === 'ECONNRESET' || code === 'EPIPE') {
    return undefined;
  }
  const [name, message] = malformedAs(code);
  const explanation = `The connection did not carry a request that could be read (${code || error.message}).`;
  return refuse(request, context, ownRefusal(name, message, explanation));
}

function malformedAs(code: string): readonly [name: OwnRefusalName, message: string] {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return ['headers-too-large', 'The header fields are too large'];
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return ['request-timeout', 'The request did not come in time'];
    default:
      return ['bad-request', 'The request is no HTTP'];
  }
}

/** Writes an answer on a bare socket, and closes it. */
export function writeBare(socket: Duplex, request: ApiRequest, answer: ApiAnswer): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const { response } = answer;
  const lines = [
    `HTTP/1.1 ${response.status} Refused`,
    ...responseHeaders(request, response).map(([name, value]) => `${name}: ${value}`),
    'Connection: close',
  ];
  socket.end(`${lines.join('\r\n')}\r\n\r\n${response.body}`, () => socket.destroy());
}

/** A request of which nothing could be read. */
export function unreadRequest(peer: string, tls: boolean, receivedAt: Date): ApiRequest {
  return {
    method: '',
    target: '',
    path: '',
    headers: [],
    host: undefined,
    authorization: undefined,
    peer,
    tls,
    receivedAt,
    body: Buffer.alloc(0),
    bodyBytes: 0,
  };
}
