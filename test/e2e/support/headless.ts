import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

const headless = resolve(import.meta.dirname, '../../../dist/headless.js');

/** `restante serve` from the build, on a free port unless one is given, its agents on free ports. */
export async function startHeadless(
  dataFolder: string,
  port = '0',
  flags: readonly string[] = [],
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const args = [headless, 'serve', '--data', dataFolder, '--port', port, '--agent-ports', 'any', ...flags];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const url = await new Promise<string>((ready, failed) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const address = /^restante ready (\S+)/.exec(line)?.[1];
      if (address !== undefined) {
        ready(address);
      }
    });
    child.once('exit', (code) => {
      failed(new Error(`The headless server ended with code ${String(code)} before it was ready.`));
    });
  });
  return {
    url,
    close: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}
