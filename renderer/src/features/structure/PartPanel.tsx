import { SegmentedControl } from '@mantine/core';
import { IconAlertTriangle, IconDownload, IconFileCode } from '@tabler/icons-react';
import { useState } from 'react';
import type { StructurePart } from '#shared/structure.ts';
import { urlOf } from '../../api/client.ts';
import { LinkIconButton } from '../../ui/LinkIconButton.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { byteWords } from '../message/byte-words.ts';
import { visibleName } from '../message/visible-name.ts';
import { dragPart } from './drag-part.ts';
import { partKind } from './part-kind.ts';
import type { PartKind } from './part-kind.ts';
import classes from './PartPanel.module.css';
import { PartIcon } from './PartTree.tsx';
import { PartView } from './PartView.tsx';
import { TextOfPart } from './TextOfPart.tsx';
import { typeSentence } from './type-words.ts';

interface PartPanelProps {
  readonly messageId: string;
  readonly part: StructurePart;
  /** Where its HTML is framed. */
  readonly viewUrl: string;
  readonly onChoose: (path: string) => void;
}

/** One part: what it is, what is wrong with it, its content in the forms there are, and the bytes to save. */
export function PartPanel({ messageId, part, viewUrl, onChoose }: PartPanelProps) {
  const [form, setForm] = useState<'view' | 'text' | 'source'>('view');
  const { path, type, fileName, origin, problems } = part;
  const kind = partKind(part);
  const hasText = !(['multipart', 'image', 'pdf', 'other', 'text'] as PartKind[]).includes(kind);
  const forms = [
    { value: 'view' as const, label: 'View' },
    ...(hasText ? [{ value: 'text' as const, label: 'Text' }] : []),
    ...(origin === 'mime' ? [{ value: 'source' as const, label: 'As sent' }] : []),
  ];
  const place = { id: messageId, path };
  const sentence = typeSentence(part);
  return (
    <section className={classes['panel']} aria-label={`Part ${path}`}>
      <header className={classes['head']}>
        <PartIcon part={part} />
        <h2 className={classes['title']}>
          <bdi>{fileName === null ? type : visibleName(fileName)}</bdi>
        </h2>
        {forms.length > 1 && (
          <SegmentedControl aria-label="Form of the part" value={form} onChange={setForm} data={forms} />
        )}
        <LinkIconButton
          label="Download decoded"
          icon={<IconDownload size={17} stroke={1.7} />}
          href={urlOf('getMessageStructurePart', { params: place, query: {} })}
          download
          onDragStart={(event) => dragPart(event, messageId, part, 'decoded')}
        />
        {origin === 'mime' && (
          <LinkIconButton
            label="Download as sent"
            icon={<IconFileCode size={17} stroke={1.7} />}
            href={urlOf('getMessageStructurePart', { params: place, query: { as: 'source' } })}
            download
            onDragStart={(event) => dragPart(event, messageId, part, 'source')}
          />
        )}
      </header>
      <ScrollRegion className={classes['about']} label="About the part">
        <ul className={classes['facts']}>
          {factsOf(part).map((fact) => (
            <li key={fact}>
              <bdi>{fact}</bdi>
            </li>
          ))}
        </ul>
        {sentence !== null && <p className={classes['sentence']}>{sentence}</p>}
        {problems.length > 0 && (
          <ul className={classes['problems']} aria-label="Problems of this part">
            {problems.map(({ code, text }) => (
              <li key={code}>
                <IconAlertTriangle size={15} aria-hidden="true" />
                <span>{text}</span>
              </li>
            ))}
          </ul>
        )}
      </ScrollRegion>
      <div className={classes['content']}>
        {form === 'view' ? (
          <PartView messageId={messageId} part={part} viewUrl={viewUrl} onChoose={onChoose} />
        ) : (
          <TextOfPart messageId={messageId} part={part} form={form} />
        )}
      </div>
    </section>
  );
}

function factsOf(part: StructurePart): string[] {
  const { path, type, fileName, parameters, charset, encoding, disposition, contentId, description } = part;
  const sizes =
    part.sentSize === part.size
      ? byteWords(part.size)
      : `${byteWords(part.size)}, ${byteWords(part.sentSize)} as sent`;
  return [
    `Part ${path}`,
    fileName === null ? null : type,
    sizes,
    encoding,
    charset === null ? null : `charset ${charset}`,
    disposition,
    contentId === null ? null : `Content-ID ${contentId}`,
    description,
    ...parameters.map(([name, value]) => `${name}=${value}`),
    originWords[part.origin],
  ].filter((fact) => fact !== null);
}

const originWords: Readonly<Record<StructurePart['origin'], string | null>> = {
  mime: null,
  tnef: 'unpacked from winmail.dat',
  uuencode: 'found in the text, uuencoded',
};
