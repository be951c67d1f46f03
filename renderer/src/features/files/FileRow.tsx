import { IconDownload, IconTrash } from '@tabler/icons-react';
import type { CachedFile } from '#shared/cached-file.ts';
import { urlOf } from '../../api/client.ts';
import { CopyIconButton } from '../../ui/CopyIconButton.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { LinkIconButton } from '../../ui/LinkIconButton.tsx';
import { byteWords } from '../message/byte-words.ts';
import classes from './FilesPage.module.css';

interface FileRowProps {
  readonly agentId: string;
  readonly file: CachedFile;
  readonly onDelete: () => void;
}

/** A cached file with its key, by which sends name it. */
export function FileRow({ agentId, file, onDelete }: FileRowProps) {
  const { key, name, mimeType, size, createdAt } = file;
  return (
    <li className={classes['row']}>
      <div className={classes['words']}>
        <bdi className={classes['name']}>{name}</bdi>
        <div className={classes['facts']}>
          {byteWords(size)} · {mimeType} ·{' '}
          <time dateTime={createdAt}>{new Date(createdAt).toLocaleString()}</time>
        </div>
        <code className={classes['key']} title={key}>
          {key}
        </code>
      </div>
      <CopyIconButton value={key} what={`the key of ${name}`} />
      <LinkIconButton
        label={`Download ${name}`}
        icon={<IconDownload size={15} />}
        href={urlOf('getFile', { params: { id: agentId, key } })}
        download={name}
      />
      <IconButton
        size={24}
        color="red"
        label={`Delete ${name}`}
        icon={<IconTrash size={15} />}
        onClick={onDelete}
      />
    </li>
  );
}
