import { Button } from '@mantine/core';
import { IconDownload, IconFile } from '@tabler/icons-react';
import { assertNever } from '#shared/assert.ts';
import type { StructurePart } from '#shared/structure.ts';
import { urlOf } from '../../api/client.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { byteWords } from '../message/byte-words.ts';
import { ImageView } from '../message/ImageView.tsx';
import { LazyPdfView } from '../pdf/LazyPdfView.tsx';
import { CalendarCard } from './CalendarCard.tsx';
import { ContactCards } from './ContactCards.tsx';
import { HtmlFrame } from './HtmlFrame.tsx';
import { JsonOfPart } from './JsonOfPart.tsx';
import { NestedMessageView } from './NestedMessageView.tsx';
import { partKind } from './part-kind.ts';
import { ReportCard } from './ReportCard.tsx';
import { TableOfPart } from './TableOfPart.tsx';
import { TextOfPart } from './TextOfPart.tsx';

interface PartViewProps {
  readonly messageId: string;
  readonly part: StructurePart;
  readonly viewUrl: string;
  readonly onChoose: (path: string) => void;
}

/** A part in the form that suits its type best. */
export function PartView({ messageId, part, viewUrl, onChoose }: PartViewProps) {
  const kind = partKind(part);
  const url = urlOf('getMessageStructurePart', { params: { id: messageId, path: part.path }, query: {} });
  switch (kind) {
    case 'multipart':
      return null;
    case 'message':
      return (
        <NestedMessageView messageId={messageId} path={part.path} viewUrl={viewUrl} onChoose={onChoose} />
      );
    case 'image':
      return (
        <ImageView
          url={url}
          type={part.type}
          alt={part.description ?? part.fileName ?? 'The part as an image'}
        />
      );
    case 'pdf':
      return <LazyPdfView url={url} />;
    case 'html':
      return <HtmlFrame viewUrl={viewUrl} title="The part as HTML" />;
    case 'json':
      return <JsonOfPart messageId={messageId} part={part} />;
    case 'table':
      return <TableOfPart messageId={messageId} part={part} />;
    case 'calendar':
      return <CalendarCard messageId={messageId} part={part} />;
    case 'contacts':
      return <ContactCards messageId={messageId} part={part} />;
    case 'report':
      return <ReportCard messageId={messageId} part={part} />;
    case 'text':
      return <TextOfPart messageId={messageId} part={part} form="text" />;
    case 'other':
      return <OnlyDownload url={url} part={part} />;
    default:
      return assertNever(kind);
  }
}

function OnlyDownload({ url, part }: { readonly url: string; readonly part: StructurePart }) {
  return (
    <EmptyState
      icon={<IconFile size={32} stroke={1.4} />}
      title={part.type}
      actions={
        <Button component="a" href={url} download variant="default" leftSection={<IconDownload size={15} />}>
          Download {byteWords(part.size)}
        </Button>
      }
    >
      This type has no view here.
    </EmptyState>
  );
}
