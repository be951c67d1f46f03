import type { ContentIdLookup } from './content-ids.ts';

/** Where a part of the message that is being shown is served, relative to it. */
function partPath(n: number): string {
  return `./parts/${n}`;
}

/** An attribute's value that is one URL: `cid:logo@example.com`. */
export function resolveUrl(value: string, lookup: ContentIdLookup): string {
  const reference = /^\s*cid:(.*?)\s*$/is.exec(value)?.[1];
  const n = reference === undefined ? undefined : lookup(reference);
  return n === undefined ? value : partPath(n);
}

/** The image candidates of a `srcset` (HTML living standard, 4.8.4.2.1). */
export function resolveSrcset(value: string, lookup: ContentIdLookup): string {
  return value.replace(/(^|[\s,])cid:([^\s,]+)/gi, (whole, before: string, reference: string) => {
    const n = lookup(reference);
    return n === undefined ? whole : before + partPath(n);
  });
}

/** `url(cid:...)` and quoted `cid:` references in a style sheet or a style attribute. */
export function resolveCss(css: string, lookup: ContentIdLookup): string {
  return css.replace(
    /(url\(\s*["']?\s*|["'])cid:([^"'()\s\\]+)/gi,
    (whole, before: string, reference: string) => {
      const n = lookup(reference);
      return n === undefined ? whole : before + partPath(n);
    },
  );
}
