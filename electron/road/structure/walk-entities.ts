import { Boundaries } from './boundaries.ts';
import type { Delimiter } from './boundaries.ts';
import { describeContent } from './content-description.ts';
import { decodeBody, isIdentity } from './decode-body.ts';
import { isMessage, isMultipart, sentBody } from './entity.ts';
import type { Entity } from './entity.ts';
import { readHeaderBlock } from './header-block.ts';
import { problem } from './problems.ts';

/** What is read at most; shared by a message and what lies encoded in it. */
export interface Budget {
  parts: number;
  fields: number;
  /** Parts beyond the limit. */
  partsLeftOut: number;
}

/** Levels of nesting that are read. */
const deepest = 150;
/** How often what came out of a decoding is decoded again. */
const mostDecodings = 3;

/**
 * Reads the entities of a message in one pass, whatever its nesting: every line with two dashes is looked up among the
 * boundaries that are open. Never throws; what is broken is told in the `problems` of the part.
 */
export function walkEntities(raw: Buffer, budget: Budget): Entity {
  return new Walk(raw, budget, { levels: 0, decodings: 0 }).read('1', 'text/plain');
}

class Walk {
  readonly #source: Buffer;
  readonly #budget: Budget;
  readonly #boundaries: Boundaries;
  /** What lies above this source. */
  readonly #above: { readonly levels: number; readonly decodings: number };
  /** From the outermost to the innermost entity whose end is not found yet. */
  readonly #open: Entity[] = [];
  /** Multiparts whose closing boundary was found, and where it ends. */
  readonly #closed = new Map<Entity, number>();

  constructor(source: Buffer, budget: Budget, above: { levels: number; decodings: number }) {
    this.#source = source;
    this.#budget = budget;
    this.#above = above;
    this.#boundaries = new Boundaries(source);
  }

  read(path: string, defaultType: string): Entity {
    const root = this.#begin(path, 0, defaultType);
    let found = this.#boundaries.next(this.#innermost.header.bodyStart);
    while (found !== null) {
      found = this.#boundaries.next(this.#pass(found));
    }
    this.#finishInside(null, this.#source.length);
    return root;
  }

