import type { Connection } from '../connection.ts';
import { shellQuoted } from '../quoting.ts';

/** The API with nothing but curl. */
export function curlSnippet(connection: Connection): string {
  const body = JSON.stringify(
    {
      from: { address: connection.from, name: 'Restante' },
      to: [{ email_address: { address: connection.to, name: 'You' } }],
      subject: 'Hello from curl',
      htmlbody: '<p>It works.</p>',
    },
    null,
    2,
  );
  return `curl --fail-with-body ${shellQuoted(`${connection.apiUrl}v1.1/email`)} \\
  -H ${shellQuoted(`Authorization: Zoho-enczapikey ${connection.token}`)} \\
  -H 'Content-Type: application/json' \\
  -d ${shellQuoted(body)}
`;
}
