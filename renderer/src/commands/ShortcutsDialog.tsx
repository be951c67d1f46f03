import { Dialog } from '../ui/Dialog.tsx';
import { shortcuts, shortcutSections } from './shortcuts.ts';
import type { ShortcutName } from './shortcuts.ts';
import { ShortcutKeys } from './ShortcutKeys.tsx';
import classes from './ShortcutsDialog.module.css';

const names = Object.keys(shortcuts) as ShortcutName[];

/** Every shortcut, by where it works. */
export function ShortcutsDialog({
  opened,
  onClose,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  return (
    <Dialog opened={opened} onClose={onClose} title="Keyboard shortcuts" size={760}>
      <div className={classes['sections']}>
        {shortcutSections.map((section) => (
          <div key={section} className={classes['section']}>
            <h3 className={classes['title']}>{section}</h3>
            <dl className={classes['list']}>
              {names
                .filter((name) => shortcuts[name].where === section)
                .map((name) => (
                  <div key={name} className={classes['row']}>
                    <dt>{shortcuts[name].what}</dt>
                    <dd>
                      <ShortcutKeys name={name} all />
                    </dd>
                  </div>
                ))}
            </dl>
          </div>
        ))}
      </div>
    </Dialog>
  );
}
