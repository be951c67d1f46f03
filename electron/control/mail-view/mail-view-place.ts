/** Where the mail view is to be found from the page. */
export interface MailViewPlace {
  /** The address of a message's HTML, for the page that sent this request. */
  urlOf(messageId: string, request: Request): string;
  /** The CSP source that covers all these addresses. */
  source(request: Request): string;
}

/** A message's HTML on the desktop: of an origin that is no page's. */
export function desktopMailUrl(messageId: string): string {
  return `mail://view/${messageId}/`;
}

export const desktopMailViewPlace: MailViewPlace = {
  urlOf: desktopMailUrl,
  source: () => 'mail:',
};
