import type { Template } from '#shared/template.ts';
import type { CachedFileContent } from '../../ledger/files.ts';
import type { TemplateNames } from '../../ledger/templates.ts';
import type { ApiContext } from '../resource.ts';
import type { GivenFile } from './email-file.ts';
import type { GivenEmail } from './read-email.ts';

/** What an agent keeps for its sends. */
export interface Shelf {
  readonly file: (key: string) => CachedFileContent | undefined;
  readonly template: (names: TemplateNames) => Template | undefined;
}

/** The shelf of an agent that keeps nothing. */
export const emptyShelf: Shelf = { file: () => undefined, template: () => undefined };

/** The shelf of the agent that is sent with. */
export function shelfOf({ agent, ledger }: Pick<ApiContext, 'agent' | 'ledger'>): Shelf {
  return {
    file: (key) => ledger.files.find(agent.id, key),
    template: (names) => ledger.templates.find(agent.id, names),
  };
}

/** Puts the template's subject and texts in the place of the body's own. */
export function withTemplate(email: GivenEmail, shelf: Shelf): GivenEmail {
  const template = email.templateNames === null ? undefined : shelf.template(email.templateNames);
  if (template === undefined) {
    return email;
  }
  const { subject, html, text } = template;
  return { ...email, template, subject, html, text };
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
