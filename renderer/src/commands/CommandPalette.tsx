import { Modal, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { commandSections } from './command.ts';
import type { Command } from './command.ts';
import { useAllCommands } from './commands-context.tsx';
import { findCommands } from './find-commands.ts';
import { ShortcutKeys } from './ShortcutKeys.tsx';
import { useFoundMessages } from './use-found-messages.tsx';
import classes from './CommandPalette.module.css';

/** Without a query, so many of each section: the rest is found by its words. */
const unaskedPerSection = 8;
const mostShown = 60;

interface CommandPaletteProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Everything that the page can do, and the messages, found by typing. */
export function CommandPalette({ opened, onClose }: CommandPaletteProps) {
  // What a command opens takes the focus only after the palette has given it back.
  const chosen = useRef<Command>(undefined);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (opened) {
      // Before the next key, which would be lost: the dialog itself gives the focus a timer later. Not by `autoFocus`
      // either, after which the dialog would take the box for what had the focus before.
      box.current?.focus();
    }
  }, [opened]);
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      onExitTransitionEnd={() => {
        chosen.current?.run();
        chosen.current = undefined;
      }}
      padding={0}
      size={620}
      centered={false}
      yOffset="12vh"
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label="Command palette">
        <Modal.Body>
          <Palette
            box={box}
            onChoose={(command) => {
              chosen.current = command;
              onClose();
            }}
          />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

interface PaletteProps {
  readonly box: RefObject<HTMLInputElement | null>;
  readonly onChoose: (command: Command) => void;
}

/** A combobox whose list is always open (WAI-ARIA: the focus stays in the box, the active option is named by its id). */
function Palette({ box, onChoose }: PaletteProps) {
  const id = useId();
  const [query, setQuery] = useState('');
  const [activeId, setActiveId] = useState<string>();
  const sections = useSections(query);
  const shown = sections.flatMap(({ commands }) => commands);
  const active = shown.find((command) => command.id === activeId) ?? shown[0];
  const optionId = (command: Command) => `${id} ${shown.indexOf(command)}`.replaceAll(' ', '-');
  const activeOption = active && optionId(active);
  useEffect(() => {
    document.getElementById(activeOption ?? '')?.scrollIntoView({ block: 'nearest' });
  }, [activeOption]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || active === undefined) {
      return;
    }
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (by !== undefined) {
      event.preventDefault();
      const at = shown.indexOf(active) + by;
      const isStep = Math.abs(by) === 1;
      // A step goes round, a leap stops at the ends.
      setActiveId(shown.at(isStep ? at % shown.length : Math.max(0, Math.min(shown.length - 1, at)))?.id);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      onChoose(active);
    }
  }

  return (
    <>
      <TextInput
        ref={box}
        data-autofocus
        role="combobox"
        aria-label="Command or message"
        aria-expanded
        aria-controls={id}
        aria-activedescendant={activeOption}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder="Command or message"
        variant="unstyled"
        size="lg"
        leftSection={<IconSearch size={17} />}
        className={classes['input'] ?? ''}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setActiveId(undefined);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={id} role="listbox" aria-label="Commands and messages" className={classes['options']}>
        {sections.map(({ title, commands }) => (
          <div key={title} role="group" aria-label={title}>
            <div className={classes['section']} aria-hidden>
              {title}
            </div>
            {commands.map((command) => (
              <Option
                key={command.id}
                id={optionId(command)}
                command={command}
                isActive={command === active}
                onActive={() => setActiveId(command.id)}
                onChoose={() => onChoose(command)}
              />
            ))}
          </div>
        ))}
      </div>
      {shown.length === 0 && (
        <p className={classes['empty']} role="status">
          Nothing is called that
        </p>
      )}
    </>
  );
}

function useSections(query: string): { title: string; commands: readonly Command[] }[] {
  const commands = useAllCommands().filter(({ shortcut }) => shortcut !== 'palette');
  const messages = useFoundMessages(query);
  const found = findCommands(commands, query);
  const sections =
    query.trim() === ''
      ? commandSections.map((title) => ({
          title,
          commands: found.filter(({ section }) => section === title).slice(0, unaskedPerSection),
        }))
      : [
          { title: 'Commands', commands: found.slice(0, mostShown) },
          { title: 'Messages', commands: messages },
        ];
  return sections.filter((section) => section.commands.length > 0);
}

interface OptionProps {
  readonly id: string;
  readonly command: Command;
  readonly isActive: boolean;
  readonly onActive: () => void;
  readonly onChoose: () => void;
}

function Option({ id, command, isActive, onActive, onChoose }: OptionProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the box that has the focus hears the keys
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={classes['option']}
      onMouseMove={onActive}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <span className={classes['icon']} aria-hidden>
        {command.icon}
      </span>
      <bdi className={classes['title']}>{command.title}</bdi>
      {command.note !== undefined && <bdi className={classes['note']}>{command.note}</bdi>}
      {command.shortcut !== undefined && <ShortcutKeys name={command.shortcut} />}
    </div>
  );
}
