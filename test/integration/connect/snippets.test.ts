import { execFile } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import type { Agent } from '#shared/agent.ts';
import { assertNonNullable } from '#shared/assert.ts';
import { connectionOf } from '../../../renderer/src/features/connect/connection.ts';
import { snippets } from '../../../renderer/src/features/connect/snippets/catalogue.ts';
import type { SnippetId } from '../../../renderer/src/features/connect/snippets/catalogue.ts';
import { hasProgram } from '../../support/has-program.ts';
import { ServedOffice } from '../../support/served-office.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const run = promisify(execFile);
const installed = resolve(import.meta.dirname, '../../../node_modules');

interface Printed {
  readonly office: ServedOffice;
  readonly agent: Agent;
  readonly text: string;
}

/** A snippet as the Connect page prints it for a strict agent, which answers as production would. */
async function print(id: SnippetId): Promise<Printed> {
  const office = await ServedOffice.open();
  const created = await office.ask('POST', '/api/agents', {
    name: 'It’s strict',
    mode: 'strict',
    domains: ['shop.test'],
  });
  const agent = created.body as Agent;
  const authority = await office.ask('GET', '/api/tls');
  const snippet = snippets.find((candidate) => candidate.id === id);
  assertNonNullable(snippet, 'the id is one of the catalogue');
  const { caFile } = authority.body as { caFile: string };
  return { office, agent, text: snippet.write(connectionOf(agent, caFile)) };
}

/** A folder in which `import 'name'` finds this package. */
async function projectWith(name: string, packageFolder: string, file: string, text: string): Promise<string> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'node_modules'));
  await symlink(join(installed, packageFolder), join(folder, 'node_modules', name));
  await writeFile(join(folder, file), text);
  return folder;
}

/** Resolves once the agent holds the mail, and checks that it is the snippet's. */
async function arrival({ office, agent }: Printed): Promise<{ subject: string; from: string | undefined }> {
  const { message } = await office.next('message.indexed', (event) => event.message.agentId === agent.id);
  expect(message.verdictCount).toBe(0);
  return { subject: message.subject, from: message.from?.address };
}

const nodeSnippets = [
  { id: 'nodemailer', module: 'nodemailer', folder: 'nodemailer', subject: 'Hello from nodemailer' },
  { id: 'zeptomail-8', module: 'zeptomail', folder: 'zeptomail', subject: 'Hello from the ZeptoMail SDK 8' },
  {
    id: 'zeptomail-6',
    module: 'zeptomail',
    folder: 'zeptomail-6',
    subject: 'Hello from the ZeptoMail SDK 6',
  },
] as const;

test.each(nodeSnippets)('the $id snippet sends as it is printed', async ({ id, module, folder, subject }) => {
  const printed = await print(id);
  const project = await projectWith(module, folder, 'send.mjs', printed.text);
  const arrived = arrival(printed);
  await run(process.execPath, ['send.mjs'], { cwd: project });
  await expect(arrived).resolves.toEqual({ subject, from: 'hello@shop.test' });
});

test('the curl snippet sends as it is printed', async ({ skip }) => {
  skip(!hasProgram('curl', '--version'), 'this machine has no curl');
  const printed = await print('curl');
  const arrived = arrival(printed);
  const { stdout } = await run('/bin/sh', ['-c', printed.text]);
  expect(JSON.parse(stdout)).toMatchObject({ message: 'OK' });
  await expect(arrived).resolves.toEqual({ subject: 'Hello from curl', from: 'hello@shop.test' });
});

test('the Python snippet sends as it is printed', async ({ skip }) => {
  skip(!hasProgram('python3', '-c', 'import smtplib, ssl'), 'this machine has no Python');
  const printed = await print('python');
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'send.py'), printed.text);
  const arrived = arrival(printed);
  await run('python3', ['send.py'], { cwd: folder });
  await expect(arrived).resolves.toEqual({ subject: 'Hello from smtplib', from: 'hello@shop.test' });
});
