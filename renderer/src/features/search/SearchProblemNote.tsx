import { Button } from '@mantine/core';
import type { SearchProblem } from '#shared/search/search.ts';
import classes from './SearchProblemNote.module.css';

interface SearchProblemNoteProps {
  readonly id: string;
  readonly text: string;
  readonly problem: SearchProblem;
  readonly onMend: (text: string, caret: number) => void;
}

/** What cannot be read in the search, in words, and the likely way to mend it. */
export function SearchProblemNote({ id, text, problem, onMend }: SearchProblemNoteProps) {
  const { suggestion, start, end } = problem;
  return (
    <div className={classes['note']}>
      <p id={id} role="alert" className={classes['words']}>
        {problem.text}
      </p>
      {suggestion !== undefined && (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => {
            const mended = /\s/.test(suggestion) ? `"${suggestion}"` : suggestion;
            onMend(text.slice(0, start) + mended + text.slice(end), start + mended.length);
          }}
        >
          Use {suggestion}
        </Button>
      )}
    </div>
  );
}
