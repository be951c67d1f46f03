import { Kbd } from '@mantine/core';
import { shortcuts } from './shortcuts.ts';
import type { ShortcutName } from './shortcuts.ts';
import { keyWords } from './key-words.ts';
import classes from './ShortcutKeys.module.css';

/** The keys of a shortcut as they stand on the keyboard. */
export function ShortcutKeys({ name, all = false }: { readonly name: ShortcutName; readonly all?: boolean }) {
  const { keys } = shortcuts[name];
  return (
    <span className={classes['keys']}>
      {(all ? keys : keys.slice(0, 1)).map((key) => (
        <Kbd key={key} size="xs">
          {keyWords(key)}
        </Kbd>
      ))}
    </span>
  );
}
