import { assertNever } from '#shared/assert.ts';
import type { ApiExchange, Session, SmtpSession, TranscriptLine } from '#shared/session.ts';

/** Characters of a session that are kept. */
const most = 200_000;

/** A session no longer than 200,000 characters: of a long one the beginning is kept, and a line says what is missing. */
export function boundedSession(session: Session): Session {
  switch (session.kind) {
    case 'smtp':
      return boundedTranscript(session);
    case 'api':
      return boundedExchange(session);
    default:
      return assertNever(session);
  }
}

function boundedTranscript(session: SmtpSession): SmtpSession {
  let length = 0;
  const end = session.transcript.findIndex(({ text }) => (length += text.length + 20) > most);
  const first = session.transcript[end];
  if (first === undefined) {
    return session;
  }
  const note: TranscriptLine = {
    by: 'I',
    at: first.at,
    text: `${session.transcript.length - end} more lines are not kept.`,
  };
  return { ...session, transcript: [...session.transcript.slice(0, end), note] };
}

function boundedExchange(session: ApiExchange): ApiExchange {
  const { request, response } = session;
  return request.body.length + response.body.length <= most
    ? session
    : {
        ...session,
        request: { ...request, body: boundedText(request.body) },
        response: { ...response, body: boundedText(response.body) },
      };
}

function boundedText(text: string): string {
  return text.length <= most / 2
    ? text
    : `${text.slice(0, most / 2)}\n[${text.length - most / 2} more characters are not kept]`;
}
