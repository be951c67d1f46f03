import type { Connection } from '../connection.ts';
import { quoted } from '../quoting.ts';

/** Node.js over SMTP with STARTTLS, the certificate checked. */
export function nodemailerSnippet(connection: Connection): string {
  return `import { readFileSync } from 'node:fs';
import nodemailer from 'nodemailer';

const transport = nodemailer.createTransport({
  host: ${quoted(connection.host)},
  port: ${connection.smtpPort},
  requireTLS: true,
  auth: {
    user: ${quoted(connection.user)},
    pass: ${quoted(connection.token)},
  },
  tls: { ca: readFileSync(${quoted(connection.caFile)}) },
});

const sent = await transport.sendMail({
  from: ${quoted(connection.from)},
  to: ${quoted(connection.to)},
  subject: 'Hello from nodemailer',
  html: '<p>It works.</p>',
});
console.log(sent.response);
`;
}
