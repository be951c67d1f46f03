import { Button } from '@mantine/core';
import {
  IconDownload,
  IconEye,
  IconFile,
  IconFileTypePdf,
  IconFileZip,
  IconMusic,
  IconPhoto,
  IconVideo,
} from '@tabler/icons-react';
import { useState } from 'react';
import { attachmentFileName, safeFileName } from '#shared/file-names.ts';
import type { MessagePart } from '#shared/message.ts';
import { urlOf } from '../../api/client.ts';
import { dragOut } from '../../desktop/drag-out.ts';
import { isPdf } from '../pdf/is-pdf.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { LinkIconButton } from '../../ui/LinkIconButton.tsx';
import { AttachmentDialog, isShown } from './AttachmentDialog.tsx';
import classes from './AttachmentsView.module.css';
import { byteWords } from './byte-words.ts';
import { hasThumbnail, Thumbnail } from './Thumbnail.tsx';
import { visibleName } from './visible-name.ts';
import { ViewBar } from './ViewBar.tsx';

interface AttachmentsViewProps {
  readonly messageId: string;
  readonly parts: readonly MessagePart[];
}

/** Attachments and inline parts: name, type, size, a look at images, and the bytes to save or to drag out. */
export function AttachmentsView({ messageId, parts }: AttachmentsViewProps) {
  const [shown, setShown] = useState<MessagePart | null>(null);
  const inline = parts.filter((part) => part.inline).length;
  return (
    <>
      <ViewBar
        actions={
          parts.length > 1 && (
            <Button
              component="a"
              href={urlOf('getMessageParts', { params: { id: messageId } })}
              download
              variant="subtle"
              size="compact-xs"
              leftSection={<IconDownload size={14} />}
            >
              Download all
            </Button>
          )
        }
      >
        {summaryOf(parts.length - inline, inline)}
      </ViewBar>
      <ul className={classes['list']}>
        {parts.map((part) => (
          <Attachment key={part.n} messageId={messageId} part={part} onShow={() => setShown(part)} />
        ))}
      </ul>
      <AttachmentDialog messageId={messageId} part={shown} onClose={() => setShown(null)} />
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

interface AttachmentProps {
  readonly messageId: string;
  readonly part: MessagePart;
  readonly onShow: () => void;
}

function Attachment({ messageId, part, onShow }: AttachmentProps) {
  const name = visibleName(part.filename ?? `Part ${part.n + 1}`);
  const url = urlOf('getMessagePart', { params: { id: messageId, n: part.n } });
  return (
    <li
      className={classes['attachment']}
      draggable
      onDragStart={(event) =>
        dragOut(event, {
          drag: { of: 'attachment', messageId, n: part.n },
          download: { name: safeFileName(attachmentFileName(part)), type: part.contentType, url },
        })
      }
    >
      <span className={classes['picture']}>
        {hasThumbnail(part) ? <Thumbnail messageId={messageId} part={part} /> : <KindIcon part={part} />}
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
      {isShown(part) && (
        <IconButton label={`View ${name}`} icon={<IconEye size={17} stroke={1.7} />} onClick={onShow} />
      )}
      <LinkIconButton
        label={`Download ${name}`}
        icon={<IconDownload size={17} stroke={1.7} />}
        href={url}
        download={part.filename ?? true}
      />
    </li>
  );
}

function KindIcon({ part: { contentType: type, filename } }: Pick<AttachmentProps, 'part'>) {
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
  if (isPdf(type, filename)) {
    return <IconFileTypePdf {...look} />;
  }
  return /zip|tar|compressed/.test(type) ? <IconFileZip {...look} /> : <IconFile {...look} />;
}
