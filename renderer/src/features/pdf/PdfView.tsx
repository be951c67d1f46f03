import { Button, Loader, PasswordInput } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { ViewBar } from '../message/ViewBar.tsx';
import { ViewProblem } from '../message/ViewProblem.tsx';
import { PasswordWanted } from './open-pdf.ts';
import { PdfPage } from './PdfPage.tsx';
import { useOpenPdf } from './use-open-pdf.ts';
import classes from './PdfView.module.css';

/** The others are for whoever saves the file. */
const mostPages = 500;

export interface PdfViewProps {
  /** Where its bytes are. */
  readonly url: string;
  /** Whether the field of its password takes the focus: not where keys lead from one part to the next. */
  readonly takesFocus?: boolean;
}

/** A PDF page by page, with words that can be chosen and copied. It runs and loads nothing. */
export function PdfView({ url, takesFocus = false }: PdfViewProps) {
  const [password, setPassword] = useState('');
  const opened = useOpenPdf(url, password);
  const { ref, width } = useElementSize();
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  if (opened instanceof PasswordWanted) {
    return <PasswordForm wasWrong={opened.wasWrong} takesFocus={takesFocus} onPassword={setPassword} />;
  }
  if (opened instanceof Error) {
    return <ViewProblem>{opened.message}</ViewProblem>;
  }
  if (opened === undefined) {
    return <ViewBar actions={<Loader size={14} color="gray" />}>Loading…</ViewBar>;
  }
  const { numPages } = opened.document;
  const shown = Math.min(numPages, mostPages);
  return (
    <>
      <ViewBar>
        {numPages === 1 ? '1 page' : `${numPages.toLocaleString()} pages`}
        {shown < numPages && `, the first ${shown} are shown`}
      </ViewBar>
      <ScrollRegion ref={setScroller} className={classes['pages']} label="Pages of the PDF">
        <div ref={ref} className={classes['stack']}>
          {width > 0 &&
            scroller !== null &&
            Array.from({ length: shown }, (_, index) => (
              <PdfPage
                key={index}
                document={opened.document}
                usualSize={opened.pageSize}
                number={index + 1}
                room={width}
                scroller={scroller}
              />
            ))}
        </div>
      </ScrollRegion>
    </>
  );
}

interface PasswordFormProps {
  readonly wasWrong: boolean;
  readonly takesFocus: boolean;
  readonly onPassword: (password: string) => void;
}

function PasswordForm({ wasWrong, takesFocus, onPassword }: PasswordFormProps) {
  const [typed, setTyped] = useState('');
  return (
    <EmptyState icon={<IconLock size={32} stroke={1.4} />} title="Protected by a password">
      <form
        className={classes['password']}
        onSubmit={(event) => {
          event.preventDefault();
          onPassword(typed);
        }}
      >
        <PasswordInput
          aria-label="Password of the PDF"
          w={220}
          autoFocus={takesFocus}
          value={typed}
          error={wasWrong && 'This is not its password.'}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" disabled={typed === ''}>
          Open
        </Button>
      </form>
    </EmptyState>
  );
}
