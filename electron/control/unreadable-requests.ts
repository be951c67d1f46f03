import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { RequestError } from '@hono/node-server';
import { type ErrorCode, RestanteError } from '#shared/errors.ts';
import { errnoOf } from '../net/port-problem.ts';
import { errorAnswer } from './error-answer.ts';
import { setCommonHeaders } from './response-headers.ts';

/** Answers a request of which no Request could be made, such as one with a Host that is no host. */
export function answerUnreadable(error: unknown, report: (error: unknown) => void): Response {
  const answer = errorAnswer(
    error instanceof RequestError ? new RestanteError('request.unreadable') : error,
    report,
  );
  setCommonHeaders(answer);
  return answer;
}

/** Answers, in JSON too, what Node could not read as HTTP, and closes the connection. */
export async function answerBrokenConnection(error: Error, socket: Duplex): Promise<void> {
  const code = errnoOf(error) ?? '';
  if (!socket.writable || code === 'ECONNRESET' || code === 'EPIPE') {
    socket.destroy();
    return;
  }
  const answer = errorAnswer(new RestanteError(codeOf(code)), () => undefined);
  setCommonHeaders(answer);
  const body = await answer.text();
  answer.headers.set('Content-Length', String(Buffer.byteLength(body)));
  answer.headers.set('Connection', 'close');
  const lines = [...answer.headers].map(([name, value]) => `${name}: ${value}\r\n`);
  const status = `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status] ?? ''}\r\n`;
  socket.end(`${status}${lines.join('')}\r\n${body}`, () => socket.destroy());
}

function codeOf(errno: string): ErrorCode {
  switch (errno) {
    case 'HPE_HEADER_OVERFLOW':
      return 'request.headers-too-large';
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return 'request.timeout';
    default:
      return 'request.unreadable';
  }
}
