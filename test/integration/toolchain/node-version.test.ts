import { execFileSync } from 'node:child_process';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const root = resolve(import.meta.dirname, '../../..');

/** Runs a command as an npm script would, whatever Node the machine itself has. */
function asScript(command: string): string {
  return execFileSync('npm', ['exec', '--offline', '-c', command], { cwd: root, encoding: 'utf8' }).trim();
}

/** The version that package.json asks for, as `node --version` says it. */
async function wantedVersion(): Promise<string> {
  const { devDependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  return `v${devDependencies.node}`;
}

test('npm scripts run on the Node of package.json, whatever the machine has', async () => {
  expect(asScript('node --version')).toBe(await wantedVersion());
});

test('so do the programs that ask the system for Node', async () => {
  const program = join(await temporaryFolder(), 'program');
  await writeFile(program, '#!/usr/bin/env node\nconsole.log(process.version);\n');
  await chmod(program, 0o755);
  expect(asScript(program)).toBe(await wantedVersion());
});

test('it has the database that messages are kept in, with full-text search', () => {
  const script = `
    const { DatabaseSync } = require('node:sqlite');
    const database = new DatabaseSync(':memory:');
    database.exec("CREATE VIRTUAL TABLE words USING fts5(text); INSERT INTO words VALUES ('poste restante')");
    console.log(database.prepare("SELECT count(*) AS n FROM words WHERE words MATCH 'restante'").get().n);
  `;
  expect(execFileSync('node', ['-e', script], { cwd: root, encoding: 'utf8' }).trim()).toBe('1');
});
