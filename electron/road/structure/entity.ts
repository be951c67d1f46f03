import type { PartProblem } from '#shared/structure.ts';
import type { ContentDescription } from './content-description.ts';
import { decodeBody } from './decode-body.ts';
import type { HeaderBlock } from './header-block.ts';

/** A MIME entity (RFC 2045 2.4) where it was found. */
export interface Entity {
  /** `1` for the message, `1.2` for the second part in it, `1.2.1` for what that holds. */
  readonly path: string;
  /** How it came to be here: as a part, or unpacked from one. */
  readonly origin: 'mime' | 'tnef' | 'uuencode';
  /** What `header` and the body's bounds count in: the message, or a part of it that had to be decoded. */
  readonly source: Buffer;
  readonly start: number;
  readonly header: HeaderBlock;
  readonly description: ContentDescription;
  /** Set when its end is found. */
  bodyEnd: number;
  readonly children: Entity[];
  readonly problems: PartProblem[];
}

export function isMultipart({ description }: Entity): boolean {
  return description.type.startsWith('multipart/');
}

export function isMessage({ description }: Entity): boolean {
  return description.type === 'message/rfc822' || description.type === 'message/global';
}

/** The bytes of its body as they were sent. */
export function sentBody({ source, header, bodyEnd }: Entity): Buffer {
  return source.subarray(header.bodyStart, bodyEnd);
}

/** The content of its body, with what was wrong in its encoding; a multipart has none of its own. */
export function decodedBody(entity: Entity): ReturnType<typeof decodeBody> {
  return decodeBody(sentBody(entity), isMultipart(entity) ? null : entity.description.encoding);
}

/** The entity and everything in it, in the order of the message. */
export function* withDescendants(entity: Entity): Generator<Entity> {
  const waiting = [entity];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next;
    waiting.push(...next.children.toReversed());
  }
}
