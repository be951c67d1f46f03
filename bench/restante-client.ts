import type { AppEvent } from '../shared/events.ts';
import type { RestanteServer } from './servers/restante.ts';

interface ListAnswer {
  readonly messages: readonly { id: string; subject: string; index: string }[];
  readonly total: number;
}

export async function listMessages(
  server: RestanteServer,
  query: Record<string, string>,
): Promise<ListAnswer> {
  const response = await fetch(
    `${server.url}/api/messages?${new URLSearchParams({ agent: server.agentId, ...query }).toString()}`,
  );
  if (!response.ok) {
    throw new Error(`The list was answered with ${response.status}: ${await response.text()}`);
  }
  return (await response.json()) as ListAnswer;
}

/**
 * Resolves once the newest message of the agent is indexed and `count` are held.
 * Index work is done in order of commit, so that the newest is the last.
 */
export async function everythingIndexed(server: RestanteServer, count: number): Promise<void> {
  for (;;) {
    const { messages, total } = await listMessages(server, { limit: '1' });
    if (total >= count && messages[0]?.index === 'done') {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Calls back with every event and the moment it came, milliseconds since 1970 with fractions; answers with the end of it. */
export async function followEvents(
  server: RestanteServer,
  listener: (event: AppEvent, at: number) => void,
): Promise<() => void> {
  const abort = new AbortController();
  const response = await fetch(`${server.url}/api/events`, { signal: abort.signal });
  const body = response.body;
  if (body === null) {
    throw new Error('The event stream has no body');
  }
  void read(body, listener).catch((error: unknown) => {
    if (!abort.signal.aborted) {
      throw error;
    }
  });
  return () => abort.abort();
}

async function read(
  body: ReadableStream<Uint8Array>,
  listener: (event: AppEvent, at: number) => void,
): Promise<void> {
  const decoder = new TextDecoder();
  let buffer = '';
  for await (const chunk of body) {
    const at = performance.timeOrigin + performance.now();
    buffer += decoder.decode(chunk, { stream: true });
    const blocks = buffer.split('\n\n');
    buffer = blocks.pop() ?? '';
    for (const block of blocks) {
      const data = /^data: ?(.*)$/m.exec(block)?.[1];
      if (data !== undefined && data !== '') {
        listener(JSON.parse(data) as AppEvent, at);
      }
    }
  }
}
