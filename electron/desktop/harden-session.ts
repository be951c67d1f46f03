import type { Session } from 'electron';
import { allowsRemoteContent, isAppUrl } from './origins.ts';
import { mayRequest } from './request-rules.ts';

/** Denies permissions and requests to everything but what the page needs. */
export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(isPermitted(permission, details.requestingUrl));
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => isPermitted(permission, origin));
  session.setDevicePermissionHandler(() => false);
  /** By the frame, which keeps its number when it loads something else. */
  const loading = new Map<number, string>();
  session.webRequest.onBeforeRequest((details, answer) => {
    const { url, resourceType, frame } = details;
    const number = frame?.frameTreeNodeId ?? -1;
    if (resourceType === 'subFrame') {
      loading.delete(number);
      if (allowsRemoteContent(url)) {
        loading.set(number, url);
      }
    }
    const frameUrls = [frame?.url, loading.get(number)].filter((each) => each !== undefined);
    answer({ cancel: !mayRequest({ url, resourceType, frameUrls }) });
  });
}

/** The page's copy buttons write to the clipboard; nobody may do anything else. */
function isPermitted(permission: string, url: string): boolean {
  return permission === 'clipboard-sanitized-write' && isAppUrl(url);
}
