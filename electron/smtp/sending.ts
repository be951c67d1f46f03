import type { AgentConfig } from '#shared/agent.ts';
import type { Sending } from '#shared/message.ts';
import type { TmHeaders } from './tm-headers.ts';

/** What ZeptoMail knows of a mail by SMTP: its `X-TM-…` fields go before the agent's settings. */
export function sendingOf(
  tm: TmHeaders | undefined,
  { tracking }: Pick<AgentConfig, 'tracking'>,
  known: Pick<Sending, 'requestId' | 'skipped'>,
): Sending {
  return {
    ...known,
    clientReference: tm?.clientReference ?? null,
    trackOpens: tm?.trackOpens ?? tracking.opens,
    trackClicks: tm?.trackClicks ?? tracking.clicks,
    template: null,
    missingVariables: [],
  };
}
