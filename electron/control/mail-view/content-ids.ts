import type { MessagePart } from '#shared/message.ts';

/** Answers with the `n` of the part that a `cid:` reference (without its scheme) means. */
export type ContentIdLookup = (reference: string) => number | undefined;

/**
 * The Content-IDs of a message (RFC 2392): a reference may be percent-encoded and, in mail as it is, differ in case.
 * An exact match goes before one in another case; the first of several parts with one id wins.
 */
export function contentIdLookup(parts: readonly MessagePart[]): ContentIdLookup {
  const exact = new Map<string, number>();
  const folded = new Map<string, number>();
  for (const { contentId, n } of parts) {
    const id = contentId?.trim().replace(/^<|>$/g, '').trim();
    if (id !== undefined && id !== '') {
      exact.set(id, exact.get(id) ?? n);
      folded.set(id.toLowerCase(), folded.get(id.toLowerCase()) ?? n);
    }
  }
  return (reference) => {
    for (const id of [reference, decoded(reference)]) {
      const n = exact.get(id) ?? folded.get(id.toLowerCase());
      if (n !== undefined) {
        return n;
      }
    }
    return undefined;
  };
}

function decoded(reference: string): string {
  try {
    return decodeURIComponent(reference);
  } catch {
    // Not percent-encoded at all, e.g. `100%`.
    return reference;
  }
}
