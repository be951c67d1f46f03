import { app } from 'electron';

/** However long closing takes, the application is gone after so many milliseconds. */
const closingLimitMs = 15_000;

/** Holds the quitting back until everything is closed in order, once and bounded in time. */
export function closeBeforeQuit(close: () => Promise<void>): void {
  let closing = false;
  app.on('window-all-closed', () => {
    // On macOS the post office stays open without a window, as applications do there.
    if (process.platform !== 'darwin') {
      app.quit();
    }
  });
  // After the windows have closed, so that each could save its place.
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (closing) {
      return;
    }
    closing = true;
    const limit = setTimeout(() => app.exit(1), closingLimitMs);
    close().then(
      () => {
        clearTimeout(limit);
        app.exit(0);
      },
      (error: unknown) => {
        console.error(error);
        app.exit(1);
      },
    );
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => app.quit());
  }
}
