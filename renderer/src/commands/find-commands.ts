import type { Command } from './command.ts';

/** How well a word of the query fits a command, more being better; 0: not at all. */
function fit(word: string, title: string, rest: string): number {
  const at = title.indexOf(word);
  if (at === 0) {
    return 4;
  }
  if (at > 0) {
    return isWordStart(title, at) ? 3 : 1;
  }
  return startsAWord(rest, word) ? 2 : 0;
}

function isWordStart(text: string, at: number): boolean {
  return !/[\p{L}\p{N}]/u.test(text.charAt(at - 1));
}

function startsAWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (isWordStart(text, at)) {
      return true;
    }
  }
  return false;
}

/** The commands that have every word of the query, in title, note, section or other words; the best first. */
export function findCommands(commands: readonly Command[], query: string): readonly Command[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) {
    return commands;
  }
  return commands
    .map((command) => {
      const title = command.title.toLowerCase();
      const rest = `${command.note ?? ''} ${command.section} ${command.words ?? ''}`.toLowerCase();
      const fits = words.map((word) => fit(word, title, rest));
      return { command, rank: fits.includes(0) ? 0 : fits.reduce((sum, each) => sum + each, 0) };
    })
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => b.rank - a.rank)
    .map(({ command }) => command);
}
