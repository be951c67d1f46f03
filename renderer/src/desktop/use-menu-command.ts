import { useEffect, useEffectEvent } from 'react';
import type { MenuCommand } from '#shared/desktop-bridge.ts';
import { offerMenuCommand } from './menu-commands.ts';

/**
 * Runs when the command is chosen in the desktop's application menu; in a browser never. The menu offers it as long as
 * the caller is on the screen and `isAvailable`.
 */
export function useMenuCommand(command: MenuCommand, run: () => void, isAvailable = true): void {
  const runLatest = useEffectEvent(run);
  useEffect(
    () => (isAvailable ? offerMenuCommand(command, () => runLatest()) : undefined),
    [command, isAvailable],
  );
}
