import type { ApiExchange, ImportSession, Session, SmtpSession, TranscriptLine } from '#shared/session.ts';

/** A session as it is kept: an SMTP conversation is one text, because it is written with every message and read with few. */
export type KeptSession =
  | (Omit<SmtpSession, 'transcript'> & { readonly transcript: string })
  | ApiExchange
  | ImportSession;

/** A line of a kept conversation; `text` has no line breaks. Lines are joined by line feeds. */
export function keptLine({ by, at, text }: TranscriptLine): string {
  return `${by}${at} ${text}`;
}

/** The session that was kept. */
export function sessionOf(kept: KeptSession): Session {
  return kept.kind === 'smtp' ? { ...kept, transcript: linesOf(kept.transcript) } : kept;
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
