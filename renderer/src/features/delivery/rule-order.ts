/** The list with the entry at `index` a place further up. */
export function movedUp<T>(list: readonly T[], index: number): T[] {
  const moved = list[index];
  if (moved === undefined || index === 0) {
    return [...list];
  }
  const others = list.toSpliced(index, 1);
  return others.toSpliced(index - 1, 0, moved);
}
