// Sends a load of mail from a process of its own, so that the client's work is never counted as the server's.
import { payload, type PayloadName } from './payloads.ts';
import { SmtpClient } from './smtp-client.ts';

export interface Load {
  readonly port: number;
  readonly connections: number;
  readonly messages: number;
  readonly payload: PayloadName;
  readonly reuse: boolean;
  /** Messages a second over all connections; left out: as fast as it goes. */
  readonly rate?: number;
  /** Every message another one; left out, a load that is not paced sends two hundred in turn. */
  readonly distinct?: boolean;
  /** The serial of the first message. */
  readonly firstSerial?: number;
}

export interface LoadResult {
  readonly seconds: number;
  readonly messagesPerSecond: number;
  /** For paced loads: when message n was answered, milliseconds since 1970 with fractions. */
  readonly answeredAt?: readonly [serial: number, at: number][];
}

async function run(load: Load): Promise<LoadResult> {
  const first = load.firstSerial ?? 0;
  const areMadeAhead = load.rate === undefined && load.distinct !== true;
  const mails = Array.from({ length: areMadeAhead ? Math.min(load.messages, 200) : 0 }, (_, index) =>
    payload(load.payload, first + index),
  );
  const answeredAt: [number, number][] = [];
  let next = 0;
  const started = performance.now();

  async function oneConnection(): Promise<void> {
    let client: SmtpClient | undefined;
    while (next < load.messages) {
      const index = next;
      next += 1;
      if (load.rate !== undefined) {
        const due = started + (index / load.rate) * 1000;
        await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
      }
      client ??= await SmtpClient.open(load.port);
      await client.send(
        areMadeAhead ? (mails[index % mails.length] as Buffer) : payload(load.payload, first + index),
        first + index,
      );
      if (load.rate !== undefined) {
        answeredAt.push([first + index, performance.timeOrigin + performance.now()]);
      }
      if (!load.reuse) {
        await client.quit();
        client = undefined;
      }
    }
    await client?.quit();
  }

  await Promise.all(Array.from({ length: load.connections }, oneConnection));
  const seconds = (performance.now() - started) / 1000;
  return {
    seconds,
    messagesPerSecond: load.messages / seconds,
    ...(load.rate === undefined ? {} : { answeredAt }),
  };
}

process.once('message', (load: Load) => {
  run(load).then(
    (result) => process.send?.({ result }, () => process.exit(0)),
    (error: unknown) => process.send?.({ error: String(error) }, () => process.exit(1)),
  );
});
