import { everythingIndexed, listMessages } from '../restante-client.ts';
import { startRestante } from '../servers/restante.ts';
import { sendLoad } from '../smtp-load.ts';
import { quantile } from '../statistics.ts';

export interface ReadingRow {
  readonly held: number;
  readonly what: string;
  readonly p50: number;
  readonly p99: number;
}

const questions: readonly (readonly [string, Record<string, string>])[] = [
  ['list, newest 50', { limit: '50' }],
  ['search, one message', { q: 'person-77@example.com' }],
  ['search, a word in every message', { q: 'order' }],
  ['search, two words', { q: 'parcel evening' }],
  ['search, a prefix of two letters', { q: 'wi' }],
];

/** Milliseconds of list and search over HTTP, hit count included, with so many messages held. */
export async function measureReading(sizes: readonly number[]): Promise<ReadingRow[]> {
  const server = await startRestante();
  try {
    const rows: ReadingRow[] = [];
    let held = 0;
    for (const size of sizes) {
      const { smtpPort: port } = server;
      await sendLoad({
        port,
        connections: 10,
        messages: size - held,
        payload: 'text-5k',
        reuse: true,
        firstSerial: held,
      });
      held = size;
      await everythingIndexed(server, held);
      for (const [what, query] of questions) {
        const times: number[] = [];
        for (let round = 0; round < 100; round += 1) {
          const started = performance.now();
          await listMessages(server, query);
          times.push(performance.now() - started);
        }
        rows.push({ held, what, p50: quantile(times, 0.5), p99: quantile(times, 0.99) });
      }
    }
    return rows;
  } finally {
    await server.stop();
  }
}
