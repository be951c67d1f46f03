const agentPages = ['connect', 'activity', 'webhooks', 'failures', 'templates', 'delivery', 'files'] as const;
type AgentPage = (typeof agentPages)[number];
const commonPages = ['codes', 'management'] as const;
type CommonPage = (typeof commonPages)[number];

/** Where the person is; the address bar says it, so that it can be bookmarked and gone back to. */
export type Place =
  | { readonly page: 'inbox'; readonly agentId: string | null; readonly messageId: string | null }
  /** These are the same for all agents. */
  | { readonly page: CommonPage; readonly agentId: null }
  /** Two messages, of whichever agents; the second is null while it is being chosen. */
  | {
      readonly page: 'compare';
      readonly agentId: null;
      readonly leftId: string;
      readonly rightId: string | null;
    }
  | { readonly page: AgentPage; readonly agentId: string };

/** The path of a place; `agentId` null means all agents. */
export function pathOf(place: Place): string {
  if (place.page === 'compare') {
    const ids = [place.leftId, ...(place.rightId === null ? [] : [place.rightId])];
    return `/compare/${ids.map(encodeURIComponent).join('/')}`;
  }
  const agent = place.agentId === null ? '' : `/agents/${encodeURIComponent(place.agentId)}`;
  if (place.page !== 'inbox') {
    return `${agent}/${place.page}`;
  }
  const message = place.messageId === null ? '' : `/messages/${encodeURIComponent(place.messageId)}`;
  return `${agent}${message}` || '/';
}

/** The place of a path; an unknown path is the inbox of all agents. */
export function placeOf(path: string): Place {
  const [first, second, third, fourth] = path.split('/').filter(Boolean).map(decode);
  if (first === 'messages') {
    return { page: 'inbox', agentId: null, messageId: second ?? null };
  }
  if (first === 'compare' && second !== undefined) {
    return { page: 'compare', agentId: null, leftId: second, rightId: third ?? null };
  }
  const common = commonPages.find((page) => page === first);
  if (common !== undefined) {
    return { page: common, agentId: null };
  }
  if (first !== 'agents' || second === undefined) {
    return { page: 'inbox', agentId: null, messageId: null };
  }
  if (third !== undefined && isAgentPage(third)) {
    return { page: third, agentId: second };
  }
  return {
    page: 'inbox',
    agentId: second,
    messageId: third === 'messages' && fourth !== undefined ? fourth : null,
  };
}

function isAgentPage(segment: string): segment is AgentPage {
  return agentPages.some((page) => page === segment);
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
