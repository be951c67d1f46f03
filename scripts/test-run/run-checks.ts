import { join, resolve } from 'node:path';
import { runChild } from '../run-child.ts';
import { add, nothing } from './tally.ts';
import type { Tally } from './tally.ts';

const binaries = resolve(import.meta.dirname, '../../node_modules/.bin');

const checks: readonly { readonly name: string; readonly command: readonly [string, ...string[]] }[] = [
  { name: 'format', command: ['oxfmt', '--check'] },
  { name: 'lint', command: ['oxlint'] },
  { name: 'types', command: ['tsc', '-b'] },
  { name: 'dead code', command: ['knip'] },
];

/** Format, lint, types and dead code; each counts as one test, and all are run whatever the others say. */
export async function runChecks(): Promise<Tally> {
  let tally = nothing;
  for (const { name, command } of checks) {
    const [program, ...args] = command;
    const exitCode = await runChild(join(binaries, program), args);
    process.stdout.write(`${exitCode === 0 ? '✓' : '✗'} ${name}\n`);
    tally = add(
      tally,
      exitCode === 0 ? { ...nothing, passed: 1 } : { ...nothing, failed: 1, failures: [name] },
    );
  }
  return tally;
}
