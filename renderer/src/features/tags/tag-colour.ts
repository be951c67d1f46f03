const colours = [
  'blue',
  'teal',
  'green',
  'lime',
  'amber',
  'orange',
  'red',
  'pink',
  'violet',
  'slate',
] as const;

/** The colour of a tag: always the same for the same name, whatever its case. Words are told apart by themselves, not by it. */
export function tagColour(name: string): (typeof colours)[number] {
  let hash = 0;
  for (const character of name.toLowerCase()) {
    hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  }
  return colours[hash % colours.length] ?? 'slate';
}

/** The search that finds the messages with a tag. */
export function tagSearch(name: string): string {
  return /[\s]/.test(name) ? `tag:"${name}"` : `tag:${name}`;
}
