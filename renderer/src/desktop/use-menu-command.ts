import { useEffect, useEffectEvent } from 'react';
import type { MenuCommand } from '#shared/desktop-bridge.ts';

/** Runs when the command is chosen in the desktop's application menu; in a browser never. */
export function useMenuCommand(command: MenuCommand, run: () => void): void {
  const runLatest = useEffectEvent(run);
  useEffect(
    () =>
      window.restante?.onMenuCommand((chosen) => {
        if (chosen === command) {
          runLatest();
        }
      }),
    [command],
  );
}
