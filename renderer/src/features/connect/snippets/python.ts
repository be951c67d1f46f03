import type { Connection } from '../connection.ts';
import { quoted } from '../quoting.ts';

/** Python's own smtplib with STARTTLS, the certificate checked. */
export function pythonSnippet(connection: Connection): string {
  return `import smtplib
import ssl
from email.message import EmailMessage

message = EmailMessage()
message['From'] = ${quoted(connection.from)}
message['To'] = ${quoted(connection.to)}
message['Subject'] = 'Hello from smtplib'
message.set_content('It works.')
message.add_alternative('<p>It works.</p>', subtype='html')

context = ssl.create_default_context(cafile=${quoted(connection.caFile)})
with smtplib.SMTP(${quoted(connection.host)}, ${connection.smtpPort}) as server:
    server.starttls(context=context)
    server.login(${quoted(connection.user)}, ${quoted(connection.token)})
    server.send_message(message)
`;
}
