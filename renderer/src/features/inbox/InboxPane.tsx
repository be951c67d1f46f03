import { useMemo, useRef, useState } from 'react';
import type { MouseEvent } from 'react';
import { copyText } from '../../ui/copy-text.ts';
import { useAgents } from '../agents/use-agents.ts';
import { openExchange } from '../exchange/exchange-dialog.ts';
import { go, useSearchText } from '../../routing/use-place.ts';
import { tagSearch } from '../tags/tag-colour.ts';
import { TagDialog } from '../tags/TagDialog.tsx';
import { BulkBar } from './BulkBar.tsx';
import { compareAction } from './compare-action.ts';
import { DeleteDialog } from './DeleteDialog.tsx';
import { dragRow } from './drag-row.ts';
import { InboxToolbar } from './InboxToolbar.tsx';
import { ListState } from './ListState.tsx';
import { listCommandOf } from './list-keys.ts';
import type { ListCommand } from './list-keys.ts';
import { positionOf, rowAt } from './message-pages.ts';
import { MessageList } from './MessageList.tsx';
import { NewMailButton } from './NewMailButton.tsx';
import { collapsed, everything, nothingSelected, only, selectedCount, withoutRows } from './selection.ts';
import { searchBoxId } from './search-box.ts';
import { useInboxCommands } from './use-inbox-commands.tsx';
import { useListMoves } from './use-list-moves.ts';
import { useFollow, useFollowing } from './use-following.ts';
import { taggedOf } from './tagged-of.ts';
import { useArrivalAnnouncements } from './use-arrival-announcements.ts';
import { useMessageActions } from './use-message-actions.ts';
import type { Chosen } from './use-message-actions.ts';
import { useMessages } from './use-messages.ts';
import { useOpenMarksRead } from './use-open-marks-read.ts';
import { useRemoval } from './use-removal.ts';
import { useSelection } from './use-selection.ts';
import { useTopOfEachView } from './use-top-of-each-view.ts';
import classes from './InboxPane.module.css';

interface InboxPaneProps {
  readonly agentId: string | null;
  readonly messageId: string | null;
}

