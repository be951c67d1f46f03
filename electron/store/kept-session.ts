import { assertNever } from '#shared/assert.ts';
import type { ApiExchange, ImportSession, Session, SmtpSession, TranscriptLine } from '#shared/session.ts';
import { bodyExcerpt } from './body-excerpt.ts';
import { formExcerpt } from './form-excerpt.ts';

/** An SMTP conversation as it is kept: one text, because it is written with every message and read with few. */
type KeptSmtpSession = Omit<SmtpSession, 'transcript'> & { readonly transcript: string };
type BodilessExchange = Omit<ApiExchange, 'request'> & {
  readonly request: Omit<ApiExchange['request'], 'body'>;
};

/** An API request with its answer as it is kept: the body in bytes, for the same reason. */
export type KeptExchange = Omit<ApiExchange, 'request'> & {
  readonly request: Omit<ApiExchange['request'], 'body'> & { readonly body: Uint8Array };
};

/** A session as it is kept. */
export type KeptSession = KeptSmtpSession | KeptExchange | ImportSession;

/** What is written of a session as JSON; the body of a request stands beside it. */
export type WrittenSession = KeptSmtpSession | BodilessExchange | ImportSession;

/** A line of a kept conversation; `text` has no line breaks. Lines are joined by line feeds. */
export function keptLine({ by, at, text }: TranscriptLine): string {
  return `${by}${at} ${text}`;
}

/** Takes a session apart into what is written as JSON and the bytes that are written beside it. */
export function writtenSession(kept: KeptSession): { session: WrittenSession; body: Uint8Array | null } {
  if (kept.kind !== 'api') {
    return { session: kept, body: null };
  }
  const { body, ...request } = kept.request;
  return { session: { ...kept, request }, body };
}

/** The session that was written; what was written before there were bytes beside it has the body in itself. */
export function sessionOf(written: WrittenSession | ApiExchange, body: Uint8Array | null): Session {
  switch (written.kind) {
    case 'smtp':
      return { ...written, transcript: linesOf(written.transcript) };
    case 'api':
      return { ...written, request: requestOf(written.request, body) };
    case 'import':
      return written;
    default:
      return assertNever(written);
  }
}

function requestOf(
  request: BodilessExchange['request'] | ApiExchange['request'],
  body: Uint8Array | null,
): ApiExchange['request'] {
  const inside = 'body' in request ? request.body : '';
  const { bodyBytes, ...head } = request;
  // In the order in which it has always been shown.
  return { ...head, body: body === null ? inside : readableBody(body, request.headers), bodyBytes };
}

/** A body as a person may want to read it: files of forms and long base64 cut out, at most `mostBytes`. */
export function readableBody(
  body: Uint8Array,
  headers: readonly (readonly [name: string, value: string])[],
  mostBytes?: number,
): string {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const contentType = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  return bodyExcerpt(formExcerpt(bytes, contentType), mostBytes);
}

/** A session as it is to be kept. */
export function keptOf(session: Session): KeptSession {
  switch (session.kind) {
    case 'smtp':
      return { ...session, transcript: session.transcript.map(keptLine).join('\n') };
    case 'api':
      return { ...session, request: { ...session.request, body: Buffer.from(session.request.body) } };
    case 'import':
      return session;
    default:
      return assertNever(session);
  }
}

function linesOf(transcript: string): TranscriptLine[] {
  return transcript === '' ? [] : transcript.split('\n').map(lineOf);
}

function lineOf(line: string): TranscriptLine {
  const end = line.indexOf(' ');
  return { by: speakerOf(line[0]), at: Number(line.slice(1, end)), text: line.slice(end + 1) };
}

function speakerOf(letter: string | undefined): TranscriptLine['by'] {
  return letter === 'C' || letter === 'S' ? letter : 'I';
}
