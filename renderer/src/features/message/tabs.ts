import type { MessageDetail } from '#shared/message.ts';

/** What decides which views a message has. */
type Viewable = Pick<MessageDetail, 'index' | 'hasHtml' | 'text'> & { readonly parts: readonly unknown[] };

/** The tabs of a message in their order; the keys 1 to 9 choose them. */
export const messageTabs = [
  'preview',
  'text',
  'source',
  'headers',
  'raw',
  'structure',
  'attachments',
  'session',
  'delivery',
] as const;
export type MessageTab = (typeof messageTabs)[number];

/** Whether a view cannot be shown yet, because the message is still being read. */
export function isAwaited(tab: MessageTab, message: Pick<MessageDetail, 'index'>): boolean {
  return (
    message.index === 'pending' &&
    tab !== 'raw' &&
    tab !== 'structure' &&
    tab !== 'session' &&
    tab !== 'delivery'
  );
}

/** Why a tab has nothing to show for this message; null when it has, or when that is not known yet. */
export function tabObstacle(tab: MessageTab, message: Viewable): string | null {
  if (message.index === 'pending') {
    return null;
  }
  switch (tab) {
    case 'raw':
    case 'structure':
    case 'session':
    case 'delivery':
      return null;
    case 'preview':
      return message.hasHtml || message.text !== null ? null : 'The message has no text and no HTML part';
    case 'text':
      return message.text === null ? 'The message has no text part' : null;
    case 'source':
      return message.hasHtml ? null : 'The message has no HTML part';
    case 'attachments':
      return message.parts.length === 0 ? 'The message has no attachments' : null;
    case 'headers':
      return null;
  }
}

/** Shown instead of a chosen tab that has nothing to show, in this order; the last one always has. */
const standIns = ['preview', 'text', 'raw'] as const;

/** The tab to show: the one the person chose last, else the one that comes closest to reading. */
export function shownTab(
  chosen: MessageTab,
  obstacles: Readonly<Record<MessageTab, string | null>>,
): MessageTab {
  if (obstacles[chosen] === null) {
    return chosen;
  }
  return standIns.find((tab) => obstacles[tab] === null) ?? 'raw';
}

/** What stands in the way of each tab. */
export function tabObstacles(message: Viewable): Readonly<Record<MessageTab, string | null>> {
  return {
    preview: tabObstacle('preview', message),
    text: tabObstacle('text', message),
    source: tabObstacle('source', message),
    headers: tabObstacle('headers', message),
    raw: tabObstacle('raw', message),
    structure: tabObstacle('structure', message),
    attachments: tabObstacle('attachments', message),
    session: tabObstacle('session', message),
    delivery: tabObstacle('delivery', message),
  };
}
