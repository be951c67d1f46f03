/** The pages of an agent, in the order of their links. */
export const agentPages = [
  { page: 'inbox', label: 'Inbox' },
  { page: 'connect', label: 'Connect' },
  { page: 'activity', label: 'Activity' },
  { page: 'webhooks', label: 'Webhooks' },
  { page: 'failures', label: 'Failures' },
  { page: 'templates', label: 'Templates' },
  { page: 'delivery', label: 'Delivery' },
  { page: 'files', label: 'Files' },
] as const;
