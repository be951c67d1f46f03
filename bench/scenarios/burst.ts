import type { PayloadName } from '../payloads.ts';
import { cpuMs } from '../process-facts.ts';
import { everythingIndexed } from '../restante-client.ts';
import { startDraining } from '../servers/draining.ts';
import { startMaildev } from '../servers/maildev.ts';
import { startRestante } from '../servers/restante.ts';
import type { Server } from '../servers/server.ts';
import { sendLoad } from '../smtp-load.ts';
import { median } from '../statistics.ts';

export interface BurstRow {
  readonly payload: PayloadName;
  readonly reuse: boolean;
  readonly server: string;
  /** Until the last 250. */
  readonly messagesPerSecond: number;
  /** Until the last message is indexed; only Restante indexes after the answer. */
  readonly indexedPerSecond: number | null;
  readonly cpuMsPerMessage: number;
}

interface Contender {
  readonly start: () => Promise<Server>;
  /** Resolves when the server has done all its work for the messages. */
  readonly settle: (server: Server, count: number) => Promise<void>;
  /** A slow server gets fewer, so that the run ends. */
  readonly share: (reuse: boolean) => number;
}

const contenders: readonly Contender[] = [
  { start: startDraining, settle: async () => undefined, share: () => 1 },
  {
    start: startRestante,
    settle: (server, count) => everythingIndexed(server as Awaited<ReturnType<typeof startRestante>>, count),
    share: () => 1,
  },
  { start: startMaildev, settle: async () => undefined, share: (reuse) => (reuse ? 0.4 : 0.1) },
];

/** Ten connections, everybody in turn in the same minutes, medians of `rounds`. */
export async function measureBursts(
  messages: number,
  rounds: number,
  payloads: readonly PayloadName[],
): Promise<BurstRow[]> {
  const rows: BurstRow[] = [];
  for (const payload of payloads) {
    for (const reuse of [false, true]) {
      const taken = new Map<string, BurstRow[]>();
      for (let round = 0; round < rounds; round += 1) {
        for (const contender of contenders) {
          const row = await oneBurst(contender, { messages, payload, reuse });
          taken.set(row.server, [...(taken.get(row.server) ?? []), row]);
        }
      }
      for (const [server, runs] of taken) {
        rows.push({
          payload,
          reuse,
          server,
          messagesPerSecond: median(runs.map((run) => run.messagesPerSecond)),
          indexedPerSecond:
            server === 'Restante' ? median(runs.map((run) => run.indexedPerSecond ?? Number.NaN)) : null,
          cpuMsPerMessage: median(runs.map((run) => run.cpuMsPerMessage)),
        });
      }
    }
  }
  return rows;
}

async function oneBurst(
  contender: Contender,
  load: { messages: number; payload: PayloadName; reuse: boolean },
): Promise<BurstRow> {
  const server = await contender.start();
  try {
    const { smtpPort: port } = server;
    const warmUp = 200;
    await sendLoad({ port, connections: 10, messages: warmUp, payload: load.payload, reuse: true });
    await contender.settle(server, warmUp);
    const messages = Math.max(200, Math.round(load.messages * contender.share(load.reuse)));
    const cpuBefore = cpuMs(server.pid);
    const result = await sendLoad({
      port,
      connections: 10,
      messages,
      payload: load.payload,
      reuse: load.reuse,
    });
    const afterAnswers = performance.now();
    await contender.settle(server, warmUp + messages);
    const indexing = (performance.now() - afterAnswers) / 1000;
    return {
      payload: load.payload,
      reuse: load.reuse,
      server: server.name,
      messagesPerSecond: result.messagesPerSecond,
      indexedPerSecond: messages / (result.seconds + indexing),
      cpuMsPerMessage: (cpuMs(server.pid) - cpuBefore) / messages,
    };
  } finally {
    await server.stop();
  }
}
