import { Suspense } from 'react';
import type { ReactNode } from 'react';
import type { StructurePart } from '#shared/structure.ts';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { ViewProblem } from '../message/ViewProblem.tsx';
import classes from './Card.module.css';
import { usePartText } from './use-part-text.ts';

/** Longer ones are shown as text only. Bytes. */
const mostBytes = 256 * 1024;

interface CardFrameProps {
  readonly messageId: string;
  readonly part: StructurePart;
  readonly label: string;
  /** The cards of the part's text. */
  readonly children: (text: string) => ReactNode;
}

/** Cards that are made of a part's text, one below the other. */
export function CardFrame({ messageId, part, label, children }: CardFrameProps) {
  const { data, error } = usePartText(messageId, part.path, 'text', mostBytes);
  if (error) {
    return <ViewProblem>{error.message}</ViewProblem>;
  }
  return (
    <ScrollRegion className={classes['cards']} label={label}>
      {data?.cut && <p className={classes['none']}>It is too long for cards: see its text.</p>}
      {data && !data.cut && <Suspense>{children(data.text)}</Suspense>}
    </ScrollRegion>
  );
}
