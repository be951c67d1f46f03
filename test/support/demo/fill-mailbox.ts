import { crc32, deflateSync } from 'node:zlib';
import { createTransport } from 'nodemailer';
import type { Agent } from '../../../shared/agent.ts';
import { demoMails, type DemoMail } from './mails.ts';

/** Sends the demo's mails, one after the other, by SMTP to the agents that they name; resolves when all are held. */
export async function fillMailbox(agents: readonly Agent[]): Promise<void> {
  for (const mail of demoMails) {
    const agent = agents.find((candidate) => candidate.name === mail.agent);
    if (agent === undefined) {
      throw new Error(`The demo needs an agent called ${mail.agent}.`);
    }
    await send(agent, mail);
  }
}

async function send(agent: Agent, mail: DemoMail): Promise<void> {
  const transport = createTransport({
    host: '127.0.0.1',
    port: agent.channels.smtp.port,
    requireTLS: true,
    // The demo's sender knows nothing of the local authority.
    tls: { rejectUnauthorized: false },
    auth: { user: 'emailapikey', pass: agent.tokens[0]?.token ?? '' },
  });
  await transport.sendMail({
    from: mail.from,
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    attachments: [
      { filename: 'mark.png', content: solidPng(mail.mark), contentType: 'image/png', cid: 'mark' },
      ...(mail.attachment === undefined
        ? []
        : [
            {
              filename: mail.attachment.name,
              content: mail.attachment.content,
              contentType: mail.attachment.type,
            },
          ]),
    ],
  });
  transport.close();
}

/** A square of one colour (`#rrggbb`), 56 by 56 pixels, as PNG. */
function solidPng(colour: string): Buffer {
  const side = 56;
  const pixel = Buffer.from(colour.slice(1), 'hex');
  const row = Buffer.concat([Buffer.of(0), ...Array.from({ length: side }, () => pixel)]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: side }, () => row)))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
