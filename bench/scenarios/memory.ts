import { residentMegabytes } from '../process-facts.ts';
import { everythingIndexed } from '../restante-client.ts';
import { startRestante } from '../servers/restante.ts';
import { sendLoad } from '../smtp-load.ts';

export interface MemoryRow {
  readonly after: string;
  readonly residentMegabytes: number;
}

/** V8 gives back what it does not need when nothing has been going on for a while. */
const restMs = 15_000;

/** Resident memory of the whole process at the start, after 10,000 messages of 5 KB, and after 1,000 more of 1 MB: at once and at rest. */
export async function measureMemory(): Promise<MemoryRow[]> {
  const server = await startRestante();
  try {
    const rows: MemoryRow[] = [{ after: 'start', residentMegabytes: residentMegabytes(server.pid) }];
    const { smtpPort: port } = server;
    await sendLoad({ port, connections: 10, messages: 10_000, payload: 'text-5k', reuse: true });
    await everythingIndexed(server, 10_000);
    rows.push({ after: '10,000 messages of 5 KB', residentMegabytes: residentMegabytes(server.pid) });
    rows.push(await atRest(server.pid));
    await sendLoad({
      port,
      connections: 10,
      messages: 1_000,
      payload: 'binary-1m',
      reuse: true,
      firstSerial: 10_000,
    });
    await everythingIndexed(server, 11_000);
    rows.push({ after: 'and 1,000 messages of 1 MB', residentMegabytes: residentMegabytes(server.pid) });
    rows.push(await atRest(server.pid));
    return rows;
  } finally {
    await server.stop();
  }
}

async function atRest(pid: number): Promise<MemoryRow> {
  await new Promise((resolve) => setTimeout(resolve, restMs));
  return { after: '15 seconds later', residentMegabytes: residentMegabytes(pid) };
}
