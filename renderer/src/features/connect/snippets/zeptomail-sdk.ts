import type { Connection } from '../connection.ts';
import { quoted } from '../quoting.ts';

/** Up to version 6 the SDK reads its undocumented second argument the other way round. */
function sdkSnippet(connection: Connection, version: number, useHttps: boolean): string {
  return `import { SendMailClient } from 'zeptomail';

const client = new SendMailClient(
  {
    url: ${quoted(connection.apiUrl)},
    token: ${quoted(`Zoho-enczapikey ${connection.token}`)},
  },
  // The SDK's switch for plain HTTP${useHttps ? '; up to version 6 it is inverted' : ''}. Leave it out in production.
  { useHttps: ${useHttps} },
);

const answer = await client.sendMail({
  from: { address: ${quoted(connection.from)}, name: 'Restante' },
  to: [{ email_address: { address: ${quoted(connection.to)}, name: 'You' } }],
  subject: 'Hello from the ZeptoMail SDK ${version}',
  htmlbody: '<p>It works.</p>',
});
console.log(answer.message, answer.request_id);
`;
}

/** The official SDK for Node.js, versions 7 and 8. */
export function zeptomail8Snippet(connection: Connection): string {
  return sdkSnippet(connection, 8, false);
}

/** The official SDK for Node.js, versions 3 to 6. */
export function zeptomail6Snippet(connection: Connection): string {
  return sdkSnippet(connection, 6, true);
}
