import { decodedField, headerEnd } from './header-scan.ts';

/** What a mail says to ZeptoMail in its `X-TM-…` fields (https://www.zoho.com/zeptomail/help/smtp-home.html). */
export interface TmHeaders {
  readonly fileKeys: readonly { readonly key: string; readonly name: string | null }[];
  /** Null when the mail says nothing of it that can be understood. */
  readonly trackOpens: boolean | null;
  readonly trackClicks: boolean | null;
  readonly clientReference: string | null;
}

const tmField = /^x-tm-(file-key|open-track|click-track|client-ref)[ \t]*:/i;

/** Reads these fields, and takes them out: `raw` is the same message without them, in memory of its own. */
export function takeTmHeaders(raw: Buffer): { readonly tm: TmHeaders; readonly raw: Buffer } {
  const empty = headerEnd(raw);
  const end = empty ?? raw.length;
  const values = new Map<string, string>();
  const kept: string[] = [];
  // A field is a line and those after it that begin with white space (RFC 5322 2.2.3).
  for (const field of raw.toString('latin1', 0, end).split(/(?<=\n)(?![ \t])/)) {
    const [start, name] = tmField.exec(field) ?? [];
    if (start === undefined || name === undefined) {
      kept.push(field);
    } else {
      values.set(name.toLowerCase(), decodedField(field.slice(start.length).replace(/\r?\n/g, '')));
    }
  }
  return { tm: tmHeadersOf(values), raw: joined(kept.join(''), raw, empty) };
}

function tmHeadersOf(values: ReadonlyMap<string, string>): TmHeaders {
  return {
    fileKeys: (values.get('file-key') ?? '')
      .split(',')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== '')
      .map((entry) => {
        const colon = entry.indexOf(':');
        const name = colon === -1 ? '' : entry.slice(colon + 1).trim();
        return { key: colon === -1 ? entry : entry.slice(0, colon).trim(), name: name === '' ? null : name };
      }),
    trackOpens: yesOrNo(values.get('open-track')),
    trackClicks: yesOrNo(values.get('click-track')),
    clientReference: values.get('client-ref') || null,
  };
}

function yesOrNo(value: string | undefined): boolean | null {
  const known = /^(true|false)$/i.exec(value ?? '');
  return known === null ? null : known[0].toLowerCase() === 'true';
}

/**
 * When the last field went, the line end before the empty line is one of the two that are there already; when all went,
 * one of them is left.
 */
function joined(header: string, raw: Buffer, empty: number | null): Buffer {
  const lineEnd = raw[empty ?? 0] === 0x0d ? 2 : 1;
  const end = empty === null ? raw.length : empty + (header === '' ? lineEnd : 0);
  const kept = Buffer.from(empty === null ? header : header.replace(/\r?\n$/, ''), 'latin1');
  const whole = Buffer.allocUnsafeSlow(kept.length + raw.length - end);
  kept.copy(whole);
  raw.copy(whole, kept.length, end);
  return whole;
}