  get #innermost(): Entity {
    return this.#open.at(-1) ?? unreachable();
  }

  /** Takes a delimiter line; answers with where to look on. */
  #pass({ of, isLast, start, end }: Delimiter): number {
    this.#finishInside(of, start);
    if (isLast) {
      this.#boundaries.close(of);
      this.#closed.set(of, end);
      return end;
    }
    if (this.#budget.parts <= 0) {
      this.#budget.partsLeftOut += 1;
      return end;
    }
    const defaultType = of.description.type === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
    of.children.push(this.#begin(`${of.path}.${of.children.length + 1}`, end, defaultType));
    return this.#innermost.header.bodyStart;
  }

  /** Reads the header of an entity, and of the messages that begin with its body. */
  #begin(path: string, start: number, defaultType: string): Entity {
    const first = this.#readHeader(path, start, defaultType);
    for (let outer = first; isMessage(outer) && this.#goesInto(outer);) {
      const inner = this.#readHeader(`${outer.path}.1`, outer.header.bodyStart, 'text/plain');
      outer.children.push(inner);
      outer = inner;
    }
    return first;
  }

  /** Whether what it holds lies here as it is, and is to be read. */
  #goesInto(entity: Entity): boolean {
    if (!isIdentity(entity.description.encoding)) {
      return false;
    }
    if (this.#above.levels + this.#open.length >= deepest) {
      entity.problems.push(problem('too-deep', { depth: deepest }));
      return false;
    }
    return this.#budget.parts > 0;
  }

  #readHeader(path: string, start: number, defaultType: string): Entity {
    const header = readHeaderBlock(this.#source, start, this.#source.length, {
      mostFields: this.#budget.fields,
      isDelimiter: (at) => this.#boundaries.at(at) !== null,
    });
    const { description, problems } = describeContent(this.#source, header, defaultType);
    const entity: Entity = {
      path,
      origin: 'mime',
      source: this.#source,
      start,
      header,
      description,
      bodyEnd: this.#source.length,
      children: [],
      problems: [...problems],
    };
    this.#budget.parts -= 1;
    this.#budget.fields -= header.fields.length;
    if (isMultipart(entity)) {
      this.#openMultipart(entity);
    }
    if (header.isMissing) {
      entity.problems.push(problem('header-missing'));
    } else if (!header.isEnded && !isMultipart(entity)) {
      entity.problems.push(problem('header-unended'));
    }
    this.#open.push(entity);
    return entity;
  }

  #openMultipart(entity: Entity): void {
    const { boundary, encoding, type } = entity.description;
    if (!isIdentity(encoding)) {
      entity.problems.push(problem('composite-encoded', { type, encoding: encoding ?? '' }));
    }
    if (boundary === null) {
      entity.problems.push(problem('boundary-missing'));
      return;
    }
    if (boundary.length > 70) {
      entity.problems.push(problem('boundary-too-long', { length: boundary.length }));
    }
    if (this.#above.levels + this.#open.length >= deepest) {
      entity.problems.push(problem('too-deep', { depth: deepest }));
      return;
    }
    this.#boundaries.open(entity);
  }

  /** Ends what is open inside `outer` (everything, when null) before `at`. */
  #finishInside(outer: Entity | null, at: number): void {
    while (this.#open.length > 0 && this.#open.at(-1) !== outer) {
      const entity = this.#open.pop() ?? unreachable();
      const bodyStart = entity.header.bodyStart;
      entity.bodyEnd = outer === null ? at : this.#boundaries.contentEnd(bodyStart, at);
      this.#finish(entity);
    }
  }

  #finish(entity: Entity): void {
    if (this.#boundaries.isOpen(entity)) {
      this.#boundaries.close(entity);
      const boundary = entity.description.boundary ?? '';
      entity.problems.push(
        problem(entity.children.length > 0 ? 'boundary-unclosed' : 'boundary-unused', { boundary }),
      );
    }
    const closedAt = this.#closed.get(entity);
    const rest = closedAt === undefined ? 0 : textBytes(this.#source.subarray(closedAt, entity.bodyEnd));
    if (rest > 0) {
      entity.problems.push(problem('text-after-end', { size: rest }));
    }
    const isComposite = isMessage(entity) || isMultipart(entity);
    if (isComposite && entity.children.length === 0 && !isIdentity(entity.description.encoding)) {
      this.#readEncoded(entity);
    }
  }

  /** A message or multipart that was encoded, as none should be: what comes out of it is read on its own. */
  #readEncoded(entity: Entity): void {
    const { encoding, type } = entity.description;
    const above = {
      levels: this.#above.levels + this.#open.length + 1,
      decodings: this.#above.decodings + 1,
    };
    if (this.#budget.parts <= 0 || above.levels >= deepest || above.decodings > mostDecodings) {
      return;
    }
    const { bytes } = decodeBody(sentBody(entity), encoding);
    if (isMessage(entity)) {
      entity.problems.push(problem('composite-encoded', { type, encoding: encoding ?? '' }));
      entity.children.push(new Walk(bytes, this.#budget, above).read(`${entity.path}.1`, 'text/plain'));
      return;
    }
    const header = `Content-Type: ${type}; boundary="${entity.description.boundary ?? ''}"\r\n\r\n`;
    const inside = Buffer.concat([Buffer.from(header), bytes]);
    entity.children.push(...new Walk(inside, this.#budget, above).read(entity.path, 'text/plain').children);
  }
}

/** Bytes that are more than blanks and line ends. */
function textBytes(bytes: Buffer): number {
  return bytes.length === 0 ? 0 : bytes.toString('latin1').trim().length;
}

function unreachable(): never {
  throw new Error('An entity is open as long as its source is read.');
}
