import type { ChannelName } from '#shared/agent.ts';

/** The channels at the fields for their ports. */
export const channelLabels: Readonly<Record<ChannelName, string>> = {
  smtp: 'SMTP (STARTTLS)',
  smtps: 'SMTP over TLS',
  api: 'API over HTTP',
  apis: 'API over HTTPS',
};
