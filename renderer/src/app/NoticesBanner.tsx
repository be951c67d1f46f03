import { CloseButton } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import { useAppEvents } from '../api/event-stream-context.tsx';
import { queryKeys } from '../api/query-keys.ts';
import { notifyOfError } from '../ui/notify.ts';
import { useHealth } from './use-health.ts';
import classes from './NoticesBanner.module.css';

/** What the person must be told about this run, until it is dismissed. */
export function NoticesBanner() {
  const client = useQueryClient();
  const health = useHealth();
  useAppEvents((event) => {
    if (event.type === 'notice.added' || event.type === 'connected') {
      void client.invalidateQueries({ queryKey: queryKeys.health });
    }
  });
  async function dismiss(id: string): Promise<void> {
    try {
      await call('dismissNotice', { params: { id } });
    } catch (error) {
      notifyOfError(error);
    }
    await client.invalidateQueries({ queryKey: queryKeys.health });
  }
  return health.data?.notices.map((notice) => (
    <div key={notice.id} className={classes['notice']} data-level={notice.level} role="alert">
      {notice.level === 'info' ? <IconInfoCircle size={16} /> : <IconAlertTriangle size={16} />}
      <p className={classes['text']}>
        <strong>{notice.title}</strong> {notice.text}
      </p>
      <CloseButton
        size="sm"
        aria-label={`Dismiss: ${notice.title}`}
        onClick={() => void dismiss(notice.id)}
      />
    </div>
  ));
}
