import Mustache from 'mustache';
import { MergeProblem } from './merge-problem.ts';

/** A path as it stands in a tag, split once. */
export interface MergePath {
  /** `this.` or `.`: nothing but the element at hand is asked. */
  readonly own: boolean;
  readonly names: readonly string[];
}

export type MergeNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'escaped' | 'raw'; readonly path: MergePath; readonly position: number }
  | {
      readonly kind: 'section' | 'inverted';
      readonly path: MergePath;
      readonly position: number;
      readonly children: readonly MergeNode[];
    };

/** Characters of a source with tags: the parser keeps an object for each of them. */
const longestSource = 1024 * 1024;
const deepestNesting = 50;
/** A run of blanks inside a tag costs the parser its square. */
const tooManyBlanks = /\s{100}/;

/** A batch fills the same three sources for each of its recipients. */
const parsed = new Map<string, readonly MergeNode[]>();
const parsedKept = 8;

/**
 * Reads a source of Mustache, with ZeptoMail's `this.` paths. Partials are passed over, comments as well; other
 * delimiters are refused (all three assumed: nothing is documented).
 * @throws MergeProblem when it cannot be read
 */
export function parseMerge(source: string): readonly MergeNode[] {
  const known = parsed.get(source);
  if (known !== undefined) {
    return known;
  }
  const nodes = source.includes('{{') ? parse(source) : [{ kind: 'text' as const, text: source }];
  parsed.set(source, nodes);
  for (const oldest of parsed.keys()) {
    if (parsed.size <= parsedKept) {
      break;
    }
    parsed.delete(oldest);
  }
  return nodes;
}

function parse(source: string): MergeNode[] {
  if (source.length > longestSource) {
    throw new MergeProblem(`A text with variables has at most ${longestSource} characters.`, source);
  }
  checkTags(source);
  return nodesOf(spansOf(source), source, 0);
}

/** Finds what the parser would say unclearly, slowly, or too late. */
function checkTags(source: string): void {
  let end = 0;
  for (let open = source.indexOf('{{'); open >= 0; open = source.indexOf('{{', end)) {
    const sign = /\S/.exec(source.slice(open + 2, open + 102))?.[0];
    if (sign === '=') {
      throw new MergeProblem('Other delimiters are not supported.', source, open);
    }
    const closing = sign === '{' ? '}}}' : '}}';
    const close = source.indexOf(closing, open + 2);
    if (close < 0) {
      throw new MergeProblem(`“{{” without “${closing}”.`, source, open);
    }
    end = close + closing.length;
    const inside = source.slice(open + 2, close);
    if (tooManyBlanks.test(inside)) {
      throw new MergeProblem('Too many blanks in a tag.', source, open);
    }
    if (inside.replace(/[#^/&{}!>\s]/g, '') === '' && sign !== '!') {
      throw new MergeProblem('A tag without a name.', source, open);
    }
  }
}

/** A writer of its own for each source: the parser's cache never forgets. */
function spansOf(source: string): Mustache.TemplateSpans {
  try {
    return new Mustache.Writer().parse(source, ['{{', '}}']) as Mustache.TemplateSpans;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const [, reason = said, name = '', position = ''] = /^(\w+ \w+)(?: "([^]*)")? at (\d+)$/.exec(said) ?? [];
    const texts: Record<string, string> = {
      'Unopened section': `“{{/${name}}}” closes a section that was not opened.`,
      'Unclosed section': `The section “${name}” is not closed before this.`,
    };
    throw new MergeProblem(
      texts[reason] ?? `${reason}.`,
      source,
      position === '' ? undefined : Number(position),
    );
  }
}

function nodesOf(spans: Mustache.TemplateSpans, source: string, depth: number): MergeNode[] {
  return spans.flatMap((span): MergeNode[] => {
    const [type, value, position] = span;
    switch (type) {
      case 'text':
        return [{ kind: 'text', text: value }];
      case 'name':
        return [{ kind: 'escaped', path: pathOf(value), position }];
      case '&':
        return [{ kind: 'raw', path: pathOf(value), position }];
      case '#':
      case '^': {
        if (depth >= deepestNesting) {
          throw new MergeProblem(`Sections nest at most ${deepestNesting} deep.`, source, position);
        }
        const children = nodesOf(span[4] as Mustache.TemplateSpans, source, depth + 1);
        return [{ kind: type === '#' ? 'section' : 'inverted', path: pathOf(value), position, children }];
      }
      default:
        return [];
    }
  });
}

function pathOf(written: string): MergePath {
  if (written === '.' || written === 'this') {
    return { own: true, names: [] };
  }
  const own = written.startsWith('this.');
  return { own, names: (own ? written.slice('this.'.length) : written).split('.') };
}
