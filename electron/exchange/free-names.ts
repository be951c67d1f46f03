/** Gives out file names, each once: `order.eml`, `order (2).eml`, … */
export class FreeNames {
  readonly #taken = new Set<string>();
  /** The next number for a name: of ten thousand parts of one name none tries the numbers of all others. */
  readonly #next = new Map<string, number>();

  take(name: string): string {
    const [, stem = name, extension = ''] = /^(.+?)(\.[^.]+)?$/u.exec(name) ?? [];
    const numbered = (n: number): string => (n === 1 ? name : `${stem} (${n})${extension}`);
    let n = this.#next.get(folded(name)) ?? 1;
    while (this.#taken.has(folded(numbered(n)))) {
      n += 1;
    }
    this.#next.set(folded(name), n + 1);
    this.#taken.add(folded(numbered(n)));
    return numbered(n);
  }
}

/** File systems that fold case, or compose accents, would write one over the other. */
function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
