import type { TLSError } from 'smtp-server/lib/smtp-connection.js';
import { recordActivity } from '../road/door-agents.ts';
import { keptLine } from '../store/kept-session.ts';
import type { DoorContext } from './door-context.ts';
import { SessionOutcome } from './session-activity.ts';
import { printable } from './transcript.ts';

/** Keeps a connection to the implicit TLS port that never became a session, with the reason. */
export function recordFailedHandshake(error: TLSError, context: DoorContext): void {
  const reason = error.meta?.message ?? error.message;
  const outcome = new SessionOutcome();
  outcome.failed(`TLS handshake failed: ${reason}`);
  recordActivity(
    outcome.entry({
      door: context.channel,
      startedAt: context.now(),
      durationMs: 0,
      session: {
        kind: 'smtp',
        peer: error.meta?.remoteAddress ?? 'unknown',
        helo: null,
        user: null,
        tls: null,
        transcript: keptLine({ by: 'I', at: 0, text: printable(reason) }),
      },
    }),
    context.agents.own(),
    context,
  );
}
