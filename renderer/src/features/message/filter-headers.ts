/** The headers whose name or value holds every word of the filter, whatever the case. */
export function filterHeaders<Field extends { readonly name: string; readonly value: string }>(
  headers: readonly Field[],
  filter: string,
): readonly Field[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  return headers.filter(({ name, value }) => {
    const line = `${name}: ${value}`.toLowerCase();
    return words.every((word) => line.includes(word));
  });
}
