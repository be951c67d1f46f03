import { hasDisplay, openVirtualDisplay } from './display.ts';
import { prepareElectron } from './electron.ts';
import type { Prepared } from './prepared.ts';

/** Electron, and a display for its windows: a virtual one where there is none, so that no window pops up in CI. */
export async function prepareDesktop(): Promise<Prepared> {
  const electron = prepareElectron();
  if (!electron.ready || hasDisplay()) {
    return electron;
  }
  const display = await openVirtualDisplay();
  if (display === undefined) {
    return { ready: false, reason: 'There is no display, and no Xvfb to make one.' };
  }
  return {
    ready: true,
    what: `${electron.what}, on Xvfb ${display.name}`,
    environment: { ...electron.environment, DISPLAY: display.name },
    close: () => display.close(),
  };
}
