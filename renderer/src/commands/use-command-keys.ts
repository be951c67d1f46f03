import { useEffect } from 'react';
import { useCommandRegistry } from './commands-context.tsx';
import { isPressed } from './shortcuts.ts';

/** Runs the offered command whose shortcut is pressed; not while something is being written or a dialog or menu is open. */
export function useCommandKeys(): void {
  const registry = useCommandRegistry();
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      if (event.defaultPrevented) {
        return;
      }
      const command = registry
        .all()
        .find(({ shortcut }) => shortcut !== undefined && isPressed(shortcut, event));
      const isAllowed = command?.shortcut === 'palette' ? !isOverlaid() : !isBusy(event.target);
      if (command && isAllowed && (!event.repeat || command.repeats === true)) {
        event.preventDefault();
        command.run(event.repeat);
      }
    };
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, [registry]);
}

function isOverlaid(): boolean {
  return document.querySelector('[role=dialog]') !== null;
}

function isBusy(target: EventTarget | null): boolean {
  return (
    isOverlaid() ||
    (target instanceof Element &&
      target.closest('input, textarea, select, [contenteditable], [role=menu]') !== null)
  );
}
