import { resolve } from 'node:path';
import { headlessEnvironment, headlessFlags } from './headless-memory.ts';
import { runChild } from './run-child.ts';

const headless = resolve(import.meta.dirname, '../dist/headless.js');

/** Runs the built `restante serve` to its end; resolves with its exit code. */
export function serveHeadless(args: readonly string[]): Promise<number> {
  return runChild(process.execPath, [...headlessFlags, headless, 'serve', ...args], {
    ...headlessEnvironment,
    ...process.env,
  });
}
