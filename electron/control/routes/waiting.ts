import { controlApi } from '#shared/control-api/contract.ts';
import { RestanteError } from '#shared/errors.ts';
import type { NothingArrived, WaitQuery } from '#shared/waiting.ts';
import type { PostOffice } from '../../post-office/post-office.ts';
import type { Route } from '../endpoint-route.ts';
import { errorAnswerBody } from '../error-answer.ts';
import type { MailViewPlace } from '../mail-view/mail-view-place.ts';
import { openMessage } from '../open-message.ts';
import { floorOf } from '../waiting/after.ts';
import type { WaitingRoom } from '../waiting/waiting-room.ts';

interface WaitingParts extends Pick<PostOffice, 'archive' | 'agents'> {
  readonly waiting: WaitingRoom;
  readonly mailView: MailViewPlace;
}

/** One call that answers “what is the code that was just sent to jane@example.com”. */
export function addWaitingRoute(route: Route, parts: WaitingParts): void {
  route(controlApi.waitForMessage, async ({ query }, context) => {
    const { after, timeout, to, from, subject, q } = query;
    const waited = await parts.waiting.wait({
      conditions: { agentId: agentIdOf(query, parts.agents), to, from, subject, q },
      floor: after === undefined ? null : floorOf(after, Date.now()),
      timeoutMs: timeout * 1000,
      signal: context.req.raw.signal,
    });
    switch (waited.kind) {
      case 'arrived':
        return openMessage(parts, waited.message.id, context.req.raw);
      case 'late': {
        const { arrived } = waited;
        const error = new RestanteError('waiting.nothing-arrived', {
          seconds: timeout,
          count: arrived.length,
        });
        return Response.json({ ...errorAnswerBody(error), arrived: [...arrived] } satisfies NothingArrived, {
          status: 408,
        });
      }
      case 'gone':
        // Nobody reads it.
        return new Response(null, { status: 408 });
    }
  });
}

/** An agent by its id, or by its name in whatever case. @throws RestanteError `agent.not-found`. */
function agentIdOf({ agent }: WaitQuery, agents: PostOffice['agents']): string | undefined {
  if (agent === undefined) {
    return undefined;
  }
  const named = agents.list().find(({ name }) => name.toLowerCase() === agent.trim().toLowerCase());
  return (named ?? agents.get(agent)).id;
}
