import { Tabs } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconDownload, IconEye } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { MessageDetail } from '#shared/message.ts';
import { assertNever } from '#shared/assert.ts';
import { urlOf } from '../../api/client.ts';
import type { Command } from '../../commands/command.ts';
import { useCommands } from '../../commands/commands-context.tsx';
import { startDownload } from '../../ui/start-download.ts';
import { DeliveryView } from '../delivery/DeliveryView.tsx';
import { StructureView } from '../structure/StructureView.tsx';
import { AttachmentsView } from './AttachmentsView.tsx';
import { HeadersView } from './HeadersView.tsx';
import classes from './MessageViews.module.css';
import { PreviewView } from './PreviewView.tsx';
import { RawView } from './RawView.tsx';
import { ResendSection } from './ResendSection.tsx';
import { SessionView } from './SessionView.tsx';
import { SourceView } from './SourceView.tsx';
import { isAwaited, messageTabs, shownTab, tabObstacles } from './tabs.ts';
import type { MessageTab } from './tabs.ts';
import { TextView } from './TextView.tsx';
import { useTabKeys } from './use-tab-keys.ts';

const tabNames: Readonly<Record<MessageTab, string>> = {
  preview: 'Preview',
  text: 'Text',
  source: 'Source',
  headers: 'Headers',
  raw: 'Raw',
  structure: 'Structure',
  attachments: 'Attachments',
  session: 'Session',
  delivery: 'Delivery',
};

/** The nine views of a message; the one chosen last is shown wherever it has something to show. */
export function MessageViews({ message, remote, onLoadRemote }: Omit<ViewProps, 'tab'>) {
  const [chosen, setChosen] = useLocalStorage<MessageTab>({
    key: 'restante.message-tab',
    defaultValue: 'preview',
    getInitialValueInEffect: false,
  });
  const obstacles = tabObstacles(message);
  const shown = shownTab(chosen, obstacles);
  const tabList = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // In a narrow pane the tabs scroll sideways.
    const tab = tabList.current?.children[messageTabs.indexOf(shown)];
    tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [shown]);
  useTabKeys(messageTabs, (tab) => {
    if (obstacles[tab] === null) {
      setChosen(tab);
    }
  });
  useCommands([
    ...messageTabs
      .filter((tab) => obstacles[tab] === null)
      .map((tab): Command => ({
        id: `view ${tab}`,
        section: 'Message',
        title: `Show ${tabNames[tab].toLowerCase()}`,
        words: 'view tab open',
        icon: <IconEye size={16} stroke={1.7} />,
        run: () => setChosen(tab),
      })),
    {
      id: 'download',
      section: 'Message',
      title: 'Download as .eml',
      words: 'save export',
      icon: <IconDownload size={16} stroke={1.7} />,
      run: () => startDownload(urlOf('getMessageRaw', { params: { id: message.id } })),
    },
  ]);
  return (
    <Tabs
      className={classes['tabs'] ?? ''}
      value={shown}
      onChange={(tab) => setChosen(messageTabs.find((candidate) => candidate === tab) ?? 'preview')}
      keepMounted={false}
    >
      <Tabs.List ref={tabList} className={classes['list'] ?? ''} aria-label="Views of the message">
        {messageTabs.map((tab, index) => (
          <Tabs.Tab
            key={tab}
            value={tab}
            className={classes['tab'] ?? ''}
            disabled={obstacles[tab] !== null}
            title={obstacles[tab] ?? `Key ${index + 1}`}
          >
            {tabNames[tab]}
            {tab === 'attachments' && message.attachmentCount > 0 && (
              <span className={classes['count']}>{message.attachmentCount}</span>
            )}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={shown} className={classes['panel'] ?? ''}>
        {isAwaited(shown, message) ? (
          <output className={classes['awaited']}>Held and answered. Being read…</output>
        ) : (
          <View tab={shown} message={message} remote={remote} onLoadRemote={onLoadRemote} />
        )}
      </Tabs.Panel>
    </Tabs>
  );
}

interface ViewProps {
  readonly tab: MessageTab;
  readonly message: MessageDetail;
  readonly remote: boolean;
  readonly onLoadRemote: () => void;
}

function View({ tab, message, remote, onLoadRemote }: ViewProps) {
  const { id } = message;
  switch (tab) {
    case 'preview':
      return <PreviewView message={message} remote={remote} onLoadRemote={onLoadRemote} />;
    case 'text':
      return <TextView key={id} text={message.text ?? ''} />;
    case 'source':
      return <SourceView key={id} messageId={id} />;
    case 'headers':
      return <HeadersView key={id} messageId={id} />;
    case 'raw':
      return <RawView key={id} messageId={id} size={message.size} />;
    case 'structure':
      return <StructureView key={id} messageId={id} />;
    case 'attachments':
      return <AttachmentsView key={id} messageId={id} parts={message.parts} />;
    case 'session':
      return (
        <SessionView key={id} session={message.session}>
          <ResendSection message={message} />
        </SessionView>
      );
    case 'delivery':
      return <DeliveryView key={id} message={message} />;
    default:
      return assertNever(tab);
  }
}
