import type { MergeInfo } from '#shared/template.ts';
import type { Connection } from '../connect/connection.ts';
import { quoted } from '../connect/quoting.ts';

/** A program for the official SDK, versions 7 and 8, that sends a template with its sample. */
export function sendSnippet(connection: Connection, key: string, sample: MergeInfo): string {
  const info = JSON.stringify(sample, null, 2).replaceAll('\n', '\n  ');
  return `import { SendMailClient } from 'zeptomail';

const client = new SendMailClient(
  {
    url: ${quoted(connection.apiUrl)},
    token: ${quoted(`Zoho-enczapikey ${connection.token}`)},
  },
  // The SDK's switch for plain HTTP. Leave it out in production.
  { useHttps: false },
);

const answer = await client.sendMailWithTemplate({
  template_key: ${quoted(key)},
  from: { address: ${quoted(connection.from)}, name: 'Restante' },
  to: [{ email_address: { address: ${quoted(connection.to)}, name: 'You' } }],
  merge_info: ${info},
});
console.log(answer.message, answer.request_id);
`;
}
