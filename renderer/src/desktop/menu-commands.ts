import type { MenuCommand } from '#shared/desktop-bridge.ts';
import { isDialogOpen, onDialogChange } from './dialog-open.ts';

/** What the commands of the desktop's menu do on the pages and panes that are on the screen; the last word counts. */
const runs = new Map<MenuCommand, (() => void)[]>();
let told = '';
let isListening = false;

/** From now on the command means something, until the answered function is called. */
export function offerMenuCommand(command: MenuCommand, run: () => void): () => void {
  listen();
  runs.set(command, [...(runs.get(command) ?? []), run]);
  tell();
  return () => {
    runs.set(
      command,
      (runs.get(command) ?? []).filter((each) => each !== run),
    );
    tell();
  };
}

function listen(): void {
  if (window.restante === undefined || isListening) {
    return;
  }
  isListening = true;
  window.restante.onMenuCommand((command) => {
    // Nothing is done behind a dialog's back; an accelerator may be quicker than the greying.
    if (!isDialogOpen()) {
      runs.get(command)?.at(-1)?.();
    }
  });
  onDialogChange(tell);
}

/** Once for all that a change of the page brings. */
function tell(): void {
  queueMicrotask(() => {
    const available = isDialogOpen()
      ? []
      : [...runs].filter(([, all]) => all.length > 0).map(([command]) => command);
    const now = available.toSorted().join(' ');
    if (now !== told) {
      told = now;
      window.restante?.setMenuState(available);
    }
  });
}
