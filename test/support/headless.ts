import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

const entry = resolve(import.meta.dirname, '../../electron/headless.ts');

/** A `restante serve` of its own process, run from source. */
export interface Headless {
  readonly child: ChildProcess;
  /** The address that its ready line said. */
  readonly url: string;
  /** Ends it with a signal; resolves with its exit code (null: the signal ended it). */
  end(signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<number | null>;
}

/** Starts it on any free ports and waits for its ready line; killed after the test at the latest. */
export async function startHeadless(
  folder: string,
  args: readonly string[] = [],
  { stderr }: { stderr?: number } = {},
): Promise<Headless> {
  const line = ['serve', '--data', folder, '--port', '0', '--agent-ports', 'any', ...args];
  const child = runHeadless(line, stderr === undefined ? {} : { stderr });
  const { stdout } = child;
  if (stdout === null) {
    throw new Error('The output of the child is a pipe.');
  }
  const exited = once(child, 'exit');
  const ready = new Promise<string>((found) => {
    createInterface({ input: stdout }).on('line', (line) => {
      const url = /^restante ready (\S+)$/.exec(line)?.[1];
      if (url !== undefined) {
        found(url);
      }
    });
  });
  const early = exited.then(([code]) => {
    throw new Error(`restante ended with code ${String(code)} before it was ready.`);
  });
  const url = await Promise.race([ready, early]);
  early.catch(() => 'it may end from here on');
  return {
    child,
    url,
    async end(signal) {
      child.kill(signal);
      const [code] = (await exited) as [number | null];
      return code;
    },
  };
}

/** Runs the command line as it is; its errors go to this process's own stderr unless they are read. */
export function runHeadless(
  args: readonly string[],
  {
    env = {},
    stderr = 'inherit',
  }: { env?: Record<string, string>; stderr?: 'inherit' | 'pipe' | number } = {},
): ChildProcess {
  const child = spawn(process.execPath, [entry, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', stderr],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

/** Runs the command line to its end; what it wrote, and its exit code. */
export async function headlessOutput(
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = runHeadless(args, { env, stderr: 'pipe' });
  const written = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (text: string) => {
      written[name] += text;
    });
  }
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...written };
}
