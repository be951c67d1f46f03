import { folded } from './fold.ts';
import type { LanguageWords } from './words/language-words.ts';
import { phrasesFor } from './words/languages.ts';

export interface PhraseHit<Kind extends string> {
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
}

interface Node<Kind> {
  /** By character code. */
  readonly next: Map<number, Node<Kind>>;
  /** What goes on after any letters. */
  open: Node<Kind> | undefined;
  kind: Kind | undefined;
}

const wordCharacter = /[\p{L}\p{M}\p{N}]/u;
/** Scripts that put no blanks between words, or put particles onto them. */
const unspaced = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}]/u;

/** Finds the phrases of all languages in a text, in one pass: a trie of their characters. */
export class Phrases<Kind extends string> {
  readonly #atWordStart: Node<Kind> = emptyNode();
  readonly #anywhere: Node<Kind> = emptyNode();

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
      const isWord = isWordAt(text, start);
      if (isWord || text[start] === '〒') {
        const inside = longestFrom(this.#anywhere, text, start);
        const whole = wasWord ? undefined : longestFrom(this.#atWordStart, text, start);
        const longer = (whole?.end ?? -1) > (inside?.end ?? -1) ? whole : inside;
        if (longer !== undefined) {
          keepLonger(hits, { ...longer, start });
        }
      }
      wasWord = isWord;
    }
    return hits;
  }

  #add(kind: Kind, phrase: string): void {
    const isFree = phrase.startsWith('*');
    const text = folded(isFree ? phrase.slice(1) : phrase);
    let node = isFree || unspaced.test(text) ? this.#anywhere : this.#atWordStart;
    for (let at = 0; at < text.length; at += 1) {
      if (text[at] === '*') {
        node.open ??= emptyNode();
        node = node.open;
      } else {
        const next = node.next.get(text.charCodeAt(at)) ?? emptyNode<Kind>();
        node.next.set(text.charCodeAt(at), next);
        node = next;
      }
    }
    node.kind ??= kind;
  }
}

/** Goes on with the next character and over the rest of a word alike. As deep as the longest phrase. */
function longestFrom<Kind extends string>(
  node: Node<Kind>,
  text: string,
  at: number,
): { readonly kind: Kind; readonly end: number } | undefined {
  const next = at < text.length ? node.next.get(text.charCodeAt(at)) : undefined;
  const further = next === undefined ? undefined : longestFrom(next, text, at + 1);
  const open = node.open === undefined ? undefined : longestFrom(node.open, text, endOfWord(text, at));
  const longer = (open?.end ?? -1) > (further?.end ?? -1) ? open : further;
  return longer ?? (node.kind !== undefined && endsWord(text, at) ? { kind: node.kind, end: at } : undefined);
}

function emptyNode<Kind>(): Node<Kind> {
  return { next: new Map(), open: undefined, kind: undefined };
}

function isWordAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128
    ? (code > 96 && code < 123) || (code > 47 && code < 58)
    : wordCharacter.test(text[at] ?? '') || (code >= 0xd800 && code < 0xe000);
}

/** A word may end before a particle that its script puts onto it. */
function endsWord(text: string, at: number): boolean {
  return at >= text.length || !isWordAt(text, at) || unspaced.test(text[at - 1] ?? '');
}

const longestWord = 40;

function endOfWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && at - from < longestWord && isWordAt(text, at)) {
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
