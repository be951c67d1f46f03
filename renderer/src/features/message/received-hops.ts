/** A server that the mail passed. */
export interface Hop {
  readonly from: string | null;
  readonly by: string | null;
  readonly protocol: string | null;
  /** Milliseconds since 1970; null where the date cannot be read. */
  readonly at: number | null;
  /** Seconds since the hop before; null where one of the two is unknown. */
  readonly delay: number | null;
}

/** The way of a mail by its Received fields (RFC 5321 4.4), the first hop first. `received`: as in the header, the last on top. */
export function receivedHops(received: readonly string[]): readonly Hop[] {
  let before: number | null = null;
  return received.toReversed().map((value) => {
    const semicolon = value.lastIndexOf(';');
    const way = (semicolon === -1 ? value : value.slice(0, semicolon)).slice(0, 2000);
    const at =
      semicolon === -1 ? Number.NaN : Date.parse(value.slice(semicolon + 1).replace(/\([^()]*\)/g, ''));
    const known = Number.isNaN(at) ? null : at;
    const delay = known === null || before === null ? null : Math.round((known - before) / 1000);
    before = known ?? before;
    return {
      from: wordAfter('from', way),
      by: wordAfter('by', way),
      protocol: wordAfter('with', way),
      at: known,
      delay,
    };
  });
}

function wordAfter(keyword: string, text: string): string | null {
  return new RegExp(String.raw`(?:^|[\s)])${keyword}\s+([^\s;()]+)`, 'i').exec(text)?.[1] ?? null;
}

/** `2 s`, `3 min`, `1.5 h`; a clock that goes wrong gives less than nothing. */
export function delayWords(seconds: number): string {
  const amount = Math.abs(seconds);
  const words =
    amount < 120
      ? `${amount} s`
      : amount < 7200
        ? `${Math.round(amount / 60)} min`
        : amount < 172_800
          ? `${(amount / 3600).toFixed(1).replace(/\.0$/, '')} h`
          : `${Math.round(amount / 86_400)} days`;
  return seconds < 0 ? `${words} back: a clock goes wrong` : words;
}
