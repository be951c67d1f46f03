import type { z } from 'zod';
import { RestanteError } from '#shared/errors.ts';
import { mostMessageBytes } from './mail-files.ts';
import { readZip, type ZipFileEntry } from './read-zip.ts';
import type { TaskWork } from './tasks.ts';
import {
  entryNames,
  type Manifest,
  manifestSchema,
  type MessageFacts,
  messageFactsSchema,
  officeSchema,
  type WorkspaceOffice,
  workspaceVersion,
} from './workspace-format.ts';

const mostManifestBytes = 1024 * 1024;
const mostOfficeBytes = 256 * 1024 * 1024;
const mostFactsBytes = 16 * 1024 * 1024;

export interface WorkspaceMessage {
  readonly facts: MessageFacts;
  readonly raw: Uint8Array;
}

/** A workspace file that was looked through from end to end: all of it is there and in order. */
export interface CheckedWorkspace {
  readonly manifest: Manifest;
  readonly office: WorkspaceOffice;
  /** The bytes of the cached file with this number. */
  file(n: number): Promise<Uint8Array>;
  /** In the order in which they came. */
  messages(): AsyncGenerator<WorkspaceMessage>;
}

/**
 * Opens a workspace file and reads all of it once, so that what is damaged is found before anything is changed.
 * @throws RestanteError `workspace.not-one`, `workspace.newer`, `workspace.damaged`
 */
export async function readWorkspace<T>(
  { file, name }: { readonly file: string; readonly name: string },
  task: Pick<TaskWork, 'begin' | 'passed' | 'signal'>,
  read: (workspace: CheckedWorkspace) => Promise<T>,
): Promise<T> {
  try {
    return await readZip({ file, name }, async (entries) => {
      const byPath = new Map(entries.map((entry) => [entry.path, entry]));
      const manifest = await manifestIn(byPath, name);
      const office = await jsonIn(byPath, entryNames.office, officeSchema, mostOfficeBytes, name);
      const workspace: CheckedWorkspace = {
        manifest,
        office,
        file: (n) => bytesIn(byPath, entryNames.file(n), mostMessageBytes, name),
        messages: () => messagesIn(byPath, manifest, name),
      };
      await checkAll(workspace, name, task);
      return read(workspace);
    });
  } catch (error) {
    throw error instanceof RestanteError && error.code === 'import.bad-archive'
      ? new RestanteError('workspace.damaged', error.details, { cause: error })
      : error;
  }
}

type Entries = ReadonlyMap<string, ZipFileEntry>;

async function manifestIn(entries: Entries, name: string): Promise<Manifest> {
  if (!entries.has(entryNames.manifest)) {
    throw new RestanteError('workspace.not-one', { name });
  }
  const bytes = await bytesIn(entries, entryNames.manifest, mostManifestBytes, name);
  const told = parsed(bytes);
  // A newer one may look otherwise in everything but this.
  if (
    typeof told === 'object' &&
    told !== null &&
    'version' in told &&
    typeof told.version === 'number' &&
    told.version > workspaceVersion
  ) {
    throw new RestanteError('workspace.newer', { name, found: told.version, known: workspaceVersion });
  }
  const manifest = manifestSchema.safeParse(told);
  if (!manifest.success) {
    throw new RestanteError('workspace.not-one', { name }, { cause: manifest.error });
  }
  return manifest.data;
}

async function* messagesIn(
  entries: Entries,
  manifest: Manifest,
  name: string,
): AsyncGenerator<WorkspaceMessage> {
  // A message that was deleted while the file was made is counted and not there: the numbers have no gaps.
  for (let n = 0; n < manifest.messages && entries.has(entryNames.facts(n)); n += 1) {
    yield {
      facts: await jsonIn(entries, entryNames.facts(n), messageFactsSchema, mostFactsBytes, name),
      raw: await bytesIn(entries, entryNames.mail(n), mostMessageBytes, name),
    };
  }
}

async function checkAll(
  workspace: CheckedWorkspace,
  name: string,
  task: Pick<TaskWork, 'begin' | 'passed' | 'signal'>,
): Promise<void> {
  task.begin('checking', workspace.manifest.messages);
  const agents = new Set(workspace.office.agents.map(({ config }) => config.id));
  for (const { n } of workspace.office.agents.flatMap(({ files }) => files)) {
    await workspace.file(n);
  }
  for await (const { facts } of workspace.messages()) {
    task.signal.throwIfAborted();
    if (!agents.has(facts.agentId)) {
      throw damaged(name, `A message is of the agent ${facts.agentId}, which is not in it.`);
    }
    task.passed();
  }
}

async function jsonIn<S extends z.ZodType>(
  entries: Entries,
  path: string,
  schema: S,
  most: number,
  name: string,
): Promise<z.output<S>> {
  const checked = schema.safeParse(parsed(await bytesIn(entries, path, most, name)));
  if (!checked.success) {
    const [issue] = checked.error.issues;
    const where = [path, ...(issue?.path ?? [])].join(' › ');
    throw damaged(name, `${where}: ${issue?.message ?? 'not as it should be'}`);
  }
  return checked.data;
}

async function bytesIn(entries: Entries, path: string, most: number, name: string): Promise<Uint8Array> {
  const entry = entries.get(path);
  if (entry === undefined) {
    throw damaged(name, `${path} is missing.`);
  }
  if (entry.size > most) {
    throw damaged(name, `${path} is too large.`);
  }
  const pieces: Uint8Array[] = [];
  for await (const piece of await entry.bytes()) {
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}

function damaged(name: string, reason: string): RestanteError {
  return new RestanteError('workspace.damaged', { name, reason });
}
