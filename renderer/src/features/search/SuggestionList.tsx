import { useEffect } from 'react';
import type { Suggestion } from './suggestions.ts';
import classes from './SuggestionList.module.css';

interface SuggestionListProps {
  readonly id: string;
  readonly suggestions: readonly Suggestion[];
  readonly active: number | null;
  readonly onAccept: (suggestion: Suggestion) => void;
}

/** What can be put at the caret. The focus stays in the box: the keys move through the list from there. */
export function SuggestionList({ id, suggestions, active, onAccept }: SuggestionListProps) {
  useEffect(() => {
    if (active !== null) {
      document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
    }
  }, [id, active]);
  return (
    <div id={id} role="listbox" aria-label="Suggestions" className={classes['list']}>
      {suggestions.map((suggestion, at) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- its keys are pressed in the box
        <div
          key={suggestion.insert}
          id={`${id}-${at}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === active}
          className={classes['suggestion']}
          // The press must not take the focus from the box.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onAccept(suggestion)}
        >
          <bdi className={classes['label']}>{suggestion.label}</bdi>
          <span className={classes['meaning']}>{suggestion.meaning}</span>
        </div>
      ))}
    </div>
  );
}
