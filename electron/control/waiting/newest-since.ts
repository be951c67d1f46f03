import type { MessageSummary } from '#shared/message.ts';
import type { Archive } from '../../road/archive.ts';
import type { Floor } from './after.ts';

const pageSize = 200;
/** Nobody waits for a message that so many have followed. */
const mostLooked = 10_000;

/** The messages of a selection since then, newest first, page by page. */
export async function* newestSince(
  archive: Pick<Archive, 'list'>,
  selection: { readonly agentId?: string | undefined; readonly q?: string | undefined },
  floor: Floor,
): AsyncGenerator<MessageSummary[]> {
  let before: string | undefined;
  for (let looked = 0; looked < mostLooked; looked += pageSize) {
    const { messages, next } = await archive.list(selection, { limit: pageSize, before, counted: false });
    const last = messages.findIndex(({ id }) => id === floor.messageId);
    const above = last < 0 ? messages : messages.slice(0, last);
    const since = above.filter(({ receivedAt }) => Date.parse(receivedAt) >= floor.time);
    yield since;
    // A clock may have jumped: one old message does not end the search, a page without a new one does.
    if (last >= 0 || since.length === 0 || next === null) {
      return;
    }
    before = next;
  }
}
