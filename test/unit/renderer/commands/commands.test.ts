import { describe, expect, it, vi } from 'vitest';
import type { Command } from '../../../../renderer/src/commands/command.ts';
import { CommandRegistry } from '../../../../renderer/src/commands/command-registry.ts';
import { findCommands } from '../../../../renderer/src/commands/find-commands.ts';
import { keyWords } from '../../../../renderer/src/commands/key-words.ts';
import { isPressed, shortcuts } from '../../../../renderer/src/commands/shortcuts.ts';
import type { ShortcutName } from '../../../../renderer/src/commands/shortcuts.ts';
import { listCommandOf } from '../../../../renderer/src/features/inbox/list-keys.ts';

const names = Object.keys(shortcuts) as ShortcutName[];
const bare = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };

function command(title: string, rest: Partial<Command> = {}): Command {
  return { id: title, section: 'Messages', title, run: () => {}, ...rest };
}

describe('finding commands', () => {
  const commands = [
    command('Mark all read'),
    command('Switch on', { section: 'Agent', note: 'Reader app', words: 'start stop' }),
    command('Read everything'),
    command('Thread'),
  ];
  const found = (query: string) => findCommands(commands, query).map(({ title }) => title);

  it('puts titles that begin with the word first, then words of titles, then other words, then parts of words', () => {
    expect(found('read')).toEqual(['Read everything', 'Mark all read', 'Switch on', 'Thread']);
  });

  it('wants every word, in any order, in title, note, section or other words', () => {
    expect(found('reader START')).toEqual(['Switch on']);
    expect(found('all mark')).toEqual(['Mark all read']);
    expect(found('agent')).toEqual(['Switch on']);
    expect(found('mark nothing')).toEqual([]);
  });

  it('lists them all, in their order, for no query', () => {
    expect(found(' ')).toEqual(commands.map(({ title }) => title));
  });
});

describe('the registry', () => {
  it('knows what is offered now, and tells of changes', () => {
    const registry = new CommandRegistry();
    const listener = vi.fn<() => void>();
    const stop = registry.listen(listener);
    const [page, dialog] = [Symbol('page'), Symbol('dialog')];
    registry.offer(page, [command('One')]);
    registry.offer(dialog, [command('Two')]);
    registry.offer(page, [command('Three')]);
    expect(registry.all().map(({ title }) => title)).toEqual(['Three', 'Two']);
    registry.withdraw(page);
    stop();
    registry.withdraw(dialog);
    expect(registry.all()).toEqual([]);
    expect(listener).toHaveBeenCalledTimes(4);
  });
});

describe('the shortcuts', () => {
  it('never mean two things in one place, nor hide one that works anywhere', () => {
    for (const name of names) {
      const { keys, where } = shortcuts[name];
      const rivals = names.filter(
        (other) =>
          other !== name &&
          [where, 'Anywhere', 'Messages'].includes(shortcuts[other].where) &&
          where !== 'Panes and lists' &&
          shortcuts[other].keys.some((key) => keys.some((one) => one === key)),
      );
      expect(rivals, name).toEqual([]);
    }
  });

  it.each(names.filter((name) => shortcuts[name].where === 'List of messages'))(
    'the list follows %s',
    (name) => {
      for (const key of shortcuts[name].keys) {
        const parts = key.split('+');
        const pressed = {
          ...bare,
          ctrlKey: parts.includes('mod'),
          shiftKey: parts.includes('Shift'),
          key: parts.at(-1) === 'Space' ? ' ' : (parts.at(-1) ?? ''),
        };
        expect(listCommandOf(pressed), key).toBeDefined();
      }
    },
  );

  it('are pressed with Ctrl or ⌘, never with Alt; keys of the list are left to the list', () => {
    expect(isPressed('palette', { ...bare, key: 'k', ctrlKey: true })).toBe(true);
    expect(isPressed('palette', { ...bare, key: 'K', metaKey: true })).toBe(true);
    expect(isPressed('palette', { ...bare, key: 'k' })).toBe(false);
    expect(isPressed('next', { ...bare, key: 'j' })).toBe(true);
    expect(isPressed('next', { ...bare, key: 'j', altKey: true })).toBe(false);
    expect(isPressed('remove', { ...bare, key: 'Delete' })).toBe(false);
  });

  it('are written as on the keyboard of the machine', () => {
    expect(keyWords('mod+k', true)).toBe('⌘K');
    expect(keyWords('mod+k', false)).toBe('Ctrl+K');
    expect(keyWords('Shift+ArrowDown', false)).toBe('Shift+↓');
    expect(keyWords('mod+Enter', false)).toBe('Ctrl+Enter');
    expect(keyWords('j', false)).toBe('j');
  });
});
