import type { Session } from 'electron';
import { isAppUrl } from './origins.ts';
import { mayRequest } from './request-rules.ts';

/** Denies permissions and requests to everything but what the page needs. */
export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(isPermitted(permission, details.requestingUrl));
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => isPermitted(permission, origin));
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => {
    const { url, resourceType, frame } = details;
    answer({ cancel: !mayRequest({ url, resourceType, frameUrl: frame?.url }) });
  });
}

/** The page's copy buttons write to the clipboard; nobody may do anything else. */
function isPermitted(permission: string, url: string): boolean {
  return permission === 'clipboard-sanitized-write' && isAppUrl(url);
}
