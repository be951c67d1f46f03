import type { ExplainedError } from '#shared/error-catalogue/entry.ts';

/** The entries in which every word of the filter occurs, in their codes or in their explanation. */
export function filterCodes(entries: readonly ExplainedError[], filter: string): readonly ExplainedError[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter((entry) => {
    const text = textOf(entry);
    return words.every((word) => text.includes(word));
  });
}

function textOf({ status, code, subCode = '', meaning, causes, fix }: ExplainedError): string {
  return [status, code, subCode, meaning, ...causes, fix].join('\n').toLowerCase();
}
