import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';

const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Resolves with the exit code of a child that has this terminal; signals to us are passed on to it. */
export function runChild(
  command: string,
  args: readonly string[],
  environment = process.env,
): Promise<number> {
  const child = spawn(command, args, { stdio: 'inherit', env: environment });
  const pass = (signal: NodeJS.Signals): void => {
    child.kill(signal);
  };
  for (const signal of passedOn) {
    process.on(signal, pass);
  }
  return exitOf(child).finally(() => {
    for (const signal of passedOn) {
      process.off(signal, pass);
    }
  });
}

/** Resolves with the exit code when the process is gone; death by a signal counts as 1. @throws when it cannot be started. */
export function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      resolve(code ?? 1);
    });
  });
}
