import { spawnSync } from 'node:child_process';

/** Runs a command to its end, at most so long. Its output goes to stderr unless it is asked for. */
export function boundedRun(
  command: string,
  args: readonly string[],
  options: { readonly timeoutMs: number; readonly cwd?: string; readonly quiet?: boolean },
): { readonly ok: boolean; readonly output: string } {
  const result = spawnSync(command, args, {
    cwd: options.cwd,
    timeout: options.timeoutMs,
    killSignal: 'SIGKILL',
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', options.quiet === true ? 'ignore' : 2],
  });
  return { ok: result.status === 0, output: result.stdout ?? '' };
}
