import { Modal } from '@mantine/core';
import type { MessagePart } from '#shared/message.ts';
import { urlOf } from '../../api/client.ts';
import { LazyPdfView } from '../pdf/LazyPdfView.tsx';
import classes from './AttachmentDialog.module.css';
import { ImageView } from './ImageView.tsx';
import { visibleName } from './visible-name.ts';

const images = /^image\/(?:png|jpe?g|gif|webp|avif|bmp|svg\+xml)$/;

/** Whether it can be looked at without saving it. */
export function isShown({ contentType, filename, size }: MessagePart): boolean {
  return size > 0 && (images.test(contentType) || isPdf({ contentType, filename }));
}

interface AttachmentDialogProps {
  readonly messageId: string;
  /** Null: closed. */
  readonly part: MessagePart | null;
  readonly onClose: () => void;
}

/** An image or a PDF of the message, large. */
export function AttachmentDialog({ messageId, part, onClose }: AttachmentDialogProps) {
  return (
    <Modal
      opened={part !== null}
      onClose={onClose}
      title={<bdi>{visibleName(part?.filename ?? '')}</bdi>}
      size="min(1000px, 94vw)"
      closeButtonProps={{ 'aria-label': 'Close' }}
      classNames={{ body: classes['body'] ?? '' }}
    >
      {part && (
        <Content part={part} url={urlOf('getMessagePart', { params: { id: messageId, n: part.n } })} />
      )}
    </Modal>
  );
}

function Content({ part, url }: { readonly part: MessagePart; readonly url: string }) {
  return isPdf(part) ? (
    <LazyPdfView url={url} />
  ) : (
    <ImageView url={url} type={part.contentType} alt={part.filename ?? 'The attachment'} />
  );
}

/** A type that says nothing is told by the file's name. */
function isPdf({ contentType, filename }: Pick<MessagePart, 'contentType' | 'filename'>): boolean {
  return (
    contentType === 'application/pdf' ||
    (contentType === 'application/octet-stream' && /\.pdf$/i.test(filename ?? ''))
  );
}
