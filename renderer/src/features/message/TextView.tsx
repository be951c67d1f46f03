import { IconFold, IconFoldDown, IconLetterCase, IconTextWrap } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { CopyIconButton } from '../../ui/CopyIconButton.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { CodeRows } from './CodeRows.tsx';
import { LinkedLine } from './LinkedLine.tsx';
import { hasFolds, textBlocks } from './text-blocks.ts';
import type { TextRow } from './text-rows.ts';
import { TextBlocks } from './TextBlocks.tsx';
import classes from './TextView.module.css';
import { useTextChoices } from './use-text-choices.ts';
import { ViewBar } from './ViewBar.tsx';

/** Longer texts are laid out row by row, with nothing folded. */
const wholeAtOnce = { characters: 200_000, lines: 5000 };

/** The plain text as a reader without HTML shows it: quotes folded, the signature set back, addresses as links. */
export function TextView({ text }: { readonly text: string }) {
  const [{ monospace, wrap }, change] = useTextChoices();
  const [unfolded, setUnfolded] = useState(false);
  const isLong = useMemo(() => isTooLong(text), [text]);
  const blocks = useMemo(() => (isLong ? [] : textBlocks(text)), [text, isLong]);
  const drawRow = useCallback((row: TextRow) => <LinkedLine line={text.slice(row.start, row.end)} />, [text]);
  return (
    <>
      <ViewBar
        actions={
          <>
            {hasFolds(blocks) && (
              <IconButton
                size={24}
                label={unfolded ? 'Fold the quotes' : 'Unfold all quotes'}
                icon={unfolded ? <IconFold size={16} /> : <IconFoldDown size={16} />}
                onClick={() => setUnfolded(!unfolded)}
              />
            )}
            <IconButton
              size={24}
              label="Monospace"
              aria-pressed={monospace}
              variant={monospace ? 'light' : 'subtle'}
              icon={<IconLetterCase size={16} />}
              onClick={() => change({ monospace: !monospace })}
            />
            <IconButton
              size={24}
              label="Wrap lines"
              aria-pressed={wrap}
              variant={wrap ? 'light' : 'subtle'}
              icon={<IconTextWrap size={16} />}
              onClick={() => change({ wrap: !wrap })}
            />
            <CopyIconButton value={text} what="the text" />
          </>
        }
      >
        Plain text
      </ViewBar>
      {isLong ? (
        <CodeRows text={text} label="Plain text" numbered={false}>
          {drawRow}
        </CodeRows>
      ) : (
        <ScrollRegion className={classes['frame']} label="Plain text">
          <div
            className={classes['text']}
            data-monospace={monospace || undefined}
            data-wrap={wrap || undefined}
          >
            <TextBlocks key={String(unfolded)} blocks={blocks} unfolded={unfolded} />
          </div>
        </ScrollRegion>
      )}
    </>
  );
}

function isTooLong(text: string): boolean {
  return (
    text.length > wholeAtOnce.characters || text.split('\n', wholeAtOnce.lines + 1).length > wholeAtOnce.lines
  );
}
