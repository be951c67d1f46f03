import { createReadStream, createWriteStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { errorBodySchema } from '#shared/error-body.ts';
import { RestanteError } from '#shared/errors.ts';
import type { Ask } from './reach-restante.ts';

/** What a command tells the person; `warn` is for what was not done. */
export interface Terminal {
  readonly say: (line: string) => unknown;
  readonly warn: (line: string) => unknown;
}

interface AgentsAnswer {
  readonly agents: readonly { readonly id: string; readonly name: string }[];
}

interface ImportAnswer {
  readonly taken: number;
  readonly refusedCount: number;
  readonly refused: readonly { readonly name: string; readonly reason: string }[];
}

interface OpenedAnswer {
  readonly agents: readonly { readonly name: string; readonly notes: readonly string[] }[];
  readonly messages: number;
}

/** Imports files, and all that lie below folders. Resolves with whether everything was taken. */
export async function importFiles(
  ask: Ask,
  paths: readonly string[],
  options: { readonly agent?: string; readonly time: string; readonly quoting: string },
  terminal: Terminal,
): Promise<boolean> {
  const agent = await agentCalled(ask, options.agent);
  let isWhole = true;
  let taken = 0;
  for (const file of await filesBelow(paths)) {
    const { time, quoting } = options;
    const query = new URLSearchParams({ agent: agent.id, name: file, time, quoting });
    const response = await sent(ask, `/api/messages/import?${query.toString()}`, file);
    if (!response.ok) {
      isWhole = false;
      terminal.warn((await problemOf(response)).message);
      continue;
    }
    const report = (await response.json()) as ImportAnswer;
    taken += report.taken;
    isWhole &&= report.refusedCount === 0;
    report.refused.forEach(({ name, reason }) => terminal.warn(`${file}: ${name}: ${reason}`));
  }
  terminal.say(`${taken} ${taken === 1 ? 'message is' : 'messages are'} in ${agent.name}.`);
  return isWhole;
}

/** Writes messages into a file. */
export async function exportFile(
  ask: Ask,
  file: string,
  options: { readonly agent?: string; readonly query?: string; readonly format: string },
): Promise<void> {
  const query = new URLSearchParams({ format: options.format });
  if (options.agent !== undefined) {
    query.set('agent', (await agentCalled(ask, options.agent)).id);
  }
  if (options.query !== undefined) {
    query.set('q', options.query);
  }
  await saved(await ask(`/api/messages/export?${query.toString()}`), file);
}

export async function exportWorkspace(
  ask: Ask,
  file: string,
  options: { readonly credentials: boolean; readonly messages: boolean },
): Promise<void> {
  const { credentials, messages } = options;
  await saved(await ask(`/api/workspace?credentials=${credentials}&messages=${messages}`), file);
}

export async function importWorkspace(
  ask: Ask,
  file: string,
  options: { readonly takeSettings: boolean },
  terminal: Terminal,
): Promise<void> {
  const settings = options.takeSettings ? 'take' : 'keep';
  const query = new URLSearchParams({ name: basename(file), settings });
  const response = await sent(ask, `/api/workspace?${query.toString()}`, file);
  if (!response.ok) {
    throw await problemOf(response);
  }
  const report = (await response.json()) as OpenedAnswer;
  for (const { name, notes } of report.agents) {
    terminal.say(`${name}. ${notes.join(' ')}`.trim());
  }
  terminal.say(`${report.agents.length} agents and ${report.messages} messages came with it.`);
}

/** By name or id; without one the only agent there is. @throws RestanteError which agents there are */
async function agentCalled(ask: Ask, wanted: string | undefined): Promise<AgentsAnswer['agents'][number]> {
  const { agents } = (await (await ask('/api/agents')).json()) as AgentsAnswer;
  const found =
    wanted === undefined
      ? agents.length === 1
        ? agents[0]
        : undefined
      : agents.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted.toLowerCase());
  if (found === undefined) {
    const names = agents.map(({ name }) => `“${name}”`).join(', ');
    throw refusal(`Say with --agent which Mail Agent is meant: ${names}.`);
  }
  return found;
}

/** Files in their own order; of folders everything below them, but what is hidden. */
async function filesBelow(paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    if (!(await stat(path)).isDirectory()) {
      files.push(path);
      continue;
    }
    const entries = await readdir(path);
    const shown = entries.filter((name) => !name.startsWith('.')).toSorted();
    files.push(...(await filesBelow(shown.map((name) => join(path, name)))));
  }
  return files;
}

function sent(ask: Ask, path: string, file: string): Promise<Response> {
  const body = Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>;
  return ask(path, { method: 'POST', body, duplex: 'half' });
}

/** Never over a file that is there. @throws RestanteError what the control API answered */
async function saved(response: Response, file: string): Promise<void> {
  if (!response.ok || response.body === null) {
    throw await problemOf(response);
  }
  await pipeline(response.body, createWriteStream(file, { flags: 'wx', mode: 0o600 }));
}

async function problemOf(response: Response): Promise<RestanteError> {
  const body = errorBodySchema.safeParse(await response.json().catch(() => undefined));
  return refusal(body.success ? body.data.error.message : `Restante answered ${response.status}.`);
}

/** What the person can mend, in one sentence. */
function refusal(reason: string): RestanteError {
  return new RestanteError('request.invalid', { reason });
}
