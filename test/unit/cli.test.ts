import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { commandLine, isLoopback, type ServeOptions } from '../../electron/cli.ts';

beforeEach(() => {
  for (const name of ['DATA', 'PORT', 'HOST', 'AGENT_PORTS']) {
    vi.stubEnv(`RESTANTE_${name}`, undefined);
  }
});

afterEach(() => {
  vi.unstubAllEnvs();
});

async function parsed(...args: string[]): Promise<ServeOptions | undefined> {
  let seen: ServeOptions | undefined;
  const program = commandLine('1.2.3', async (options) => {
    seen = options;
  });
  await program.parseAsync(args, { from: 'user' });
  return seen;
}

test.each([
  { host: 'localhost', loopback: true },
  { host: '127.0.0.1', loopback: true },
  { host: '127.1.2.3', loopback: true },
  { host: '::1', loopback: true },
  { host: '[::1]', loopback: true },
  { host: '0.0.0.0', loopback: false },
  { host: '::', loopback: false },
  { host: '192.168.0.7', loopback: false },
  { host: '127.0.0.1.example.com', loopback: false },
  { host: 'localhost.example.com', loopback: false },
])('$host is loopback: $loopback', ({ host, loopback }) => {
  expect(isLoopback(host)).toBe(loopback);
});

test('without flags it serves on port 8025 of loopback, in the data folder of this account', async () => {
  expect(await parsed('serve')).toMatchObject({
    port: 8025,
    host: 'localhost',
    agentPorts: 'default',
    data: expect.stringMatching(/restante$/i),
  });
});

test('an empty value counts as none', async () => {
  expect(await parsed('serve', '--port', '', '--host', '', '--agent-ports', '')).toMatchObject({
    port: 8025,
    host: 'localhost',
    agentPorts: 'default',
  });
});
