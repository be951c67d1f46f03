import {
  IconDownload,
  IconFile,
  IconFileTypePdf,
  IconFileZip,
  IconMusic,
  IconPhoto,
  IconVideo,
} from '@tabler/icons-react';
import type { MessagePart } from '#shared/message.ts';
import { urlOf } from '../../api/client.ts';
import { LinkIconButton } from '../../ui/LinkIconButton.tsx';
import classes from './AttachmentsView.module.css';
import { byteWords } from './byte-words.ts';
import { hasThumbnail, Thumbnail } from './Thumbnail.tsx';
import { visibleName } from './visible-name.ts';
import { ViewBar } from './ViewBar.tsx';

interface AttachmentsViewProps {
  readonly messageId: string;
  readonly parts: readonly MessagePart[];
}

/** Attachments and inline parts: name, type, size, a look at images, and the bytes to save. */
export function AttachmentsView({ messageId, parts }: AttachmentsViewProps) {
  const inline = parts.filter((part) => part.inline).length;
  return (
    <>
      <ViewBar>{summaryOf(parts.length - inline, inline)}</ViewBar>
      <ul className={classes['list']}>
        {parts.map((part) => (
          <Attachment key={part.n} messageId={messageId} part={part} />
        ))}
      </ul>
    </>
  );
}

function summaryOf(attached: number, inline: number): string {
  const words = [
    attached > 0 ? `${attached} ${attached === 1 ? 'attachment' : 'attachments'}` : undefined,
    inline > 0 ? `${inline} inside the HTML` : undefined,
  ];
  return words.filter(Boolean).join(', ');
}

function Attachment({ messageId, part }: { readonly messageId: string; readonly part: MessagePart }) {
  const name = visibleName(part.filename ?? `Part ${part.n + 1}`);
  const url = urlOf('getMessagePart', { params: { id: messageId, n: part.n } });
  return (
    <li className={classes['attachment']}>
      <span className={classes['picture']}>
        {hasThumbnail(part) ? (
          <Thumbnail messageId={messageId} part={part} />
        ) : (
          <KindIcon type={part.contentType} />
        )}
      </span>
      <span className={classes['words']}>
        <bdi className={classes['name']}>{name}</bdi>
        <span className={classes['facts']}>
          {part.contentType}, {byteWords(part.size)}
          {part.inline && part.contentId !== null && (
            <>, inline as cid:{part.contentId.replace(/^<|>$/g, '')}</>
          )}
        </span>
      </span>
      <LinkIconButton
        label={`Download ${name}`}
        icon={<IconDownload size={17} stroke={1.7} />}
        href={url}
        download={part.filename ?? true}
      />
    </li>
  );
}

function KindIcon({ type }: { readonly type: string }) {
  const look = { size: 22, stroke: 1.4 };
  if (type.startsWith('image/')) {
    return <IconPhoto {...look} />;
  }
  if (type.startsWith('audio/')) {
    return <IconMusic {...look} />;
  }
  if (type.startsWith('video/')) {
    return <IconVideo {...look} />;
  }
  if (type === 'application/pdf') {
    return <IconFileTypePdf {...look} />;
  }
  return /zip|tar|compressed/.test(type) ? <IconFileZip {...look} /> : <IconFile {...look} />;
}
