import { MergeProblem } from './merge-problem.ts';
import { type MergeNode, type MergePath, parseMerge } from './parse.ts';

/** Characters that come out at most: a whole mail has 15 MB. */
const longestResult = 15 * 1024 * 1024;
/** Tags and pieces of text that are passed at most; loops in loops multiply. */
const mostSteps = 500_000;

export interface Merged {
  readonly text: string;
  /** Dotted paths of variables that were not given, each once, in order of appearance. */
  readonly missing: string[];
}

/** What surrounds a place in the source: the element at hand, and how its section is called. */
interface Scope {
  readonly value: unknown;
  readonly name: readonly string[];
  readonly outer: Scope | undefined;
}

/**
 * Fills a source with `info`, as ZeptoMail's templates do: a missing variable is an empty string, `{{x}}` is escaped
 * in HTML and, assumed, not in subjects and texts.
 * @throws MergeProblem when the source cannot be read, or would become larger than any mail
 */
export function renderMerge(source: string, info: unknown, mode: 'html' | 'text'): Merged {
  const missing = new Set<string>();
  const pieces: string[] = [];
  let length = 0;
  let steps = 0;

  function put(text: string): void {
    length += text.length;
    if (length > longestResult) {
      throw new MergeProblem('The filled text becomes larger than any mail may be.', source);
    }
    pieces.push(text);
  }

  function valueOf(path: MergePath, scope: Scope, optional = false): unknown {
    const found = lookUp(path, scope);
    if (found === undefined && !optional) {
      missing.add(nameOf(path, scope.name));
    }
    return found;
  }

  function step(): void {
    steps += 1;
    if (steps > mostSteps) {
      throw new MergeProblem(`Filling takes more than ${mostSteps} steps.`, source);
    }
  }

  function walk(nodes: readonly MergeNode[], scope: Scope): void {
    // An element costs a step also when there is nothing to show for it.
    step();
    for (const node of nodes) {
      step();
      if (node.kind === 'text') {
        put(node.text);
      } else if (node.kind === 'section') {
        for (const value of elementsOf(valueOf(node.path, scope))) {
          walk(node.children, { value, name: namesOf(node.path, scope.name), outer: scope });
        }
      } else if (node.kind === 'inverted') {
        if (elementsOf(valueOf(node.path, scope, true)).length === 0) {
          walk(node.children, scope);
        }
      } else {
        const text = textOf(valueOf(node.path, scope), source);
        put(node.kind === 'escaped' && mode === 'html' ? escapeHtml(text) : text);
      }
    }
  }

  walk(parseMerge(source), { value: info, name: [], outer: undefined });
  return { text: pieces.join(''), missing: [...missing] };
}

/**
 * The variables that a source uses, as dotted paths, each once, in order of appearance; those of inverted sections too.
 * @throws MergeProblem when the source cannot be read
 */
export function variablesOf(source: string): string[] {
  const variables = new Set<string>();
  function walk(nodes: readonly MergeNode[], section: readonly string[]): void {
    for (const node of nodes) {
      if (node.kind === 'text') {
        continue;
      }
      // `{{this}}` is the section itself, which is listed already.
      if (node.path.names.length > 0) {
        variables.add(nameOf(node.path, section));
      }
      if (node.kind === 'section' || node.kind === 'inverted') {
        walk(node.children, node.kind === 'section' ? namesOf(node.path, section) : section);
      }
    }
  }
  walk(parseMerge(source), []);
  return [...variables];
}

/** How a path is called from outside of all sections: `{{this.x}}` within `{{#a.b}}` is `a.b.x`. */
function namesOf(path: MergePath, section: readonly string[]): readonly string[] {
  return path.own ? [...section, ...path.names] : path.names;
}

function nameOf(path: MergePath, section: readonly string[]): string {
  return namesOf(path, section).join('.') || 'this';
}

/** Undefined when nothing of this name was given. The first name decides in which scope it is (Mustache's rule). */
function lookUp({ own, names }: MergePath, scope: Scope): unknown {
  if (own) {
    return descend(scope.value, names);
  }
  const [first = '', ...rest] = names;
  for (let at: Scope | undefined = scope; at !== undefined; at = at.outer) {
    const value = memberOf(at.value, first);
    if (value !== undefined) {
      return descend(value, rest);
    }
  }
  return undefined;
}

function descend(value: unknown, names: readonly string[]): unknown {
  let inside = value;
  for (const name of names) {
    inside = memberOf(inside, name);
    if (inside === undefined) {
      return undefined;
    }
  }
  return inside;
}

/** What was given, and never what JavaScript adds: `constructor`, `__proto__` and `length` are no variables. */
function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || name === '__proto__') {
    return undefined;
  }
  if (Array.isArray(value) && !/^\d+$/.test(name)) {
    return undefined;
  }
  return Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}

/** What a section repeats for: each element of a list, or the value once if it is truthy (assumed: as in JavaScript). */
function elementsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) {
    return value;
  }
  return value ? [value] : [];
}

/** Assumed: `null` is empty, and what is no string is shown as JSON. */
function textOf(value: unknown, source: string): string {
  if (value === undefined || value === null) {
    return '';
  }
  if (typeof value === 'string') {
    return value;
  }
  try {
    return JSON.stringify(value);
  } catch {
    throw new MergeProblem('A value is nested too deeply to be shown.', source);
  }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Assumed: the five characters that HTML needs escaped, and no others. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
