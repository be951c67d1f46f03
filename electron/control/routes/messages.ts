import { controlApi } from '#shared/control-api/contract.ts';
import { RestanteError } from '#shared/errors.ts';
import type { PostOffice } from '../../post-office/post-office.ts';
import type { Keeping, MessageSelection } from '../../road/archive.ts';
import type { Route } from '../endpoint-route.ts';
import { openMessage } from '../open-message.ts';
import type { MailViewPlace } from '../mail-view/mail-view-place.ts';
import { printedSheet } from '../mail-view/sheet.ts';
import { messageSelection } from './message-selection.ts';

type Selected = { readonly agent?: string | undefined; readonly q?: string | undefined };

/** Summaries, details, marks, tags, notes and deletion. */
export function addMessageRoutes(
  route: Route,
  { archive, agents }: Pick<PostOffice, 'archive' | 'agents'>,
  mailView: MailViewPlace,
): void {
  const selection = (selected: Selected) => messageSelection(selected, agents);

  function named(ids: readonly string[], { agent, q }: Selected): MessageSelection {
    if (agent !== undefined || q !== undefined) {
      const reason = 'Messages are named either by their ids or by agent and search.';
      throw new RestanteError('request.invalid', { reason }, { field: 'ids' });
    }
    return { ids };
  }

  route(controlApi.listMessages, ({ query }) => archive.list(selection(query), query));
  route(controlApi.countMessages, async ({ query }) => ({ total: await archive.count(selection(query)) }));
  async function remove(
    selected: MessageSelection,
    { undoable = false, keepStarred }: Keeping & { readonly undoable?: boolean | undefined },
  ) {
    return undoable
      ? archive.deleteUndoably(selected, { keepStarred })
      : { deleted: await archive.delete(selected, { keepStarred }), undo: null };
  }

  route(controlApi.deleteMessages, ({ query }) => remove(selection(query), query));
  route(controlApi.patchMessages, async ({ body: { ids, agent, q, ...change } }) => {
    mustChange(change, 'read, starred, addTags or removeTags');
    const selected = ids === undefined ? selection({ agent, q }) : named(ids, { agent, q });
    return { changed: await archive.change(selected, change) };
  });
  route(controlApi.deleteMessagesById, ({ body: { ids, ...how } }) => remove({ ids }, how));
  route(controlApi.undoDeletion, async ({ body }) => {
    const restored = await archive.takeBack(body.undo);
    if (restored === 0) {
      throw new RestanteError('message.deletion-final');
    }
    return { restored };
  });
  route(controlApi.getMessage, ({ params }, context) => {
    return openMessage({ archive, mailView }, params.id, context.req.raw);
  });
  route(controlApi.getMessageSheet, async ({ params }, context) => {
    if ((await archive.summary(params.id)) === undefined) {
      throw new RestanteError('message.not-found', { id: params.id });
    }
    return { url: `${mailView.urlOf(params.id, context.req.raw)}${printedSheet}` };
  });
  route(controlApi.patchMessage, async ({ params, body }) => {
    mustChange(body, 'read, starred, tags or note');
    await archive.change({ ids: [params.id] }, body);
    const message = await archive.summary(params.id);
    if (message === undefined) {
      throw new RestanteError('message.not-found', { id: params.id });
    }
    return message;
  });
  route(controlApi.deleteMessage, async ({ params }) => {
    if ((await archive.delete({ ids: [params.id] })) === 0) {
      throw new RestanteError('message.not-found', { id: params.id });
    }
  });
}

/** A change of nothing is a misunderstanding. */
function mustChange(change: Readonly<Record<string, unknown>>, fields: string): void {
  if (Object.values(change).every((value) => value === undefined)) {
    throw new RestanteError('request.invalid', { reason: `Say what is to change: ${fields}.` });
  }
}
