/** A file name that is none of those taken, which are in lower case: `order.eml`, `order (2).eml`, … */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  const [, stem = name, extension = ''] = /^(.+?)(\.[^.]+)?$/u.exec(name) ?? [];
  let free = name;
  // File systems that fold case would write one over the other.
  for (let n = 2; taken.has(free.toLowerCase()); n += 1) {
    free = `${stem} (${n})${extension}`;
  }
  return free;
}
