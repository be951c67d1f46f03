import { join } from 'node:path';
import { z } from 'zod';
import { type ErrorCode, RestanteError } from '#shared/errors.ts';
import { migrate, type Migration } from './migrate.ts';
import { readText } from './read-text.ts';
import { setAside } from './set-aside.ts';
import { writeAtomically } from './write-atomically.ts';

/** What reading came to; `trouble` tells in words what had to be set aside, and what was used instead. */
export interface Loaded<T> {
  readonly content: T | undefined;
  readonly trouble?: string;
}

export interface ConfigFileOptions<T> {
  /** `agents.json`; `agents.json.bak` lies beside it. */
  readonly name: string;
  /** Of the whole content but its version. */
  readonly schema: z.ZodType<T>;
  readonly migrations: readonly Migration[];
  /** What is thrown when a newer program wrote the file. */
  readonly newer: Extract<ErrorCode, `${string}.newer`>;
  /** What happens where neither the file nor its backup can be used. */
  readonly otherwise: string;
}

type Reading<T> =
  | { readonly kind: 'absent' }
  | {
      readonly kind: 'sound';
      readonly text: string;
      readonly content: T;
      /** What the file says and nobody knows: `agents[0].mdoe`. */
      readonly unknown: readonly string[];
    }
  | { readonly kind: 'corrupt'; readonly reason: string };

/** A readable file of the data folder, and a `.bak` beside it: the last state known to be good. */
export class ConfigFile<T extends object> {
  readonly #options: ConfigFileOptions<T>;
  readonly #folder: string;
  readonly #file: string;
  readonly #backup: string;
  /** The version that this program writes. */
  readonly #version: number;

  constructor(folder: string, options: ConfigFileOptions<T>) {
    this.#options = options;
    this.#folder = folder;
    this.#file = join(folder, options.name);
    this.#backup = join(folder, `${options.name}.bak`);
    this.#version = options.migrations.length + 1;
  }

  /**
   * Reads the content; a corrupt file is set aside and the backup read instead. No content: a first run.
   * @throws RestanteError `*.newer`; nothing was changed then.
   */
  async load(at: Date): Promise<Loaded<T>> {
    const main = await this.#read(this.#file);
    if (main.kind === 'sound') {
      // What a person edited by hand and we could read is from now on the last good state.
      if ((await readText(this.#backup)) !== main.text) {
        await this.#write(this.#backup, main.text);
      }
      const { unknown } = main;
      return {
        content: main.content,
        ...(unknown.length > 0 && {
          trouble: `${this.#file} has fields that Restante does not know: ${unknown.join(', ')}. They count for nothing, and are left out when the file is written next.`,
        }),
      };
    }
    const backup = await this.#read(this.#backup);
    if (main.kind === 'absent' && backup.kind === 'absent') {
      return { content: undefined };
    }
    const told = [await this.#putAside(this.#file, main, at), await this.#putAside(this.#backup, backup, at)];
    if (backup.kind === 'sound') {
      await this.#write(this.#file, backup.text);
      told.push('Restante uses the last good backup.');
      return { content: backup.content, trouble: told.join(' ').trim() };
    }
    told.push(`There was no good backup: ${this.#options.otherwise}`);
    return { content: undefined, trouble: told.join(' ').trim() };
  }

  /** Keeps the content: first the file, then its backup. @throws RestanteError `data.unwritable`. */
  async save(content: T): Promise<void> {
    const text = `${JSON.stringify({ version: this.#version, ...content }, null, 2)}\n`;
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

  async #read(file: string): Promise<Reading<T>> {
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
    const age = migrate(content, this.#options.migrations);
    if (age.kind === 'newer') {
      throw new RestanteError(this.#options.newer, {
        file,
        found: age.version,
        known: this.#version,
      });
    }
    if (age.kind === 'unknown') {
      return { kind: 'corrupt', reason: 'it says no version' };
    }
    const { version: _version, ...fields } = age.content;
    const checked = this.#options.schema.safeParse(fields);
    return checked.success
      ? { kind: 'sound', text, content: checked.data, unknown: unknownFields(fields, checked.data) }
      : { kind: 'corrupt', reason: z.prettifyError(checked.error) };
  }

  async #putAside(file: string, reading: Reading<T>, at: Date): Promise<string> {
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
