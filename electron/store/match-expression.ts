import type { Condition, WordField } from '#shared/search/search.ts';
import { agentToken, searchable } from './search-text.ts';

type Words = Extract<Condition, { kind: 'words' }>;

/** The columns of the full-text index in which a field looks; what free words look for is not in links and codes. */
const columns: Readonly<Record<WordField, string>> = {
  any: '- {links verdicts}',
  from: 'sender',
  to: 'receiver',
  cc: 'cc',
  bcc: 'bcc',
  'reply-to': 'reply_to',
  addressed: '{sender receiver cc bcc reply_to envelope}',
  subject: 'subject',
  'message-id': 'message_id',
  attachment: 'filenames',
  link: 'links',
  verdict: 'verdicts',
};

/**
 * The FTS5 expression for what must be found and what must not; null when nothing must be found, and so the index
 * cannot be the one to begin with. Everything is quoted: no input makes FTS5 throw.
 */
export function matchExpression(
  wanted: readonly Words[],
  unwanted: readonly Words[],
  agentNumber: number | undefined,
): string | null {
  if (wanted.length === 0) {
    return null;
  }
  const ofAgent = agentNumber === undefined ? [] : [`agent : "${agentToken(agentNumber)}"`];
  const all = [...ofAgent, ...wanted.map(clause)].join(' AND ');
  return unwanted.length === 0 ? all : `(${all}) NOT (${anyOf(unwanted)})`;
}

export function anyOf(words: readonly Words[]): string {
  return words.map(clause).join(' OR ');
}

function clause({ field, text, beginning }: Words): string {
  const phrase = `"${searchable(text).replaceAll('"', ' ').trim()}"`;
  return `${columns[field]} : ${phrase}${beginning ? ' *' : ''}`;
}
