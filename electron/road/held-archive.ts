import { randomUUID } from 'node:crypto';
import type { ActivityDetail, ActivityEntry } from '#shared/activity.ts';
import type { Agent, Retention } from '#shared/agent.ts';
import type { Address, MessageDetail, MessageSummary } from '#shared/message.ts';
import type { SearchContext } from '#shared/search/read-search.ts';
import type { Search } from '#shared/search/search.ts';
import type { MessageHeaders, MessageStructure, NestedMessage, PartForm } from '#shared/structure.ts';
import type { TagCount, Tagging } from '#shared/tag.ts';
import { asksLedger } from '../store/found.ts';
import type { MessageChange, Selection } from '../store/protocol.ts';
import type {
  Archive,
  HeldParcel,
  Keeping,
  MessageHtml,
  MessageSelection,
  Page,
  PageOfMessages,
  PartContent,
} from './archive.ts';
import type { Counts } from './counts.ts';
import type { ReadingRoom } from './reading-room.ts';
import type { PartBytes } from './structure/part-content.ts';
import type { PartPlace } from './structure/structures.ts';
import { understandRule, understandSearch } from './understand-search.ts';
import type { WriterLink } from './writer-link.ts';

/** What a search is read with, and what is waited for before it is asked. */
export interface SearchSurroundings {
  readonly context: () => SearchContext;
  /** Resolves once what is to become of all mail that is held by now is known: a search may ask for it. */
  readonly outcomesKnown: () => Promise<void>;
}

/** The control API's side: it asks the reading room, and has the writer change things. */
export class HeldArchive implements Archive {
  readonly #writer: WriterLink;
  readonly #room: ReadingRoom;
  readonly #counts: Counts;
  readonly #context: () => SearchContext;
  readonly #outcomesKnown: () => Promise<void>;

  constructor(
    writer: WriterLink,
    room: ReadingRoom,
    counts: Counts,
    { context, outcomesKnown }: SearchSurroundings,
  ) {
    this.#writer = writer;
    this.#room = room;
    this.#counts = counts;
    this.#context = context;
    this.#outcomesKnown = outcomesKnown;
  }

  async list(
    { agentId, q }: { agentId?: string | undefined; q?: string | undefined },
    { limit, before, offset = 0, counted = true }: PageOfMessages,
  ): Promise<{ messages: MessageSummary[]; next: string | null; total: number | null }> {
    const search = await this.#understand(q);
    return this.#room.ask('list', { agentId, search, limit, before, offset, counted });
  }

  summary(id: string): Promise<MessageSummary | undefined> {
    return this.#room.ask('summary', id);
  }

  recipients(ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    return this.#room.ask('recipients', ids);
  }

  detail(id: string): Promise<Omit<MessageDetail, 'previewUrl'> | undefined> {
    return this.#room.detail(id);
  }

  async ids(selection: MessageSelection): Promise<string[]> {
    return this.#room.ask('ids', await this.#selection(selection));
  }

  parcel(id: string): Promise<HeldParcel | undefined> {
    return this.#room.ask('parcel', id);
  }

  raw(id: string): Promise<Uint8Array | undefined> {
    return this.#room.ask('raw', id);
  }

  html(id: string): Promise<MessageHtml | undefined> {
    return this.#room.ask('html', id);
  }

  part(id: string, n: number): Promise<PartContent | undefined> {
    return this.#room.ask('part', { id, n });
  }

  parts(id: string): Promise<PartContent[] | undefined> {
    return this.#room.ask('parts', id);
  }

  structure(id: string): Promise<Omit<MessageStructure, 'partViewUrl'> | undefined> {
    return this.#room.ask('structure', id);
  }

  partContent(place: PartPlace, form: PartForm): Promise<PartBytes | undefined> {
    return this.#room.ask('partContent', { ...place, form });
  }

  headers(place: PartPlace): Promise<MessageHeaders | undefined> {
    return this.#room.ask('headers', place);
  }

