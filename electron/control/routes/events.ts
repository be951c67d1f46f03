import { controlApi } from '#shared/control-api/contract.ts';
import type { PostOffice } from '../../post-office/post-office.ts';
import type { Route } from '../endpoint-route.ts';
import type { EventStreams } from '../events/event-streams.ts';

/** Server-sent events (HTML living standard, 9.2). After a lost connection the page asks for its lists anew. */
export function addEventRoutes(
  route: Route,
  { agents }: Pick<PostOffice, 'agents'>,
  streams: EventStreams,
): void {
  route(controlApi.events, ({ query }, context) => {
    const agentId = query.agent === undefined ? undefined : agents.get(query.agent).id;
    // Its connection is of no use afterwards, and must not keep a closing server waiting.
    const headers = { 'Content-Type': 'text/event-stream', Connection: 'close' };
    // Nobody would read, or end, the stream of a HEAD request.
    const isHead = context.req.raw.method === 'HEAD';
    return new Response(isHead ? null : streams.open({ agentId, cut: cutOf(context.env) }), { headers });
  });
}

/** Over HTTP the socket itself can be cut, which also frees what it had not sent yet. */
function cutOf(environment: unknown): (() => void) | undefined {
  const outgoing = (environment as { outgoing?: { destroy?: () => void } } | undefined)?.outgoing;
  return outgoing?.destroy === undefined ? undefined : () => outgoing.destroy?.();
}
