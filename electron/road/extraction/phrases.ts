import { folded } from './fold.ts';
import type { LanguageWords } from './words/language-words.ts';
import { phrasesFor } from './words/languages.ts';

export interface PhraseHit<Kind extends string> {
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
}

interface Node<Kind> {
  readonly next: Map<string, Node<Kind>>;
  /** What goes on after any letters. */
  open: Node<Kind> | undefined;
  kind: Kind | undefined;
  /** May stand inside of a word: at its left. */
  kindInWord: Kind | undefined;
}

const wordCharacter = /[\p{L}\p{M}\p{N}]/u;
/** Scripts that put no blanks between words, or put particles onto them. */
const unspaced = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}]/u;

/** Finds the phrases of all languages in a text, in one pass: a trie of their characters. */
export class Phrases<Kind extends string> {
  readonly #root: Node<Kind> = emptyNode();

  /** Which things to look for, and what a hit is to be called. */
  constructor(things: Readonly<Record<Kind, keyof LanguageWords>>) {
    for (const kind of Object.keys(things) as Kind[]) {
      for (const phrase of phrasesFor(things[kind])) {
        this.#add(kind, phrase);
      }
    }
  }

  /** The hits in a folded text, in their order; of those that overlap, the longer. */
  in(text: string): PhraseHit<Kind>[] {
    const hits: PhraseHit<Kind>[] = [];
    let wasWord = false;
    for (let start = 0; start < text.length; start += 1) {
      const character = text[start] ?? '';
      const isWord = isWordCharacter(character);
      const hit = isWord || character === '〒' ? this.#longestAt(text, start, wasWord) : undefined;
      wasWord = isWord;
      if (hit !== undefined) {
        keepLonger(hits, hit);
      }
    }
    return hits;
  }

  #add(kind: Kind, phrase: string): void {
    const isFree = phrase.startsWith('*');
    const text = folded(isFree ? phrase.slice(1) : phrase);
    let node = this.#root;
    for (const character of text) {
      if (character === '*') {
        node.open ??= emptyNode();
        node = node.open;
      } else {
        const next = node.next.get(character) ?? emptyNode<Kind>();
        node.next.set(character, next);
        node = next;
      }
    }
    if (isFree || unspaced.test(text)) {
      node.kindInWord ??= kind;
    } else {
      node.kind ??= kind;
    }
  }

  #longestAt(text: string, start: number, inWord: boolean): PhraseHit<Kind> | undefined {
    let found: PhraseHit<Kind> | undefined;
    let at = start;
    let node: Node<Kind> | undefined = this.#root;
    while (node !== undefined) {
      const kind: Kind | undefined = (inWord ? undefined : node.kind) ?? node.kindInWord;
      if (kind !== undefined && (endsWord(text, at) || unspaced.test(text[at - 1] ?? ''))) {
        found = { kind, start, end: at };
      }
      const next: Node<Kind> | undefined = at < text.length ? node.next.get(text[at] ?? '') : undefined;
      if (next === undefined && node.open !== undefined) {
        at = endOfLetters(text, at);
        node = node.open;
      } else {
        at += 1;
        node = next;
      }
    }
    return found;
  }
}

function emptyNode<Kind>(): Node<Kind> {
  return { next: new Map(), open: undefined, kind: undefined, kindInWord: undefined };
}

function isWordCharacter(character: string): boolean {
  const code = character.charCodeAt(0);
  return code < 128
    ? (code > 96 && code < 123) || (code > 47 && code < 58)
    : wordCharacter.test(character) || (code >= 0xd800 && code < 0xe000);
}

function endsWord(text: string, at: number): boolean {
  return at >= text.length || !isWordCharacter(text[at] ?? '');
}

function endOfLetters(text: string, from: number): number {
  let at = from;
  while (at < text.length && at - from < 40 && isWordCharacter(text[at] ?? '')) {
    at += 1;
  }
  return at;
}

function keepLonger<Kind extends string>(hits: PhraseHit<Kind>[], hit: PhraseHit<Kind>): void {
  const last = hits.at(-1);
  if (last === undefined || last.end <= hit.start) {
    hits.push(hit);
  } else if (hit.end - hit.start > last.end - last.start) {
    hits[hits.length - 1] = hit;
  }
}
