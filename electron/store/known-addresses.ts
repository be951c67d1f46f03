import type { Address } from '#shared/message.ts';
import { summaryOf } from './rows.ts';
import type { Row } from './rows.ts';
import { folded } from './search-text.ts';

/** Addresses are those of so many messages: who wrote long ago is seldom looked for, and the whole store is long. */
export const newestLookedAt = 1000;
const mostAnswered = 12;

/** The senders and recipients of these messages whose name or address has the letters, the most frequent first. */
export function knownAddresses(rows: readonly Row[], text: string): Address[] {
  const wanted = folded(text);
  const known = new Map<string, { address: Address; times: number }>();
  for (const row of rows) {
    const { from, to } = summaryOf(row);
    for (const address of from === null ? to : [from, ...to]) {
      const key = address.address.toLowerCase();
      const entry = known.get(key);
      if (entry !== undefined) {
        entry.times += 1;
      } else if (address.address !== '' && folded(`${address.name} ${address.address}`).includes(wanted)) {
        known.set(key, { address, times: 1 });
      }
    }
  }
  return [...known.values()]
    .toSorted((left, right) => right.times - left.times)
    .slice(0, mostAnswered)
    .map(({ address }) => address);
}
