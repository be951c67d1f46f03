import { spawnSync } from 'node:child_process';

/**
 * Whether a program runs on this machine, asked with arguments that do nothing. With RESTANTE_TEST_REQUIRE=all every
 * program counts as there: one that is missing fails its test instead of skipping it.
 */
export function hasProgram(command: string, ...args: readonly string[]): boolean {
  return process.env['RESTANTE_TEST_REQUIRE'] === 'all' || spawnSync(command, args).status === 0;
}
