import type { Agent } from '#shared/agent.ts';

/** What a client needs to reach a Mail Agent: the values that the snippets are filled with. */
export interface Connection {
  /** A name rather than an address: every client checks certificates against it alike. */
  readonly host: string;
  readonly smtpPort: number;
  readonly smtpsPort: number;
  /** With a final slash, as the SDKs want it. */
  readonly apiUrl: string;
  readonly apisUrl: string;
  readonly user: string;
  /** The send mail token, without the `Zoho-enczapikey ` that the API's header carries. */
  readonly token: string;
  readonly from: string;
  readonly to: string;
  readonly caFile: string;
}

/** Stands in a snippet where the agent has no send mail token. */
export const missingToken = 'SEND-MAIL-TOKEN';

/** Stands in a snippet until the authority's file is known. */
const unknownCaFile = 'restante-ca.pem';

/** The real values of an agent as it runs now; the sender is one that the agent accepts. */
export function connectionOf(agent: Agent, caFile: string | undefined): Connection {
  const host = 'localhost';
  return {
    host,
    smtpPort: agent.channels.smtp.port,
    smtpsPort: agent.channels.smtps.port,
    apiUrl: `http://${host}:${agent.channels.api.port}/`,
    apisUrl: `https://${host}:${agent.channels.apis.port}/`,
    user: 'emailapikey',
    token: agent.tokens[0]?.token ?? missingToken,
    from: `hello@${agent.domains[0] ?? 'example.com'}`,
    to: 'you@example.com',
    caFile: caFile ?? unknownCaFile,
  };
}
