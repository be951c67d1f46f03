/** The surrounding that a mail is shown in, as `prefers-color-scheme` tells it. */
export type Scheme = 'light' | 'dark';

/** Media conditions that always and never hold, in words that may stand wherever the feature stood. */
const holds = '(min-width:0)';
const fails = '(max-width:-1px)';

/**
 * CSS or a media condition that is answered as under this scheme, whatever the system's is. A frame cannot be told:
 * Chromium gives the frame of another origin the system's scheme and heeds no `color-scheme` on its element.
 */
export function underScheme(css: string, scheme: Scheme): string {
  return /color-scheme/i.test(css)
    ? css
        .replace(/\(\s*prefers-color-scheme\s*(?::\s*([a-z-]+)\s*)?\)/gi, (_, asked?: string) =>
          asked === undefined || asked.toLowerCase() === scheme ? holds : fails,
        )
        .replace(
          /(?<![-\w])color-scheme(\s*:\s*)([^;}!]+)/gi,
          (_, colon: string, schemes: string) => `color-scheme${colon}${usedScheme(schemes, scheme)}`,
        )
    : css;
}

/** Of the colour schemes that a document supports, the one that is used (CSS Color Adjustment 1, 2.2). */
export function usedScheme(supported: string, scheme: Scheme): string {
  return supported.toLowerCase().split(/\s+/).includes(scheme) ? scheme : supported;
}
