/** The page and the control API: served in process, no TCP port involved. */
export const appScheme = 'app';
export const appHost = 'restante';
export const appOrigin = `${appScheme}://${appHost}`;

/** Messages' HTML: `mail://view/<message id>/`. */
export const mailScheme = 'mail';

/** Whether a URL belongs to our own page. A string comparison will not do: `app://restante.example/` starts alike. */
export function isAppUrl(url: string): boolean {
  const parsed = URL.parse(url);
  return parsed !== null && parsed.protocol === `${appScheme}:` && parsed.host === appHost;
}

export function isMailUrl(url: string): boolean {
  return URL.parse(url)?.protocol === `${mailScheme}:`;
}

/** Whether this is a message whose remote content the person asked for. */
export function allowsRemoteContent(url: string): boolean {
  return isMailUrl(url) && URL.parse(url)?.searchParams.get('remote') === '1';
}

/** What a system browser or mail program may be given. Everything else (file:, smb:, custom schemes) is refused. */
export function isExternalUrl(url: string): boolean {
  return ['http:', 'https:', 'mailto:'].includes(URL.parse(url)?.protocol ?? '');
}
