import { join } from 'node:path';
import { z } from 'zod';
import { type AgentConfig, agentConfigSchema, agentLimits } from '#shared/agent.ts';
import { RestanteError } from '#shared/errors.ts';
import { readText } from '../files/read-text.ts';
import { setAside } from '../files/set-aside.ts';
import { writeAtomically } from '../files/write-atomically.ts';
import { currentVersion, migrate } from './migrations.ts';

const agentsFileSchema = z.object({
  version: z.literal(currentVersion),
  agents: z
    .array(agentConfigSchema)
    .max(agentLimits.agents)
    .refine(
      (agents) => new Set(agents.map((agent) => agent.id)).size === agents.length,
      'two agents have one id',
    ),
});
export type AgentsFileContent = z.infer<typeof agentsFileSchema>;

/** What reading came to; `trouble` tells in words what had to be set aside, and what was used instead. */
export interface LoadedAgents {
  readonly agents: readonly AgentConfig[] | undefined;
  readonly trouble?: string;
}

type Reading =
  | { readonly kind: 'absent' }
  | {
      readonly kind: 'sound';
      readonly text: string;
      readonly content: AgentsFileContent;
      /** What the file says and nobody knows: `agents[0].mdoe`. */
      readonly unknown: readonly string[];
    }
  | { readonly kind: 'corrupt'; readonly reason: string };

/** `agents.json` in the data folder, and `agents.json.bak` beside it: the last state known to be good. */
export class AgentsFile {
  readonly #folder: string;
  readonly #file: string;
  readonly #backup: string;

  constructor(folder: string) {
    this.#folder = folder;
    this.#file = join(folder, 'agents.json');
    this.#backup = join(folder, 'agents.json.bak');
  }

  /**
   * Reads the agents; a corrupt file is set aside and the backup read instead. No agents: a first run.
   * @throws RestanteError `agents.newer`; nothing was changed then.
   */
  async load(at: Date): Promise<LoadedAgents> {
    const main = await this.#read(this.#file);
    if (main.kind === 'sound') {
      // What a person edited by hand and we could read is from now on the last good state.
      if ((await readText(this.#backup)) !== main.text) {
        await this.#write(this.#backup, main.text);
      }
      const { unknown } = main;
      return {
        agents: main.content.agents,
        ...(unknown.length > 0 && {
          trouble: `${this.#file} has fields that Restante does not know: ${unknown.join(', ')}. They count for nothing, and are left out when the file is written next.`,
        }),
      };
    }
    const backup = await this.#read(this.#backup);
    if (main.kind === 'absent' && backup.kind === 'absent') {
      return { agents: undefined };
    }
    const told = [await this.#putAside(this.#file, main, at), await this.#putAside(this.#backup, backup, at)];
    if (backup.kind === 'sound') {
      await this.#write(this.#file, backup.text);
      told.push('Restante uses the last good backup.');
      return { agents: backup.content.agents, trouble: told.join(' ').trim() };
    }
    told.push('There was no good backup: Restante begins with a new Mail Agent.');
    return { agents: undefined, trouble: told.join(' ').trim() };
  }

  /** Keeps the agents: first the file, then its backup. @throws RestanteError `data.unwritable`. */
  async save(agents: readonly AgentConfig[]): Promise<void> {
    const text = `${JSON.stringify({ version: currentVersion, agents }, null, 2)}\n`;
    await this.#write(this.#file, text);
    await this.#write(this.#backup, text);
  }

  async #write(file: string, text: string): Promise<void> {
    try {
      // Tokens and passwords are inside: nobody else's eyes.
      await writeAtomically(file, text, 0o600);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new RestanteError('data.unwritable', { folder: this.#folder, reason }, { cause });
    }
  }

  async #read(file: string): Promise<Reading> {
    const text = await readText(file);
    if (text === undefined) {
      return { kind: 'absent' };
    }
    let content: unknown;
    try {
      // Editors on Windows like to begin a file with a byte order mark.
      content = JSON.parse(text.replace(/^\uFEFF/, ''));
    } catch (error) {
      return { kind: 'corrupt', reason: error instanceof Error ? error.message : String(error) };
    }
    const age = migrate(content);
    if (age.kind === 'newer') {
      throw new RestanteError('agents.newer', { file, found: age.version, known: currentVersion });
    }
    if (age.kind === 'unknown') {
      return { kind: 'corrupt', reason: 'it says no version' };
    }
    const checked = agentsFileSchema.safeParse(age.content);
    return checked.success
      ? { kind: 'sound', text, content: checked.data, unknown: unknownFields(age.content, checked.data) }
      : { kind: 'corrupt', reason: z.prettifyError(checked.error) };
  }

  async #putAside(file: string, reading: Reading, at: Date): Promise<string> {
    switch (reading.kind) {
      case 'corrupt':
        return `${file} could not be read (${reading.reason}). It was set aside as ${await setAside(file, 'corrupt', at)}.`;
      case 'absent':
        return file === this.#file ? `${file} was missing.` : '';
      case 'sound':
        return '';
    }
  }
}

/** The paths of the fields that a file has and its checked content has not: a misspelt one is easily overlooked. */
function unknownFields(given: unknown, known: unknown, path = ''): string[] {
  if (typeof given !== 'object' || given === null || typeof known !== 'object' || known === null) {
    return [];
  }
  return Object.entries(given).flatMap(([key, value]) => {
    const inside = Array.isArray(given) ? `${path}[${key}]` : `${path}${path === '' ? '' : '.'}${key}`;
    return Object.hasOwn(known, key) ? unknownFields(value, Reflect.get(known, key), inside) : [inside];
  });
}
