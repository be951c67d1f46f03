import { useMemo } from 'react';
import { CopyIconButton } from '../../ui/CopyIconButton.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { CodeRows } from './CodeRows.tsx';
import { textLinks } from './text-links.ts';
import classes from './TextView.module.css';
import { ViewBar } from './ViewBar.tsx';

/** Longer texts are laid out row by row, without links. Characters. */
const wholeAtOnce = 200_000;

/** The plain text as a reader without HTML shows it, its web addresses as links. */
export function TextView({ text }: { readonly text: string }) {
  const pieces = useMemo(() => (text.length > wholeAtOnce ? [] : textLinks(text)), [text]);
  return (
    <>
      <ViewBar actions={<CopyIconButton value={text} what="the text" />}>Plain text</ViewBar>
      {text.length > wholeAtOnce ? (
        <CodeRows text={text} label="Plain text" numbered={false} />
      ) : (
        <ScrollRegion className={classes['frame']} label="Plain text">
          <pre className={classes['text']}>
            {pieces.map((piece, index) =>
              piece.href === null ? (
                piece.text
              ) : (
                <a key={index} href={piece.href} target="_blank" rel="noreferrer noopener">
                  {piece.text}
                </a>
              ),
            )}
          </pre>
        </ScrollRegion>
      )}
    </>
  );
}
