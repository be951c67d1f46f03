import { IconChevronRight } from '@tabler/icons-react';
import { LinkedLine } from './LinkedLine.tsx';
import { isFolded } from './text-blocks.ts';
import type { TextBlock } from './text-blocks.ts';
import classes from './TextView.module.css';

interface TextBlocksProps {
  readonly blocks: readonly TextBlock[];
  /** Whether quotes begin open. */
  readonly unfolded: boolean;
}

/** What was written, what was quoted and the signature, each as what it is. */
export function TextBlocks({ blocks, unfolded }: TextBlocksProps) {
  return blocks.map((block, index) =>
    block.kind === 'quote' ? (
      <Quote key={index} quote={block} unfolded={unfolded} />
    ) : (
      <pre key={index} className={classes[block.kind === 'signature' ? 'signature' : 'lines']}>
        {block.lines.map((line, at) => (
          <span key={at}>
            <LinkedLine line={line} />
            {'\n'}
          </span>
        ))}
      </pre>
    ),
  );
}

interface QuoteProps {
  readonly quote: Extract<TextBlock, { kind: 'quote' }>;
  readonly unfolded: boolean;
}

function Quote({ quote, unfolded }: QuoteProps) {
  const inner = (
    <blockquote className={classes['quote']}>
      <TextBlocks blocks={quote.blocks} unfolded={unfolded} />
    </blockquote>
  );
  return isFolded(quote) ? (
    <details open={unfolded}>
      <summary className={classes['fold']}>
        <IconChevronRight size={14} aria-hidden="true" className={classes['chevron']} />
        {quote.heading === null ? 'Quoted text' : <bdi>{quote.heading}</bdi>}
        <span className={classes['length']}>
          {quote.length === 1 ? '1 line' : `${quote.length.toLocaleString('en')} lines`}
        </span>
      </summary>
      {inner}
    </details>
  ) : (
    inner
  );
}
