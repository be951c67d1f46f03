import type { ReactNode } from 'react';
import type { ShortcutName } from './shortcuts.ts';

/** The groups of the palette, in its order. */
export const commandSections = ['Message', 'Messages', 'Agent', 'Go to', 'Appearance', 'Help'] as const;

/** Something that the page can do now, offered by the palette and, when it has a shortcut, by its keys. */
export interface Command {
  /** Unique among all commands. */
  readonly id: string;
  readonly section: (typeof commandSections)[number];
  readonly title: string;
  /** Said beside the title: whose, how many. */
  readonly note?: string | undefined;
  /** Found by these words too. */
  readonly words?: string | undefined;
  readonly icon?: ReactNode;
  readonly shortcut?: ShortcutName | undefined;
  /** Goes on while its key is held down. */
  readonly repeats?: boolean;
  /** `held`: the key is being held down. */
  readonly run: (held?: boolean) => void;
}
