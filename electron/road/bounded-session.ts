import { assertNever } from '#shared/assert.ts';
import { type KeptExchange, keptLine, type KeptSession } from '../store/kept-session.ts';

/** Characters of a session that are kept. */
const most = 200_000;

/** A session no longer than 200,000 characters: of a long one the beginning is kept, and it says what is missing. */
export function boundedSession(session: KeptSession): KeptSession {
  switch (session.kind) {
    case 'smtp':
      return { ...session, transcript: boundedTranscript(session.transcript) };
    case 'api':
      return boundedExchange(session);
    case 'import':
      return session;
    default:
      return assertNever(session);
  }
}

function boundedTranscript(transcript: string): string {
  if (transcript.length <= most) {
    return transcript;
  }
  const kept = transcript.slice(0, transcript.lastIndexOf('\n', most));
  const missing = transcript.slice(kept.length + 1).split('\n');
  const at = Number.parseInt(missing[0]?.slice(1) ?? '', 10);
  return `${kept}\n${keptLine({ by: 'I', at, text: `${missing.length} more lines are not kept.` })}`;
}

function boundedExchange(session: KeptExchange): KeptExchange {
  const { request, response } = session;
  if (request.body.length + response.body.length <= most) {
    return session;
  }
  // It may still have fewer characters than bytes.
  const body = Buffer.from(request.body).toString();
  return body.length + response.body.length <= most
    ? session
    : {
        ...session,
        request: { ...request, body: Buffer.from(boundedText(body)) },
        response: { ...response, body: boundedText(response.body) },
      };
}

function boundedText(text: string): string {
  return text.length <= most / 2
    ? text
    : `${text.slice(0, most / 2)}\n[${text.length - most / 2} more characters are not kept]`;
}
