import { Button, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Address } from '#shared/message.ts';
import { call } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { Facts } from '../message/Facts.tsx';
import { TextView } from '../message/TextView.tsx';
import { ViewProblem } from '../message/ViewProblem.tsx';
import { HtmlFrame } from './HtmlFrame.tsx';
import classes from './NestedMessageView.module.css';

interface NestedMessageViewProps {
  readonly messageId: string;
  readonly path: string;
  readonly viewUrl: string;
  readonly onChoose: (path: string) => void;
}

/** A message within the message: who, what, when, and its HTML or text under the same protections. */
export function NestedMessageView({ messageId, path, viewUrl, onChoose }: NestedMessageViewProps) {
  const [form, setForm] = useState<'html' | 'text'>('html');
  const { data, error } = useQuery({
    queryKey: [...queryKeys.messageStructurePart(messageId, path), 'message'],
    queryFn: ({ signal }) => call('getNestedMessage', { params: { id: messageId, path } }, { signal }),
    gcTime: 0,
  });
  if (error) {
    return <ViewProblem>{error.message}</ViewProblem>;
  }
  if (!data) {
    return null;
  }
  const { from, to, cc, subject, date, text, hasHtml } = data;
  const showsHtml = hasHtml && (form === 'html' || text === null);
  return (
    <>
      <ScrollRegion className={classes['summary']} label="Header of the message within">
        <div className={classes['top']}>
          <h3 className={classes['subject']} dir="auto">
            {subject || 'No subject'}
          </h3>
          {hasHtml && text !== null && (
            <SegmentedControl
              aria-label="Form of the message within"
              value={form}
              onChange={setForm}
              data={[
                { value: 'html', label: 'HTML' },
                { value: 'text', label: 'Text' },
              ]}
            />
          )}
          <Button variant="default" size="compact-sm" onClick={() => onChoose(`${path}.1`)}>
            Its parts
          </Button>
        </div>
        <Facts
          facts={[
            ['From', from === null ? 'nobody' : mailbox(from)],
            ['To', to.map(mailbox).join(', ') || 'nobody'],
            ...(cc.length > 0 ? [['Cc', cc.map(mailbox).join(', ')] as const] : []),
            ['Date', date ?? 'none'],
          ]}
        />
      </ScrollRegion>
      {showsHtml ? (
        <HtmlFrame viewUrl={viewUrl} title="The message within as HTML" />
      ) : (
        <TextView text={text ?? ''} />
      )}
    </>
  );
}

function mailbox({ name, address }: Address): string {
  return name.trim() === '' ? address : `${name} <${address}>`;
}
