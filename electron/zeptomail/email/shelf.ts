import type { CachedFileContent } from '../../ledger/files.ts';
import type { ApiContext } from '../resource.ts';
import type { GivenFile } from './email-file.ts';
import type { GivenEmail } from './read-email.ts';

/** What an agent keeps for its sends. */
export interface Shelf {
  readonly file: (key: string) => CachedFileContent | undefined;
}

/** The shelf of an agent that keeps nothing. */
export const emptyShelf: Shelf = { file: () => undefined };

/** The shelf of the agent that is sent with. */
export function shelfOf({ agent, ledger }: Pick<ApiContext, 'agent' | 'ledger'>): Shelf {
  return { file: (key) => ledger.files.find(agent.id, key) };
}

/** Puts the cached files where their keys stand; a file that is named twice is read once. */
export function withCachedFiles(email: GivenEmail, shelf: Shelf): GivenEmail {
  if (email.files.every(({ cacheKey }) => cacheKey === null)) {
    return email;
  }
  const read = new Map<string, CachedFileContent | undefined>();
  function find(key: string): CachedFileContent | undefined {
    if (!read.has(key)) {
      read.set(key, shelf.file(key));
    }
    return read.get(key);
  }
  return { ...email, files: email.files.map((file) => resolved(file, find)) };
}

function resolved(file: GivenFile, find: Shelf['file']): GivenFile {
  const cached = file.cacheKey === null ? undefined : find(file.cacheKey);
  if (cached === undefined) {
    return file;
  }
  const { buffer, byteOffset, byteLength } = cached.content;
  return {
    ...file,
    name: file.name ?? cached.name,
    mimeType: file.mimeType === '' ? cached.mimeType : file.mimeType,
    cacheKey: null,
    content: Buffer.from(buffer, byteOffset, byteLength),
    problem: null,
  };
}
