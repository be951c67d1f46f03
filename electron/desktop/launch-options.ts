import { isAbsolute, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import envPaths from 'env-paths';
import { z } from 'zod';
import { demoDataFolder } from '../demo/demo-folder.ts';

export interface LaunchOptions {
  readonly dataFolder: string;
  /** What Chromium keeps, and the lock by which a second start finds the first. */
  readonly desktopFolder: string;
  readonly agentPorts: 'default' | 'any';
  /** Opens the demo mailbox, which is made where it is not yet there. */
  readonly demo: boolean;
  /** Makes the demo anew. */
  readonly reset: boolean;
  /** Mail and workspace files to open. */
  readonly files: readonly string[];
}

/**
 * Reads the flags, or their environment variables; flags win, an empty value counts as none. Everything else that is named like
 * mail or a workspace is a file to open. Chromium's own switches stand among the arguments and are passed over.
 */
export function readLaunchOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  workingFolder: string,
): LaunchOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    options: {
      data: { type: 'string' },
      'agent-ports': { type: 'string' },
      demo: { type: 'boolean' },
      reset: { type: 'boolean' },
    },
  });
  const demo = values.demo === true;
  const chosen = given(values.data) ?? given(environment.RESTANTE_DATA);
  const usual = demo ? demoDataFolder() : envPaths('restante', { suffix: '' }).data;
  const dataFolder = chosen === undefined ? usual : resolve(workingFolder, chosen);
  const agentPorts = given(values['agent-ports']) ?? given(environment.RESTANTE_AGENT_PORTS);
  return {
    dataFolder,
    // Beside a demo: its folder holds nothing when it is made, and goes when it is made anew.
    desktopFolder: demo ? `${dataFolder}-desktop` : join(dataFolder, 'desktop'),
    agentPorts: agentPorts === 'any' ? 'any' : 'default',
    demo,
    reset: demo && values.reset === true,
    files: positionals.filter(isOpenable).map((path) => resolve(workingFolder, path)),
  };
}

/** The arguments of a start that makes the demo anew, however this one was told of it; what it was to open is gone. */
export function argumentsToRemakeDemo(args: readonly string[]): string[] {
  const flags = ['--demo', '--reset'];
  return [...args.filter((each) => !flags.includes(each) && !isOpenable(each)), ...flags];
}

const secondStartSchema = z.object({ files: z.array(z.string()) });

/** The files that a second start was given, which it tells the first. */
export function filesOfSecondStart(told: unknown): readonly string[] {
  const second = secondStartSchema.safeParse(told);
  return second.success ? second.data.files.filter((file) => isAbsolute(file) && isOpenable(file)) : [];
}

/** Whether a file is named like something that is opened: mail, or a workspace. */
export function isOpenable(path: string): boolean {
  return /\.(?:eml|mbox|restante)$/i.test(path);
}

function given(value: string | boolean | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
