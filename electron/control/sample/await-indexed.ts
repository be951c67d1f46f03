import type { MessageSummary } from '#shared/message.ts';
import type { Announcer } from '../../road/announcer.ts';

/** Milliseconds that a message may take to be indexed behind a long queue. */
const indexTimeoutMs = 10_000;

interface Arrival {
  /** The message, or null when time ran out or the waiting was stopped. */
  readonly arrived: Promise<MessageSummary | null>;
  stop(): void;
}

/** Listens from now on for the message of this agent with this subject to be indexed. */
export function awaitIndexed(
  announcer: Announcer,
  sought: { readonly agentId: string; readonly subject: string },
): Arrival {
  const { promise, resolve } = Promise.withResolvers<MessageSummary | null>();
  const stopListening = announcer.listen((event) => {
    if (
      event.type === 'message.indexed' &&
      event.message.agentId === sought.agentId &&
      event.message.subject === sought.subject
    ) {
      stop(event.message);
    }
  });
  const timer = setTimeout(() => {
    stop();
  }, indexTimeoutMs);

  function stop(found: MessageSummary | null = null): void {
    clearTimeout(timer);
    stopListening();
    resolve(found);
  }
  return {
    arrived: promise,
    stop: () => {
      stop();
    },
  };
}
