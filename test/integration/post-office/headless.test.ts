import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { headlessOutput, startHeadless } from '../../support/headless.ts';
import { opened, takenPort, takesConnections } from '../../support/sockets.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

test('it says that it is ready with its address, serves there on loopback, and stops at SIGTERM with code 0', async () => {
  const headless = await startHeadless(await temporaryFolder());
  expect(headless.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const health = (await (await fetch(`${headless.url}/api/health`)).json()) as object;
  expect(health).toMatchObject({
    status: 'ok',
    platform: 'headless',
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
  });
  expect(await headless.end('SIGTERM')).toBe(0);
});

test('SIGINT stops it in order, with connections open that never speak', async () => {
  const headless = await startHeadless(await temporaryFolder());
  const { port } = new URL(headless.url);
  const silent = await opened(Number(port));
  silent?.resume();
  expect(await headless.end('SIGINT')).toBe(0);
});

test('a second signal ends it at once', async () => {
  const headless = await startHeadless(await temporaryFolder());
  headless.child.kill('SIGTERM');
  headless.child.kill('SIGINT');
  const [code] = (await once(headless.child, 'exit')) as [number | null];
  // Whichever comes first: it had stopped already, or was told again while it stopped.
  expect([0, 130, 143]).toContain(code);
});

test('a second instance on the same data folder is refused with the process that has it', async () => {
  const folder = await temporaryFolder();
  const headless = await startHeadless(folder);
  const second = await headlessOutput(['serve', '--data', folder, '--port', '0']);
  expect(second).toEqual({
    code: 1,
    stdout: '',
    stderr: `Another Restante already uses the data folder ${folder} (process ${headless.child.pid}). Close it, or choose another folder with --data.\n`,
  });
});

test('the folder of a killed instance can be used at once, also when its process id lives on', async () => {
  const folder = await temporaryFolder();
  const killed = await startHeadless(folder);
  await killed.end('SIGKILL');
  expect((await readFile(join(folder, 'restante.pid'), 'utf8')).trim()).toBe(String(killed.child.pid));
  const next = await startHeadless(folder);
  expect(await next.end('SIGTERM')).toBe(0);
});

test('a taken port is said in one sentence, with exit code 1, and the data folder is left', async () => {
  const folder = await temporaryFolder();
  const { port } = await takenPort();
  const output = await headlessOutput([
    'serve',
    '--data',
    folder,
    '--port',
    String(port),
    '--agent-ports',
    'any',
  ]);
  expect(output).toEqual({
    code: 1,
    stdout: '',
    stderr: `Port ${port} is already in use by another program.\n`,
  });
  const next = await startHeadless(folder);
  expect(await next.end('SIGTERM')).toBe(0);
});

test('environment variables stand in for flags, and flags win', async () => {
  const folder = await temporaryFolder();
  const { port } = await takenPort();
  const env = {
    RESTANTE_DATA: folder,
    RESTANTE_PORT: String(port),
    RESTANTE_AGENT_PORTS: 'any',
    RESTANTE_HOST: '',
  };
  expect(await headlessOutput(['serve'], env)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining(`${port}`),
  });
  expect(JSON.parse(await readFile(join(folder, 'agents.json'), 'utf8'))).toMatchObject({
    agents: [{ channels: { smtp: { port: 0 } } }],
  });
  const other = await headlessOutput(['serve', '--port', 'many'], env);
  expect(other.stderr).toContain("option '--port <number>' argument 'many' is invalid");
});

test.each([
  ['--port', '65536'],
  ['--port', '-1'],
  ['--agent-ports', 'some'],
  ['--unknown', 'x'],
])('a wrong argument is refused with exit code 1: %s %s', async (flag, value) => {
  const { code, stderr } = await headlessOutput(['serve', flag, value]);
  expect(code).toBe(1);
  expect(stderr).toContain('error: ');
});

test('it tells its flags and its version', async () => {
  const help = await headlessOutput(['serve', '--help']);
  for (const flag of ['--data', '--port', '--host', '--agent-ports', 'RESTANTE_AGENT_PORTS']) {
    expect(help.stdout).toContain(flag);
  }
  const { version } = JSON.parse(
    await readFile(join(import.meta.dirname, '../../../package.json'), 'utf8'),
  ) as { version: string };
  expect(await headlessOutput(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});

test('a host that others can reach is warned of loudly', async () => {
  const folder = await temporaryFolder();
  const { port, free } = await takenPort();
  const output = await headlessOutput([
    'serve',
    '--data',
    folder,
    '--host',
    '0.0.0.0',
    '--port',
    String(port),
    '--agent-ports',
    'any',
  ]);
  expect(output.stderr).toContain('WARNING: Restante listens on 0.0.0.0.');
  await free();
  expect(await takesConnections(port)).toBe(false);
});

test.skipIf(!existsSync('/dev/full'))('a log that cannot be written does not stop it', async () => {
  const full = await open('/dev/full', 'w');
  // This host makes it say something right away.
  const headless = await startHeadless(await temporaryFolder(), ['--host', '0.0.0.0'], { stderr: full.fd });
  expect((await fetch(`${headless.url}/api/health`)).status).toBe(200);
  expect(await headless.end('SIGTERM')).toBe(0);
  await full.close();
});

test('a folder that holds the demo is told of as the demo, and everybody’s own mail is not', async () => {
  const folder = await temporaryFolder();
  const own = await startHeadless(folder);
  expect(await (await fetch(`${own.url}/api/health`)).json()).toMatchObject({ demo: false });
  await own.end('SIGTERM');
  await writeFile(join(folder, 'demo.json'), JSON.stringify({ madeAt: new Date().toISOString() }));
  const demo = await startHeadless(folder);
  expect(await (await fetch(`${demo.url}/api/health`)).json()).toMatchObject({ demo: true });
});
