import { Button, Loader, Tabs } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { MessageDetail } from '#shared/message.ts';
import { urlOf } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { pathOf } from '../../routing/place.ts';
import { go } from '../../routing/use-place.ts';
import { fetchBytes } from '../message/fetch-bytes.ts';
import { useMessage } from '../message/use-message.ts';
import { ViewProblem } from '../message/ViewProblem.tsx';
import classes from './ComparePage.module.css';
import { ComparePreviews } from './ComparePreviews.tsx';
import { DiffView } from './DiffView.tsx';
import { MessagePicker } from './MessagePicker.tsx';

const tabs = { preview: 'Preview', text: 'Text', html: 'HTML', headers: 'Headers' } as const;
type Tab = keyof typeof tabs;

interface ComparePageProps {
  readonly leftId: string;
  /** Null while it is not chosen yet. */
  readonly rightId: string | null;
}

/** Two messages side by side: as they look, and what differs in their text, HTML and headers. */
export function ComparePage({ leftId, rightId }: ComparePageProps) {
  const left = useMessage(leftId);
  if (left.error) {
    return <ViewProblem>{left.error.message}</ViewProblem>;
  }
  if (rightId === null) {
    return (
      <div className={classes['page']}>
        <div className={classes['heads']}>
          <Head message={left.data} />
          <MessagePicker
            other={leftId}
            onPick={(id) => go({ page: 'compare', agentId: null, leftId, rightId: id })}
          />
        </div>
      </div>
    );
  }
  return <Comparison key={rightId} left={left.data} rightId={rightId} />;
}

interface ComparisonProps {
  readonly left: MessageDetail | undefined;
  readonly rightId: string;
}

function Comparison({ left, rightId }: ComparisonProps) {
  const { data: right, error } = useMessage(rightId);
  const [tab, setTab] = useLocalStorage<Tab>({
    key: 'restante.compare-tab',
    defaultValue: 'preview',
    getInitialValueInEffect: false,
  });
  if (error) {
    return <ViewProblem>{error.message}</ViewProblem>;
  }
  if (!left || !right) {
    return <Loader className={classes['loading'] ?? ''} size={20} color="gray" />;
  }
  return (
    <div className={classes['page']}>
      <div className={classes['heads']}>
        <Head message={left} />
        <Head message={right}>
          <Button
            variant="subtle"
            size="compact-xs"
            onClick={() => go({ page: 'compare', agentId: null, leftId: left.id, rightId: null })}
          >
            Compare with another…
          </Button>
        </Head>
      </div>
      <Tabs
        className={classes['tabs'] ?? ''}
        value={tab}
        onChange={(next) => setTab(isTab(next) ? next : 'preview')}
        keepMounted={false}
      >
        <Tabs.List aria-label="What is compared">
          {Object.entries(tabs).map(([value, name]) => (
            <Tabs.Tab key={value} value={value}>
              {name}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={tab} className={classes['panel'] ?? ''}>
          {tab === 'preview' && <ComparePreviews left={left} right={right} />}
          {tab === 'text' && <DiffView what="the text" left={left.text ?? ''} right={right.text ?? ''} />}
          {tab === 'headers' && (
            <DiffView what="the headers" left={headerLines(left)} right={headerLines(right)} />
          )}
          {tab === 'html' && <HtmlDiff left={left} right={right} />}
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}

function HtmlDiff({ left, right }: { readonly left: MessageDetail; readonly right: MessageDetail }) {
  const [one, other] = [useHtml(left), useHtml(right)];
  const error = one.error ?? other.error;
  if (error) {
    return <ViewProblem>{error.message}</ViewProblem>;
  }
  return one.data === undefined || other.data === undefined ? (
    <Loader className={classes['loading'] ?? ''} size={20} color="gray" />
  ) : (
    <DiffView what="the HTML" left={one.data} right={other.data} />
  );
}

function useHtml({ id, hasHtml }: MessageDetail) {
  return useQuery({
    queryKey: [...queryKeys.messageHtml(id), 'compared'],
    queryFn: async ({ signal }) => {
      if (!hasHtml) {
        return '';
      }
      const { bytes } = await fetchBytes(urlOf('getMessageHtml', { params: { id } }), { signal });
      return new TextDecoder().decode(bytes);
    },
    gcTime: 0,
  });
}

interface HeadProps {
  readonly message: MessageDetail | undefined;
  readonly children?: ReactNode;
}

function Head({ message, children }: HeadProps) {
  return (
    <div className={classes['head']}>
      {message && (
        <>
          <Link
            className={classes['subject']}
            dir="auto"
            to={pathOf({ page: 'inbox', agentId: null, messageId: message.id })}
          >
            {message.subject.trim() || 'No subject'}
          </Link>
          <span className={classes['facts']}>
            <bdi>{message.from?.address || 'No sender'}</bdi> ·{' '}
            {new Date(message.receivedAt).toLocaleString(undefined, {
              dateStyle: 'medium',
              timeStyle: 'medium',
            })}
          </span>
          {children}
        </>
      )}
    </div>
  );
}

function headerLines({ headers }: MessageDetail): string {
  return headers.map(({ name, value }) => `${name}: ${value}`).join('\n');
}

function isTab(value: string | null): value is Tab {
  return value !== null && value in tabs;
}
