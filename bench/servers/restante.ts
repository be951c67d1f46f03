import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { headlessEnvironment, headlessFlags } from '../../scripts/headless-memory.ts';
import { endProcess, outputLine, type Server } from './server.ts';

export interface RestanteServer extends Server {
  /** Base address of the control API. */
  readonly url: string;
  readonly agentId: string;
  readonly apiPort: number;
  readonly token: string;
}

interface AgentAnswer {
  readonly agents: readonly {
    id: string;
    channels: { smtp: { port: number }; api: { port: number } };
    tokens: readonly { token: string }[];
  }[];
}

/** As `npm run serve` starts it: the built headless Restante with a data folder of its own; its one agent keeps everything. */
export async function startRestante(): Promise<RestanteServer> {
  const folder = await mkdtemp(join(tmpdir(), 'restante-bench-'));
  const child = spawn(
    process.execPath,
    [
      ...headlessFlags,
      fileURLToPath(new URL('../../dist/headless.js', import.meta.url)),
      'serve',
      '--data',
      folder,
      '--port',
      '0',
      '--agent-ports',
      'any',
    ],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...headlessEnvironment, ...process.env } },
  );
  const ready = await outputLine(child, /restante ready (\S+)/);
  const url = String(ready[1]).replace(/\/$/, '');
  const { agents } = (await (await fetch(`${url}/api/agents`)).json()) as AgentAnswer;
  const agent = agents[0];
  if (agent === undefined) {
    throw new Error('Restante started without an agent');
  }
  await fetch(`${url}/api/agents/${agent.id}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ retention: { maxCount: null } }),
  });
  return {
    name: 'Restante',
    pid: child.pid ?? 0,
    smtpPort: agent.channels.smtp.port,
    url,
    agentId: agent.id,
    apiPort: agent.channels.api.port,
    token: agent.tokens[0]?.token ?? '',
    async stop() {
      await endProcess(child);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
