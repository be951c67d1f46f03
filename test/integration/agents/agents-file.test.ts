import { readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { agentsFile } from '../../../electron/agents/agents-file.ts';
import { newAgent } from '../../../electron/agents/configure.ts';
import { portsOfSlot } from '../../../electron/agents/ports.ts';
import { AgentRegistry } from '../../../electron/agents/registry.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const now = new Date('2026-03-01T12:00:00.000Z');

function agent(name: string) {
  return newAgent({ name }, portsOfSlot(1), now, 0);
}

async function open(folder: string) {
  return AgentRegistry.open(folder, now, () => agent('My app'));
}

async function names(folder: string): Promise<string[]> {
  const { content } = await agentsFile(folder).load(now);
  return (content?.agents ?? []).map(({ name }) => name);
}

test('a first run makes one agent and keeps it for the owner only, readable', async () => {
  const folder = await temporaryFolder();
  const { registry, trouble } = await open(folder);
  expect(registry.list().map(({ name }) => name)).toEqual(['My app']);
  expect(trouble).toBeUndefined();
  for (const name of ['agents.json', 'agents.json.bak']) {
    expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
  }
  const text = await readFile(join(folder, 'agents.json'), 'utf8');
  expect(JSON.parse(text)).toEqual({ version: 1, agents: registry.list() });
  expect(text).toContain('\n  "agents": [\n');
});

test('what was changed is there after a restart, in the order of the person', async () => {
  const folder = await temporaryFolder();
  const { registry } = await open(folder);
  await registry.change((agents) => [agent('Shop'), ...agents]);
  await registry.update(registry.list()[1]?.id ?? '', (one) => ({ ...one, description: 'mine' }));
  const { registry: reopened } = await open(folder);
  expect(reopened.list()).toEqual(registry.list());
  expect(reopened.list().map(({ name, description }) => [name, description])).toEqual([
    ['Shop', ''],
    ['My app', 'mine'],
  ]);
});

test('many changes at once are all kept, and no draft is left behind', async () => {
  const folder = await temporaryFolder();
  const { registry } = await open(folder);
  await Promise.all(
    Array.from({ length: 30 }, (_, n) => registry.change((agents) => [...agents, agent(`Agent ${n}`)])),
  );
  expect(await names(folder)).toEqual(['My app', ...Array.from({ length: 30 }, (_, n) => `Agent ${n}`)]);
  expect((await readdir(folder)).toSorted()).toEqual(['agents.json', 'agents.json.bak']);
});

test('a change that cannot be written did not happen, and the next one can', async () => {
  const folder = await temporaryFolder();
  const { registry } = await open(folder);
  await rm(folder, { recursive: true });
  const failing = registry.change((agents) => [...agents, agent('Lost')]);
  await expect(failing).rejects.toMatchObject({ code: 'data.unwritable' });
  expect(registry.list().map(({ name }) => name)).toEqual(['My app']);
});

test.each([
  { harm: 'cut off in the middle', spoil: (file: string) => truncate(file, 200) },
  { harm: 'empty', spoil: (file: string) => truncate(file, 0) },
  { harm: 'no JSON', spoil: (file: string) => writeFile(file, 'not at all') },
  { harm: 'without a version', spoil: (file: string) => writeFile(file, '{"agents":[]}') },
  {
    harm: 'against the schema',
    spoil: async (file: string) =>
      writeFile(file, (await readFile(file, 'utf8')).replace('"relaxed"', '"lax"')),
  },
])('a file that is $harm is set aside and the backup used, in words', async ({ spoil }) => {
  const folder = await temporaryFolder();
  const { registry } = await open(folder);
  await registry.change((agents) => [...agents, agent('Shop')]);
  await spoil(join(folder, 'agents.json'));
  const spoiled = await readFile(join(folder, 'agents.json'), 'utf8');

  const { registry: reopened, trouble } = await open(folder);
  expect(reopened.list()).toEqual(registry.list());
  const aside = join(folder, 'agents.json.corrupt-2026-03-01T12-00-00Z');
  expect(await readFile(aside, 'utf8')).toBe(spoiled);
  expect(trouble).toContain(aside);
  expect(trouble).toContain('last good backup');
  // And the next start finds everything in order.
  expect((await open(folder)).trouble).toBeUndefined();
});

test('when file and backup are corrupt both are set aside, and a new agent begins', async () => {
  const folder = await temporaryFolder();
  await open(folder);
  await writeFile(join(folder, 'agents.json'), 'x');
  await writeFile(join(folder, 'agents.json.bak'), 'y');
  const { registry, trouble } = await open(folder);
  expect(registry.list().map(({ name }) => name)).toEqual(['My app']);
  expect(trouble).toContain('begins with a new Mail Agent');
  const aside = (await readdir(folder)).filter((name) => name.includes('.corrupt-'));
  expect(aside).toHaveLength(2);
});

test('two corrupt files in the same second do not overwrite each other', async () => {
  const folder = await temporaryFolder();
  await open(folder);
  for (const text of ['first', 'second']) {
    await writeFile(join(folder, 'agents.json'), text);
    await open(folder);
  }
  const aside = (await readdir(folder)).filter((name) => name.startsWith('agents.json.corrupt-'));
  expect(aside).toHaveLength(2);
});

test('a lost file is brought back from its backup, and that is said', async () => {
  const folder = await temporaryFolder();
  const { registry } = await open(folder);
  await registry.change((agents) => [...agents, agent('Shop')]);
  await rm(join(folder, 'agents.json'));
  const { registry: reopened, trouble } = await open(folder);
  expect(reopened.list()).toEqual(registry.list());
  expect(trouble).toContain('was missing');
});

test('a file from a newer program is refused, and nothing is changed', async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'agents.json');
  await writeFile(file, '{"version":99,"future":true}');
  await expect(open(folder)).rejects.toMatchObject({
    code: 'agents.newer',
    details: { found: 99, known: 1 },
  });
  expect(await readFile(file, 'utf8')).toBe('{"version":99,"future":true}');
  expect(await readdir(folder)).toEqual(['agents.json']);
});

test('a file that a person edited by hand becomes the last good state', async () => {
  const folder = await temporaryFolder();
  await open(folder);
  const file = join(folder, 'agents.json');
  await writeFile(file, `\uFEFF${(await readFile(file, 'utf8')).replace('My app', 'By hand')}`);
  expect(await names(folder)).toEqual(['By hand']);
  await truncate(file, 10);
  expect(await names(folder)).toEqual(['By hand']);
});

test('a misspelt field is told by its place, and the agents are used all the same', async () => {
  const folder = await temporaryFolder();
  await open(folder);
  const file = join(folder, 'agents.json');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('"mode": "relaxed"', '"mdoe": "strict"'));
  const { registry, trouble } = await open(folder);
  expect(registry.list().map(({ name, mode }) => [name, mode])).toEqual([['My app', 'relaxed']]);
  expect(trouble).toContain('agents[0].mdoe');
});

test('a field with a wrong value is told by its place', async () => {
  const folder = await temporaryFolder();
  await open(folder);
  const file = join(folder, 'agents.json');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('"mode": "relaxed"', '"mode": "stirct"'));
  const { trouble } = await open(folder);
  expect(trouble).toContain('agents[0].mode');
  expect(trouble).toContain('Restante uses the last good backup.');
});