/** The messages of an agent or of all: search, list, and what can be done with the chosen ones. */
export function InboxPane({ agentId, messageId }: InboxPaneProps) {
  const q = useSearchText();
  const view = useMemo(() => ({ agentId, q }), [agentId, q]);
  const agents = useAgents();
  const agentsById = useMemo(
    () => (agentId === null ? new Map(agents?.map((agent) => [agent.id, agent])) : undefined),
    [agents, agentId],
  );
  const listRef = useRef<HTMLDivElement>(null);
  const [tagging, setTagging] = useState<Chosen | null>(null);
  const { selection, setSelection, open } = useSelection(view, messageId);
  useTopOfEachView(listRef, view);
  const actions = useMessageActions(view);
  const announceArrivals = useArrivalAnnouncements();
  const [following, setFollowing] = useFollowing();
  const messages = useMessages(view, {
    isAtTop: () => (listRef.current?.scrollTop ?? 0) < 40,
    pinned: () => [selection.active, selection.anchor],
    onArrivals: (arrivals) => announceArrivals(arrivals.length),
    onRemovals: forget,
  });
  const { pages, rows } = messages;
  const total = pages.length;
  const ids = useMemo(() => rows.map((row) => row.id), [rows]);
  const starredRows = useMemo(() => new Set(rows.flatMap((row) => (row.starred ? [row.id] : []))), [rows]);
  const leaveUnread = useOpenMarksRead(messageId, (opened) => {
    const read = new Set(rows.flatMap((row) => (row.read ? [row.id] : [])));
    const unread = new Set([...opened].filter((id) => !read.has(id)));
    if (unread.size > 0) {
      void actions.markRead(unread, true);
    }
  });

  const newest = rowAt(pages, 0)?.id;
  useFollow(following, newest, (id) => {
    setSelection(only(id));
    open(id, true);
    listRef.current?.scrollTo({ top: 0 });
  });

  const removal = useRemoval({
    view,
    pages,
    selection,
    setSelection,
    open,
    remove: actions.remove,
    focusKeeper,
  });
  const { move, extendTo, toggle } = useListMoves({ messages, selection, setSelection, choose });

  function choose(id: string, held = false): void {
    // Who picks another message wants to read it, and not be carried away from it.
    setFollowing(following && id === newest);
    setSelection(only(id));
    open(id, held);
  }

  /** What is removed takes the focus with it; the list, or the search where no list is left, keeps it in the page. */
  function focusKeeper(): HTMLElement | null {
    return listRef.current ?? document.getElementById(searchBoxId);
  }

  function forget(gone: ReadonlySet<string>): void {
    setSelection((now) => withoutRows(now, gone));
    if (messageId !== null && gone.has(messageId)) {
      removal.openNext(gone);
    }
  }

  /** Stars the messages; takes the stars where all have one. */
  function star(chosen: Chosen): void {
    const loaded = chosen === 'all' ? ids : [...chosen];
    void actions.star(chosen, !loaded.every((id) => starredRows.has(id)));
  }

  function run(command: ListCommand, held = false): void {
    switch (command.type) {
      case 'move':
        if (total > 0) {
          move(command.by, command.extend, held);
        }
        break;
      case 'select-all':
        if (rows.length > 0) {
          setSelection(everything);
        }
        break;
      case 'collapse':
        setSelection(messageId === null ? nothingSelected : collapsed);
        break;
      case 'toggle':
        if (selection.active !== null) {
          void toggle(selection.active);
        }
        break;
      case 'enter':
        if (selection.active !== null) {
          choose(selection.active);
          document.getElementById('message')?.focus();
        }
        break;
      case 'read':
      case 'unread':
        leaveUnread(selection.ids);
        void actions.markRead(selection.ids, command.type === 'read');
        break;
      case 'star':
        star(selection.ids);
        break;
      case 'tag':
        setTagging(selection.ids);
        break;
      case 'remove':
        removal.remove(selection.ids);
        break;
    }
  }

  function clickRow(id: string, event: MouseEvent): void {
    const tag = event.target instanceof Element ? event.target.closest('[data-tag]') : null;
    if (tag !== null) {
      go({ page: 'inbox', agentId, messageId }, { q: tagSearch(tag.getAttribute('data-tag') ?? '') });
    } else if (event.shiftKey) {
      void extendTo(id, positionOf(pages, id));
    } else if (event.ctrlKey || event.metaKey) {
      void toggle(id);
    } else {
      choose(id);
    }
  }

  useInboxCommands({
    view,
    total,
    selected: selectedCount(selection, total),
    chosen: selection.ids,
    following,
    onFollow: setFollowing,
    run,
    onMarkAllRead: () => void actions.markRead('all', true),
    onDeleteAll: () => removal.remove('all'),
  });

  const chosen = selectedCount(selection, total);
  const chosenMessages = { view, chosen: selection.ids, count: chosen } as const;
  return (
    <section className={classes['pane']} aria-label="Messages">
      <InboxToolbar
        view={view}
        total={total}
        isCounted={pages.counted}
        following={following}
        onFollow={setFollowing}
        onLeaveSearch={() => listRef.current?.focus()}
        onMarkAllRead={() => void actions.markRead('all', true)}
        onDeleteAll={() => removal.remove('all')}
        onSelectAll={() => run({ type: 'select-all' })}
        onTagAll={() => setTagging('all')}
        onStarAll={() => void actions.star('all', true)}
      />
      {chosen > 1 && (
        <BulkBar
          count={chosen}
          onMarkRead={(read) => void actions.markRead(selection.ids, read)}
          onCompare={compareAction(selection, (leftId, rightId) =>
            go({ page: 'compare', agentId: null, leftId, rightId }),
          )}
          onExport={() => openExchange({ type: 'export', messages: chosenMessages })}
          onReplay={() => openExchange({ type: 'replay', messages: chosenMessages })}
          onStar={() => star(selection.ids)}
          onTag={() => setTagging(selection.ids)}
          onDelete={() => removal.remove(selection.ids)}
          onClear={() => run({ type: 'collapse' })}
        />
      )}
      <div className={classes['body']}>
        {rows.length > 0 ? (
          <MessageList
            listRef={listRef}
            label={q === '' ? 'Messages' : `Messages found by ${q}`}
            pages={pages}
            isStale={messages.isStale}
            selection={selection}
            agents={agentsById}
            onInSight={messages.show}
            onCodeClick={(code) => void copyText(code, 'the code')}
            onRowClick={clickRow}
            onRowDrag={(id, event) => dragRow(event, id, { selection, rows, total })}
            onKeyDown={(event) => {
              const command = listCommandOf(event);
              if (command) {
                event.preventDefault();
                run(command, event.repeat);
              }
            }}
          />
        ) : (
          <ListState
            view={view}
            isLoading={messages.isLoading}
            error={messages.error}
            onRetry={messages.reload}
          />
        )}
        {messages.hasGap && (
          <NewMailButton
            onClick={async () => {
              await messages.closeGap();
              listRef.current?.scrollTo({ top: 0 });
            }}
          />
        )}
      </div>
      <DeleteDialog
        chosen={removal.asking}
        total={total}
        q={q}
        starred={removal.askedStarred}
        onConfirm={removal.removeUnasked}
        onClose={removal.stopAsking}
        focusAfter={focusKeeper}
      />
      <TagDialog
        agentId={agentId}
        tagged={tagging === null ? null : taggedOf(tagging, rows, total)}
        onSave={(change) => actions.tag(tagging ?? new Set(), change)}
        onClose={() => setTagging(null)}
      />
    </section>
  );
}
