// Free of zod: the worker threads load this file.

const token = '[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}';
const openPattern = new RegExp(`/track/open/(${token})$`);
const clickPattern = new RegExp(`/track/click/(${token})/([0-9]{1,5})$`);

/** Path of the picture that tells of an opened mail. The form of production’s addresses is unknown; ours are assumed. */
export function openPath(mail: string): string {
  return `/track/open/${mail}`;
}

/** Path of a mail’s nth tracked link, from 0. */
export function clickPath(mail: string, n: number): string {
  return `/track/click/${mail}/${n}`;
}

/** The tracked mail whose opening an address or path tells of. */
export function openedMail(address: string): string | undefined {
  return openPattern.exec(address)?.[1];
}

/** The tracked mail and link that an address or path stands for. */
export function clickedLink(address: string): { readonly mail: string; readonly n: number } | undefined {
  const [, mail, n] = clickPattern.exec(address) ?? [];
  return mail === undefined ? undefined : { mail, n: Number(n) };
}
