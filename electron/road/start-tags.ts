import { QuoteType, Tokenizer } from 'htmlparser2';

export interface Attribute {
  /** Lower case. */
  readonly name: string;
  /** With its character references resolved. */
  readonly value: string;
  /** From the name's first character up to the character behind the value and its quote. */
  readonly start: number;
  readonly end: number;
}

export interface StartTag {
  /** Lower case. */
  readonly name: string;
  /** The character behind the name. */
  readonly nameEnd: number;
  /** The character behind the tag. */
  readonly end: number;
  readonly attributes: readonly Attribute[];
}

export interface MarkupVisitor {
  startTag(tag: StartTag): void;
  /** Text outside tags; `within` is `style` inside a style sheet. */
  text(start: number, end: number, within: string | undefined): void;
  doctype(end: number): void;
}

/**
 * Walks through the markup as a browser's tokenizer reads it, in one pass, telling where everything stands. Where `html`
 * is bytes, one to a character, `readable` says what an attribute's characters are in the charset.
 */
export function visitMarkup(
  html: string,
  visitor: MarkupVisitor,
  readable: (piece: string) => string = (piece) => piece,
): void {
  let tagName = '';
  let nameEnd = 0;
  let attributes: Attribute[] = [];
  let attributeName = '';
  let attributeStart = 0;
  let value = '';
  let within: string | undefined;

  function endStartTag(lastIndex: number): void {
    visitor.startTag({ name: tagName, nameEnd, end: lastIndex + 1, attributes });
    within = tagName;
  }

  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      onopentagname(start, end) {
        tagName = html.slice(start, end).toLowerCase();
        nameEnd = end;
        attributes = [];
      },
      onattribname(start, end) {
        attributeName = html.slice(start, end).toLowerCase();
        attributeStart = start;
        value = '';
      },
      onattribdata(start, end) {
        value += readable(html.slice(start, end));
      },
      onattribentity(codepoint) {
        value += String.fromCodePoint(codepoint);
      },
      onattribend(quote: QuoteType, end) {
        // Of a name without a value, `end` is already behind the white space that follows.
        const attributeEnd = quote === QuoteType.NoValue ? attributeStart + attributeName.length : end;
        attributes.push({ name: attributeName, value, start: attributeStart, end: attributeEnd });
      },
      onopentagend: endStartTag,
      onselfclosingtag: endStartTag,
      onclosetag() {
        within = undefined;
      },
      ontext(start, end) {
        visitor.text(start, end, within);
      },
      ondeclaration(_start, end) {
        visitor.doctype(end + 1);
      },
      ontextentity(_codepoint, end) {
        visitor.text(end, end, within);
      },
      oncdata() {},
      oncomment() {},
      onprocessinginstruction() {},
      onend() {},
    },
  );
  tokenizer.write(html);
  tokenizer.end();
}
