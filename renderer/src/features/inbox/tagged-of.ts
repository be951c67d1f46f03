import type { MessageSummary } from '#shared/message.ts';
import type { Tagged } from '../tags/TagDialog.tsx';
import { countWords } from './row-words.ts';
import type { Chosen } from './use-message-actions.ts';

/** One message shows all of its tags; what many have in common is nobody's business. */
export function taggedOf(chosen: Chosen, rows: readonly MessageSummary[], total: number): Tagged {
  const ids = chosen === 'all' ? [] : [...chosen];
  const only = ids.length === 1 ? rows.find((row) => row.id === ids[0]) : undefined;
  return only === undefined
    ? { kind: 'many', words: countWords(chosen === 'all' ? total : chosen.size, 'message') }
    : { kind: 'one', tags: only.tags };
}
