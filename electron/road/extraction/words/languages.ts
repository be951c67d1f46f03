import { arabic } from './arabic.ts';
import { chinese } from './chinese.ts';
import { dutch } from './dutch.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { hindi } from './hindi.ts';
import { italian } from './italian.ts';
import { japanese } from './japanese.ts';
import { korean } from './korean.ts';
import { polish } from './polish.ts';
import { portuguese } from './portuguese.ts';
import { russian } from './russian.ts';
import { spanish } from './spanish.ts';
import { turkish } from './turkish.ts';
import type { LanguageWords } from './language-words.ts';

const languages: readonly LanguageWords[] = [
  arabic,
  chinese,
  dutch,
  english,
  french,
  german,
  hindi,
  italian,
  japanese,
  korean,
  polish,
  portuguese,
  russian,
  spanish,
  turkish,
];

/** The phrases of all languages for one thing. */
export function phrasesFor(thing: keyof LanguageWords): string[] {
  return languages.flatMap((words) =>
    words[thing].split(',').map((phrase) => phrase.replace(/\s+/g, ' ').trim()),
  );
}
