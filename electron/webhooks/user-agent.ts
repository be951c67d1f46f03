interface Named {
  readonly name: string;
  readonly version: string;
}

/** What ZeptoMail says of the program that opened a mail or followed a link. */
export interface ReaderFacts {
  readonly email_client: Named;
  readonly browser: Named;
  readonly operating_system: Named;
  readonly device: { readonly name: string };
}

type Pattern = readonly [name: string, pattern: RegExp];

const emailClients: readonly Pattern[] = [
  ['Gmail', /GoogleImageProxy|ggpht\.com/],
  ['Yahoo Mail', /YahooMailProxy/],
  ['Outlook', /(?:Microsoft Outlook|ms-office|Outlook)[ /]?([\d.]*)/i],
  ['Thunderbird', /Thunderbird\/([\d.]+)/],
  [
    'Apple Mail',
    /^Mozilla\/5\.0 \([^)]*(?:Macintosh|iPhone|iPad)[^)]*\) AppleWebKit\/([\d.]+) \(KHTML, like Gecko\)(?: Mobile\/\w+)?$/,
  ],
];

/** In this order: each of them calls itself by the names of those below. */
const browsers: readonly Pattern[] = [
  ['Edge', /Edg(?:e|A|iOS)?\/([\d.]+)/],
  ['Opera', /OPR\/([\d.]+)/],
  ['Firefox', /(?:Firefox|FxiOS)\/([\d.]+)/],
  ['Chrome', /(?:Chrome|CriOS)\/([\d.]+)/],
  ['Safari', /Version\/([\d.]+).* Safari\//],
];

const systems: readonly Pattern[] = [
  ['iOS', /(?:iPhone|iPad).*? OS ([\d_]+)/],
  ['Android', /Android ([\d.]+)/],
  ['Windows', /Windows NT ([\d.]+)/],
  ['Mac OS X', /Mac OS X ([\d_.]+)/],
  ['Linux', /Linux/],
];

const devices: readonly Pattern[] = [
  ['Tablet', /iPad|Tablet|Android(?!.*Mobile)/],
  ['Mobile', /Mobile|iPhone/],
  ['Desktop', /Windows|Macintosh|Linux|X11/],
];

/** The common programs by the names they give themselves; assumed: `Unknown` with no version for all others. */
export function readerFacts(userAgent: string): ReaderFacts {
  return {
    email_client: named(emailClients, userAgent),
    browser: named(browsers, userAgent),
    operating_system: named(systems, userAgent),
    device: { name: named(devices, userAgent).name },
  };
}

function named(patterns: readonly Pattern[], userAgent: string): Named {
  for (const [name, pattern] of patterns) {
    const match = pattern.exec(userAgent);
    if (match) {
      return { name, version: (match[1] ?? '').replaceAll('_', '.') };
    }
  }
  return { name: 'Unknown', version: '' };
}
