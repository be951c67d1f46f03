import type { Span } from '#shared/search/search.ts';
import classes from './Underlined.module.css';

interface UnderlinedProps {
  readonly text: string;
  readonly span: Span | undefined;
  /** How far the text of the box is scrolled, in pixels. */
  readonly scroll: number;
}

/** A wavy line below a part of the box's text; the text itself is the box's. */
export function Underlined({ text, span, scroll }: UnderlinedProps) {
  if (span === undefined) {
    return null;
  }
  return (
    <span className={classes['underlay']} aria-hidden="true">
      <span className={classes['text']} style={{ transform: `translateX(${-scroll}px)` }}>
        {text.slice(0, span.start)}
        <span className={classes['wrong']} data-testid="search-problem-place">
          {text.slice(span.start, span.end)}
        </span>
        {text.slice(span.end)}
      </span>
    </span>
  );
}