  nested(place: PartPlace): Promise<NestedMessage | undefined> {
    return this.#room.ask('nested', place);
  }

  nestedHtml(place: PartPlace): Promise<MessageHtml | undefined> {
    return this.#room.ask('nestedHtml', place);
  }

  nestedPart(place: PartPlace, n: number): Promise<PartContent | undefined> {
    return this.#room.ask('nestedPart', { ...place, n });
  }

  async count({ agentId, q }: { agentId?: string | undefined; q?: string | undefined }): Promise<number> {
    return this.#room.ask('count', { agentId, search: await this.#understand(q) });
  }

  async change(selection: MessageSelection, change: MessageChange): Promise<number> {
    return this.#writer.command({ name: 'change', selection: await this.#selection(selection), change });
  }

  async delete(selection: MessageSelection, { keepStarred = false }: Keeping = {}): Promise<number> {
    return this.#writer.command({ name: 'remove', selection: await this.#selection(selection), keepStarred });
  }

  async deleteUndoably(
    selection: MessageSelection,
    { keepStarred = false }: Keeping = {},
  ): Promise<{ deleted: number; undo: string | null }> {
    const undo = randomUUID();
    const deleted = await this.#writer.command({
      name: 'remove',
      selection: await this.#selection(selection),
      keepStarred,
      undo: { undo, at: this.#context().now.getTime() },
    });
    return { deleted, undo: deleted === 0 ? null : undo };
  }

  takeBack(undo: string): Promise<number> {
    return this.#writer.command({ name: 'takeBack', undo });
  }

  async deleteAgent(agentId: string): Promise<void> {
    await this.#writer.command({ name: 'removeAgent', agentId });
    this.#counts.forget(agentId);
  }

  counts(agentId: string): Agent['counts'] {
    return this.#counts.of(agentId);
  }

  keep(agentId: string, retention: Retention): void {
    this.#writer.keep(agentId, retention);
  }

  tags({ agentId }: { agentId?: string | undefined }): Promise<TagCount[]> {
    return this.#room.ask('tags', agentId);
  }

  async renameTag(from: string, to: string): Promise<boolean> {
    return (await this.#writer.command({ name: 'renameTag', from, to })) > 0;
  }

  async deleteTag(tag: string): Promise<boolean> {
    return (await this.#writer.command({ name: 'dropTag', tag })) > 0;
  }

  tagging(agentId: string): Promise<Tagging> {
    return this.#room.ask('tagging', agentId);
  }

  async setTagging(agentId: string, { rules, ...switches }: Tagging): Promise<void> {
    const read = rules.map(({ q, tag }, position) => ({
      q,
      tag,
      search: understandRule(q, this.#context(), `rules.${position}.q`),
    }));
    await this.#writer.command({ name: 'setTagging', agentId, tagging: { ...switches, rules: read } });
  }

  addresses(request: { agentId?: string | undefined; text: string }): Promise<Address[]> {
    return this.#room.ask('addresses', request);
  }

  listActivity(
    { agentId }: { agentId?: string | undefined },
    { limit, before }: Page,
  ): Promise<{ activity: ActivityEntry[]; next: string | null }> {
    return this.#room.ask('listActivity', { agentId, limit, before });
  }

  activity(id: string): Promise<ActivityDetail | undefined> {
    return this.#room.ask('activity', id);
  }

  async clearActivity({ agentId }: { agentId?: string | undefined }): Promise<void> {
    await this.#writer.command({ name: 'clearActivity', agentId });
  }

  async #selection(selection: MessageSelection): Promise<Selection> {
    return 'ids' in selection
      ? selection
      : { agentId: selection.agentId, search: await this.#understand(selection.q) };
  }

  async #understand(q: string | undefined): Promise<Search | undefined> {
    const search = q === undefined || q.trim() === '' ? undefined : understandSearch(q, this.#context());
    if (asksLedger(search)) {
      await this.#outcomesKnown();
    }
    return search;
  }
}
