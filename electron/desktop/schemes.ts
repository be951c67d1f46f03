import { protocol } from 'electron';
import { appScheme, mailScheme } from './origins.ts';

type Fetch = (request: Request) => Promise<Response>;

/** Must happen before the application is ready: Chromium fixes its schemes then. */
export function registerSchemes(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true };
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { ...privileges, codeCache: true } },
    { scheme: mailScheme, privileges },
  ]);
}

/** Serves the page with the control API, and the messages' HTML, in process. */
export function serveSchemes(app: Fetch, mail: Fetch): void {
  protocol.handle(appScheme, app);
  protocol.handle(mailScheme, mail);
}
