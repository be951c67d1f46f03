import { plainLine } from './fold.ts';
import { styleOf } from './hidden.ts';
import { hiddenSelectors } from './hiding-rules.ts';
import { mostLineLength, mostLines, mostLinks, mostSeen, mostUrl } from './seen-text.ts';
import type { Emphasis, SeenLine, SeenLink, SeenText } from './seen-text.ts';

interface Element {
  readonly name: string;
  readonly hidden: boolean;
  readonly tiny: boolean;
  readonly standsOut: boolean;
  readonly color: string;
  readonly background: string;
}

const root: Element = {
  name: '',
  hidden: false,
  tiny: false,
  standsOut: false,
  color: '#000000',
  background: '#ffffff',
};
const outside = /^(?:https?|mailto):/i;

/** Collects what a person sees of HTML from the events of its parser: lines, what stands out in them, links. */
export class SeenHtml {
  readonly #lines: SeenLine[] = [];
  readonly #links: SeenLink[] = [];
  readonly #elements: Element[] = [root];
  #hiddenSelectors: ReadonlySet<string> = new Set();
  #hasStyleSheet = false;
  #row = 0;
  #inRow = false;
  #pieces: { readonly text: string; readonly standsOut: boolean }[] = [];
  #length = 0;
  #seen = 0;
  #anchor: { readonly url: string; readonly texts: string[]; readonly line: number } | undefined;

  get #element(): Element {
    return this.#elements.at(-1) ?? root;
  }

  styleSheet(css: string): void {
    this.#hasStyleSheet = true;
    this.#hiddenSelectors = new Set([...this.#hiddenSelectors, ...hiddenSelectors(css)]);
  }

  open(name: string, attributes: Readonly<Record<string, string>>, isBlock: boolean): void {
    if (isBlock) {
      this.#endLine();
    }
    if (name === 'tr') {
      this.#row += 1;
      this.#inRow = true;
    }
    this.#elements.push(this.#inside(this.#element, name, attributes));
    if (name === 'a') {
      this.#openAnchor(attributes['href']?.trim() ?? '');
    } else if (name === 'img' && this.#anchor !== undefined && attributes['alt'] !== undefined) {
      this.#anchor.texts.push(attributes['alt'].slice(0, 200));
    }
  }

  close(name: string, isBlock: boolean): void {
    if (name === 'a') {
      this.#closeAnchor();
    }
    if (isBlock) {
      this.#endLine();
    }
    if (name === 'table' || name === 'tr') {
      this.#inRow = false;
    }
    if (this.#elements.length > 1) {
      this.#elements.pop();
    }
  }

  text(text: string): void {
    const { hidden, tiny, color, background, standsOut } = this.#element;
    if (hidden || tiny || color === background || this.#seen >= mostSeen || this.#length >= mostLineLength) {
      return;
    }
    const kept = text.slice(0, mostLineLength);
    this.#pieces.push({ text: kept, standsOut });
    this.#length += kept.length;
    this.#seen += kept.length;
    this.#anchor?.texts.push(kept);
  }

  result(): SeenText {
    this.#closeAnchor();
    this.#endLine();
    return { lines: this.#lines, links: this.#links };
  }

  #inside(parent: Element, name: string, attributes: Readonly<Record<string, string>>): Element {
    const style = styleOf(name, attributes);
    const classes =
      attributes['class']
        ?.slice(0, 500)
        .split(/\s+/)
        .map((one) => `.${one}`) ?? [];
    const isHiddenByRule = [...classes, `#${attributes['id'] ?? ''}`].some((one) =>
      this.#hiddenSelectors.has(one),
    );
    // A rule may have set what is behind the text: then white letters prove nothing.
    const byRule = classes.length > 0 && this.#hasStyleSheet ? 'unknown' : undefined;
    return {
      name,
      hidden: parent.hidden || style.hidden || isHiddenByRule,
      tiny: style.tiny ?? parent.tiny,
      standsOut: style.standsOut ?? parent.standsOut,
      color: style.color ?? parent.color,
      background: style.background ?? byRule ?? parent.background,
    };
  }

  #openAnchor(url: string): void {
    this.#closeAnchor();
    if (outside.test(url) && url.length <= mostUrl && !this.#element.hidden) {
      this.#anchor = { url, texts: [], line: this.#lines.length };
    }
  }

  #closeAnchor(): void {
    const anchor = this.#anchor;
    this.#anchor = undefined;
    if (anchor !== undefined && this.#links.length < mostLinks) {
      const text = plainLine(anchor.texts.join(' ').slice(0, 500));
      this.#links.push({ text, url: anchor.url, line: anchor.line });
    }
  }

  #endLine(): void {
    if (this.#pieces.length === 0) {
      return;
    }
    const pieces = this.#pieces;
    this.#pieces = [];
    this.#length = 0;
    if (this.#lines.length < mostLines) {
      const line = lineOf(pieces, this.#inRow ? this.#row : null);
      if (line !== undefined) {
        this.#lines.push(line);
      }
    }
  }
}

function lineOf(
  pieces: readonly { readonly text: string; readonly standsOut: boolean }[],
  row: number | null,
): SeenLine | undefined {
  let text = '';
  const emphases: Emphasis[] = [];
  for (const piece of joined(pieces)) {
    const plain = plainLine(piece.text);
    if (plain !== '') {
      const isApart = text !== '' && (/^\s/.test(piece.text) || piece.isApart);
      text += isApart ? ` ${plain}` : plain;
      if (piece.standsOut) {
        emphases.push({ start: text.length - plain.length, end: text.length });
      }
    }
  }
  return text === '' ? undefined : { text, emphases, row };
}

/** Pieces that look the same as one, and whether white space goes before each. */
function joined(
  pieces: readonly { readonly text: string; readonly standsOut: boolean }[],
): { text: string; standsOut: boolean; isApart: boolean }[] {
  const found: { text: string; standsOut: boolean; isApart: boolean }[] = [];
  for (const { text, standsOut } of pieces) {
    const last = found.at(-1);
    if (last?.standsOut === standsOut) {
      last.text += text;
    } else {
      found.push({ text, standsOut, isApart: /\s$/.test(last?.text ?? '') });
    }
  }
  return found;
}
