import { followEvents } from '../restante-client.ts';
import { startRestante } from '../servers/restante.ts';
import { sendLoad } from '../smtp-load.ts';
import { quantile } from '../statistics.ts';

export interface EventDelays {
  readonly heldP50: number;
  readonly heldP99: number;
  readonly indexedP50: number;
  readonly indexedP99: number;
}

/** Milliseconds from a message's 250 to its two events, at `rate` messages a second for `seconds`. */
export async function measureEvents(rate: number, seconds: number): Promise<EventDelays> {
  const server = await startRestante();
  try {
    const messages = rate * seconds;
    const heldAt = new Map<string, number>();
    const indexedAt = new Map<string, number>();
    let allIndexed: () => void = () => undefined;
    const done = new Promise<void>((resolve) => {
      allIndexed = resolve;
    });
    const stop = await followEvents(server, (event, at) => {
      if (event.type === 'message.held') {
        heldAt.set(serialOf(event.message.to[0]?.address), at);
      } else if (event.type === 'message.indexed') {
        indexedAt.set(serialOf(event.message.to[0]?.address), at);
        if (indexedAt.size === messages) {
          allIndexed();
        }
      }
    });
    const { answeredAt = [] } = await sendLoad({
      port: server.smtpPort,
      connections: 10,
      messages,
      payload: 'text-5k',
      reuse: true,
      rate,
    });
    await done;
    stop();
    const delays = (moments: Map<string, number>): number[] =>
      answeredAt.map(([serial, at]) => Math.max(0, (moments.get(String(serial)) ?? Number.NaN) - at));
    const [held, indexed] = [delays(heldAt), delays(indexedAt)];
    return {
      heldP50: quantile(held, 0.5),
      heldP99: quantile(held, 0.99),
      indexedP50: quantile(indexed, 0.5),
      indexedP99: quantile(indexed, 0.99),
    };
  } finally {
    await server.stop();
  }
}

function serialOf(address: string | undefined): string {
  return /person-(\d+)@/.exec(address ?? '')?.[1] ?? '';
}
