import type { MessagePart } from '#shared/message.ts';
import { urlOf } from '../../api/client.ts';
import { isPdf } from '../pdf/is-pdf.ts';
import { LazyPdfView } from '../pdf/LazyPdfView.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import classes from './AttachmentDialog.module.css';
import { ImageView } from './ImageView.tsx';
import { isImage } from './is-image.ts';
import { visibleName } from './visible-name.ts';

/** Whether it can be looked at without saving it. */
export function isShown({ contentType, filename, size }: MessagePart): boolean {
  return size > 0 && (isImage(contentType) || isPdf(contentType, filename));
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
    <Dialog
      opened={part !== null}
      onClose={onClose}
      title={<bdi>{visibleName(part?.filename ?? '')}</bdi>}
      size="min(1000px, 94vw)"
      classNames={{ body: classes['body'] ?? '' }}
    >
      {part && (
        <Content part={part} url={urlOf('getMessagePart', { params: { id: messageId, n: part.n } })} />
      )}
    </Dialog>
  );
}

function Content({ part, url }: { readonly part: MessagePart; readonly url: string }) {
  return isPdf(part.contentType, part.filename) ? (
    <LazyPdfView url={url} takesFocus />
  ) : (
    <ImageView url={url} type={part.contentType} alt={part.filename ?? 'The attachment'} />
  );
}
