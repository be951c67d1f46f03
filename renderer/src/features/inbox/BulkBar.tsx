import { Button } from '@mantine/core';
import {
  IconColumns,
  IconFileExport,
  IconMail,
  IconMailOpened,
  IconRepeat,
  IconStar,
  IconTag,
  IconTrash,
  IconX,
} from '@tabler/icons-react';
import { IconButton } from '../../ui/IconButton.tsx';
import classes from './BulkBar.module.css';

interface BulkBarProps {
  readonly count: number;
  readonly onMarkRead: (read: boolean) => void;
  /** Only of two. */
  readonly onCompare?: (() => void) | undefined;
  readonly onStar: () => void;
  readonly onTag: () => void;
  readonly onExport: () => void;
  readonly onReplay: () => void;
  readonly onDelete: () => void;
  readonly onClear: () => void;
}

/** What can be done with the chosen messages. */
export function BulkBar(props: BulkBarProps) {
  const { count, onMarkRead, onStar, onTag, onCompare, onExport, onReplay, onDelete, onClear } = props;
  return (
    <div className={classes['bar']} role="toolbar" aria-label="Selected messages">
      <strong className={classes['count']} role="status">
        {count.toLocaleString('en')} selected
      </strong>
      <IconButton label="Mark read" icon={<IconMailOpened size={16} />} onClick={() => onMarkRead(true)} />
      <IconButton label="Mark unread" icon={<IconMail size={16} />} onClick={() => onMarkRead(false)} />
      {onCompare && <IconButton label="Compare" icon={<IconColumns size={16} />} onClick={onCompare} />}
      <IconButton label="Star, or take the stars" icon={<IconStar size={16} />} onClick={onStar} />
      <IconButton label="Tag" icon={<IconTag size={16} />} onClick={onTag} />
      <IconButton label="Export" icon={<IconFileExport size={16} />} onClick={onExport} />
      <IconButton label="Replay" icon={<IconRepeat size={16} />} onClick={onReplay} />
      <Button
        size="compact-xs"
        variant="subtle"
        color="red"
        leftSection={<IconTrash size={15} />}
        onClick={onDelete}
      >
        Delete
      </Button>
      <IconButton label="Clear the selection" icon={<IconX size={16} />} onClick={onClear} />
    </div>
  );
}
