import { inChildProcess } from '../child-load.ts';
import type { HttpLoad } from '../http-load-worker.ts';
import { payload } from '../payloads.ts';
import { cpuMs } from '../process-facts.ts';
import { everythingIndexed } from '../restante-client.ts';
import { startHono, type ApiServer } from '../servers/hono.ts';
import { startRestante } from '../servers/restante.ts';
import { median } from '../statistics.ts';

export interface ApiRow {
  readonly server: string;
  readonly requestsPerSecond: number;
  readonly cpuMsPerRequest: number;
}

interface Contender {
  readonly start: () => Promise<{ server: ApiServer; settle: (count: number) => Promise<void> }>;
}

const contenders: readonly Contender[] = [
  { start: async () => ({ server: await startHono(), settle: async () => undefined }) },
  {
    async start() {
      const server = await startRestante();
      return { server, settle: (count) => everythingIndexed(server, count) };
    },
  },
];

/**
 * Ten kept connections post a text of 5 KB as JSON, until the last 201; in turn, medians of `rounds`. So few requests
 * that they are over before the index stops waiting for the end of the burst.
 */
export async function measureApi(requests: number, rounds: number): Promise<ApiRow[]> {
  const runs: ApiRow[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const contender of contenders) {
      runs.push(await oneRun(contender, requests));
    }
  }
  return [...Map.groupBy(runs, ({ server }) => server)].map(([server, ofServer]) => ({
    server,
    requestsPerSecond: median(ofServer.map((run) => run.requestsPerSecond)),
    cpuMsPerRequest: median(ofServer.map((run) => run.cpuMsPerRequest)),
  }));
}

async function oneRun(contender: Contender, requests: number): Promise<ApiRow> {
  const { server, settle } = await contender.start();
  // Until then the engine compiles more than it runs.
  const warmUp = 3_000;
  const load = (count: number): HttpLoad => ({
    port: server.apiPort,
    token: server.token,
    connections: 10,
    requests: count,
    body: requestBody(),
  });
  try {
    await inChildProcess<{ seconds: number }>('./http-load-worker.ts', load(warmUp));
    await settle(warmUp);
    const before = cpuMs(server.pid);
    const { seconds } = await inChildProcess<{ seconds: number }>('./http-load-worker.ts', load(requests));
    const cpuMsPerRequest = (cpuMs(server.pid) - before) / requests;
    return { server: server.name, requestsPerSecond: requests / seconds, cpuMsPerRequest };
  } finally {
    await server.stop();
  }
}

function requestBody(): string {
  const raw = payload('text-5k', 1).toString();
  return JSON.stringify({
    from: { address: 'accounts@zylker.example', name: 'Zylker Accounts' },
    to: [{ email_address: { address: 'person-1@example.com', name: 'Person 1' } }],
    subject: 'Order 100001 is on its way',
    textbody: raw.slice(raw.indexOf('\r\n\r\n') + 4),
  });
}
