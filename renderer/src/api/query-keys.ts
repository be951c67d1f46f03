/** A view of the messages: of one agent or (null) of all, those that a search finds or (empty) all. */
export interface MessageView {
  readonly agentId: string | null;
  readonly q: string;
}

/** The keys under which the page keeps what the server said. */
export const queryKeys = {
  health: ['health'] as const,
  agents: ['agents'] as const,
  allMessageLists: ['messages'] as const,
  messages: (view: MessageView) => ['messages', view] as const,
  /** Not from the server: the id of the message in the list that the pointer rests on. */
  pointedAt: ['pointed-at'] as const,
  foundMessages: (q: string) => ['found-messages', q] as const,
  allMessages: ['message'] as const,
  message: (id: string) => ['message', id] as const,
  /** Bytes never change, so they lie outside what is asked for again when a message changes. */
  messageRaw: (id: string) => ['message-bytes', id, 'raw'] as const,
  messageHtml: (id: string) => ['message-bytes', id, 'html'] as const,
  messagePart: (id: string, n: number) => ['message-bytes', id, 'part', n] as const,
  messageStructure: (id: string) => ['message-bytes', id, 'structure'] as const,
  messageStructurePart: (id: string, path: string) => ['message-bytes', id, 'structure', path] as const,
  outcomes: (messageId: string) => ['outcomes', messageId] as const,
  suppressions: ['suppressions'] as const,
  suppressionsOf: (agentId: string, q: string, limit: number) => ['suppressions', agentId, q, limit] as const,
  outcomeRules: (agentId: string) => ['outcome-rules', agentId] as const,
  allActivity: ['activity'] as const,
  activityList: (agentId: string) => ['activity', 'list', agentId] as const,
  activityEntry: (id: string) => ['activity', 'entry', id] as const,
  webhooks: (agentId: string) => ['webhooks', agentId, 'list'] as const,
  webhookKey: (agentId: string) => ['webhooks', agentId, 'key'] as const,
  webhooksOf: (agentId: string) => ['webhooks', agentId] as const,
  webhookDeliveries: (agentId: string) => ['webhook-deliveries', agentId] as const,
  webhookDelivery: (id: string) => ['webhook-delivery', id] as const,
  gateway: ['gateway'] as const,
  files: (agentId: string) => ['files', agentId] as const,
  oauthClients: ['oauth-clients'] as const,
  exports: ['exports'] as const,
  failures: ['failures'] as const,
  templatesOf: (agentId: string) => ['templates', agentId] as const,
  templates: (agentId: string) => ['templates', agentId, 'list'] as const,
  template: (agentId: string, key: string) => ['templates', agentId, 'one', key] as const,
  templatePreview: (agentId: string, request: object) => ['template-preview', agentId, request] as const,
  starred: (view: MessageView) => ['starred', view] as const,
  allTags: ['tags'] as const,
  tags: (agentId: string | null) => ['tags', agentId] as const,
  tagging: (agentId: string) => ['tagging', agentId] as const,
  addresses: (agentId: string | null, text: string) => ['addresses', agentId, text] as const,
  allSavedSearches: ['saved-searches'] as const,
  savedSearches: (agentId: string | null) => ['saved-searches', agentId] as const,
  certificateAuthority: ['certificate-authority'] as const,
};
