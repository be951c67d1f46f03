import type { MessageStructure, StructurePart } from '#shared/structure.ts';
import { contentProblems } from './content-problems.ts';
import { decodedBody, isMessage, isMultipart, sentBody, withDescendants } from './entity.ts';
import type { Entity } from './entity.ts';
import { unpack } from './unpack.ts';
import { walkEntities } from './walk-entities.ts';

/** Parts and header fields of one message that are read; more are counted. */
const mostParts = 2000;
const mostFields = 50_000;
/** Files that are unpacked from one part, and from all together. */
const mostUnpacked = 200;
const mostUnpackedInAll = 1000;
const deepestUnpacked = 200;

/** The tree of a message's MIME parts, with what was found wrong in each. Takes time by the size of the message. */
export function readStructure(raw: Buffer): Omit<MessageStructure, 'partViewUrl'> {
  const budget = { parts: mostParts, fields: mostFields, partsLeftOut: 0 };
  const root = walkEntities(raw, budget);
  const parts: StructurePart[] = [];
  let unpacked = 0;
  // Unpacked files join the children before these are visited.
  for (const entity of withDescendants(root)) {
    unpacked += entity.origin === 'mime' ? 0 : 1;
    parts.push(partOf(entity, Math.min(mostUnpacked, mostUnpackedInAll - unpacked)));
  }
  return { parts, leftOut: budget.partsLeftOut };
}

/** The entity at a path, or undefined. */
export function findEntity(raw: Buffer, path: string): Entity | undefined {
  const root = walkEntities(raw, { parts: mostParts, fields: mostFields, partsLeftOut: 0 });
  let at: Entity | undefined = root;
  for (const step of path.split('.').slice(1)) {
    if (at !== undefined && isLeaf(at) && mayHold(at)) {
      unpack(at, decodedBody(at).bytes, mostUnpacked);
    }
    at = at?.children[Number(step) - 1];
  }
  return at?.path === path ? at : undefined;
}

function partOf(entity: Entity, mostFiles: number): StructurePart {
  const { path, origin, description } = entity;
  const sent = sentBody(entity);
  const { bytes, problems } = decodedBody(entity);
  if (isLeaf(entity)) {
    if (origin === 'mime') {
      entity.problems.push(...problems, ...contentProblems(entity, sent, bytes));
    }
    if (mayHold(entity)) {
      unpack(entity, bytes, Math.max(0, mostFiles));
    }
  }
  return {
    path,
    origin,
    type: description.type,
    parameters: description.parameters.map(([name, value]) => [name, value]),
    charset: description.charset,
    encoding: description.encoding,
    disposition: description.disposition,
    fileName: description.fileName,
    contentId: description.contentId,
    description: description.description,
    sentSize: sent.length,
    size: bytes.length,
    childCount: entity.children.length,
    problems: entity.problems,
  };
}

/** A winmail.dat may hold messages that are such files themselves, but not without end. */
function mayHold({ path }: Entity): boolean {
  return path.split('.').length < deepestUnpacked;
}

function isLeaf(entity: Entity): boolean {
  return entity.children.length === 0 && !isMultipart(entity) && !isMessage(entity);
}
