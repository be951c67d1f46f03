import type { HeaderLine } from '#shared/message.ts';

/** The headers whose name or value holds every word of the filter, whatever the case. */
export function filterHeaders(headers: readonly HeaderLine[], filter: string): readonly HeaderLine[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  return headers.filter(({ name, value }) => {
    const line = `${name}: ${value}`.toLowerCase();
    return words.every((word) => line.includes(word));
  });
}
