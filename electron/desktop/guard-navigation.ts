import { app } from 'electron';
import type { WebContents } from 'electron';
import { askAndOpen } from './external-links.ts';
import { isAppUrl, isMailUrl } from './origins.ts';

/** The window stays on our page and its frames on mail; what leads elsewhere is opened outside, after asking. */
export function guardNavigation(): void {
  app.on('web-contents-created', (_event, contents) => {
    guard(contents);
  });
}

function guard(contents: WebContents): void {
  contents.setWindowOpenHandler(({ url }) => {
    void askAndOpen(url);
    return { action: 'deny' };
  });
  contents.on('will-frame-navigate', (event) => {
    const stays = event.isMainFrame ? isAppUrl(event.url) : isMailUrl(event.url);
    if (!stays) {
      event.preventDefault();
      void askAndOpen(event.url);
    }
  });
  contents.on('will-redirect', (event) => {
    if (!isAppUrl(event.url) && !isMailUrl(event.url)) {
      event.preventDefault();
    }
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
}
