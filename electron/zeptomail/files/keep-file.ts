import { detectMimeType } from 'nodemailer/lib/mime-funcs/mime-types';
import type { AgentConfig } from '#shared/agent.ts';
import type { CachedFile } from '#shared/cached-file.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { RequestIds } from '../request-id.ts';
import type { UploadedFile } from './uploaded-file.ts';

/** Stands for a name that a relaxed agent was not given. */
const nameOfNameless = 'file';

/** Puts a file into an agent's cache; undefined when the cache is full. */
export function keepFile(
  { name, content }: UploadedFile,
  about: {
    readonly agent: Pick<AgentConfig, 'id' | 'key'>;
    readonly ledger: Pick<Ledger, 'files'>;
    readonly requestIds: RequestIds;
    readonly now: Date;
  },
): CachedFile | undefined {
  const file: CachedFile = {
    key: about.requestIds(about.agent.key, 'h1'),
    name: name === '' ? nameOfNameless : name.toWellFormed(),
    mimeType: detectMimeType(name),
    size: content.byteLength,
    createdAt: about.now.toISOString(),
  };
  return about.ledger.files.add(about.agent.id, { ...file, content }) ? file : undefined;
}
