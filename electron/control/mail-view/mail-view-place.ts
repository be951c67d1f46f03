/** Where the mail view is to be found from the page. */
export interface MailViewPlace {
  /** The address of a message's HTML, for the page that sent this request. */
  urlOf(messageId: string, request: Request): string;
  /** The CSP source that covers all these addresses. */
  source(request: Request): string;
}

/** On the desktop every message has an origin of its own: `mail://<id>/`. */
export const desktopMailViewPlace: MailViewPlace = {
  urlOf: (messageId) => `mail://${messageId}/`,
  source: () => 'mail:',
};
