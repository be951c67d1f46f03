import { CloseButton, Loader, Popover } from '@mantine/core';
import { IconHelp, IconSearch } from '@tabler/icons-react';
import { useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { MessageView } from '../../api/query-keys.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { searchBoxId } from '../inbox/search-box.ts';
import { withSuggestion } from './suggestions.ts';
import type { Suggestion } from './suggestions.ts';
import { SuggestionList } from './SuggestionList.tsx';
import { Underlined } from './Underlined.tsx';
import type { SearchBoxState } from './use-search-box.ts';
import { useSuggestions } from './use-suggestions.ts';
import classes from './SearchBox.module.css';

interface SearchBoxProps {
  readonly view: MessageView;
  readonly state: SearchBoxState;
  /** Names what describes the box: the number of hits, the problem. */
  readonly describedBy: string;
  readonly onLeave: () => void;
  readonly onHelp: () => void;
}

/** The search box, with suggestions while one types, and what is wrong underlined where it stands. */
export function SearchBox({ view, state, describedBy, onLeave, onHelp }: SearchBoxProps) {
  const { text, setText, isWaiting, problem } = state;
  const listId = useId();
  const inputRef = useRef<HTMLInputElement>(null);
  const [caret, setCaret] = useState(0);
  const [scroll, setScroll] = useState(0);
  /** Null: closed. `all`: asked for by the person. */
  const [opened, setOpened] = useState<'typing' | 'all' | null>(null);
  const [active, setActive] = useState<number | null>(null);
  const offered = useSuggestions(view, text, caret, opened);
  const suggestions = offered?.suggestions ?? [];
  const isOpen = suggestions.length > 0;

  function type(next: string, at: number): void {
    setCaret(at);
    setActive(null);
    setOpened('typing');
    setText(next, at);
  }

  function accept(suggestion: Suggestion): void {
    if (offered !== null) {
      const next = withSuggestion(text, offered, suggestion);
      type(next.text, next.caret);
      // After React has put the new text into the box.
      requestAnimationFrame(() => inputRef.current?.setSelectionRange(next.caret, next.caret));
    }
  }

  function move(by: number): void {
    const at = active === null ? (by > 0 ? 0 : suggestions.length - 1) : active + by;
    setActive((at + suggestions.length) % suggestions.length);
  }

  function press(event: KeyboardEvent): void {
    const chosen = active === null ? undefined : suggestions[active];
    const handled = isOpen ? pressInList(event.key, chosen) : pressInBox(event);
    if (handled) {
      event.preventDefault();
    }
  }

  function pressInList(key: string, chosen: Suggestion | undefined): boolean {
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      move(key === 'ArrowDown' ? 1 : -1);
    } else if (key === 'Escape') {
      setOpened(null);
    } else if ((key === 'Enter' || key === 'Tab') && chosen !== undefined) {
      accept(chosen);
    } else if (key === 'Enter') {
      setOpened(null);
      onLeave();
    } else {
      return false;
    }
    return true;
  }

  function pressInBox({ key, altKey }: KeyboardEvent): boolean {
    if (key === 'ArrowDown' && altKey) {
      setCaret(inputRef.current?.selectionStart ?? text.length);
      setOpened('all');
    } else if (key === 'Escape') {
      setText('', 0);
      onLeave();
    } else if (key === 'Enter' || key === 'ArrowDown') {
      onLeave();
    } else {
      return false;
    }
    return true;
  }

  return (
    <Popover
      opened={isOpen}
      onChange={(open) => !open && setOpened(null)}
      position="bottom-start"
      width="target"
      offset={4}
      shadow="md"
      withinPortal={false}
      withRoles={false}
      trapFocus={false}
      returnFocus={false}
      closeOnEscape={false}
    >
      <Popover.Target>
        <div className={classes['box']} data-problem={problem !== undefined || undefined}>
          <span className={classes['icon']}>
            {isWaiting ? <Loader size={13} /> : <IconSearch size={14} />}
          </span>
          <span className={classes['field']}>
            <Underlined text={text} span={problem} scroll={scroll} />
            <input
              ref={inputRef}
              id={searchBoxId}
              className={classes['input']}
              type="text"
              role="combobox"
              aria-label="Search messages"
              aria-describedby={describedBy}
              aria-autocomplete="list"
              aria-expanded={isOpen}
              aria-controls={isOpen ? listId : undefined}
              aria-activedescendant={isOpen && active !== null ? `${listId}-${active}` : undefined}
              aria-invalid={problem !== undefined || undefined}
              autoComplete="off"
              spellCheck={false}
              placeholder="Search"
              value={text}
              onChange={(event) =>
                type(event.currentTarget.value, event.currentTarget.selectionStart ?? text.length)
              }
              onSelect={(event) => setCaret(event.currentTarget.selectionStart ?? text.length)}
              onScroll={(event) => setScroll(event.currentTarget.scrollLeft)}
              onKeyDown={press}
              onBlur={() => setOpened(null)}
            />
          </span>
          {text !== '' && (
            <CloseButton
              size="xs"
              aria-label="Clear the search"
              onClick={() => {
                setText('', 0);
                inputRef.current?.focus();
              }}
            />
          )}
          <IconButton size={22} label="How to search" icon={<IconHelp size={15} />} onClick={onHelp} />
        </div>
      </Popover.Target>
      <Popover.Dropdown p={4} className={classes['dropdown'] ?? ''}>
        <SuggestionList id={listId} suggestions={suggestions} active={active} onAccept={accept} />
      </Popover.Dropdown>
    </Popover>
  );
}
