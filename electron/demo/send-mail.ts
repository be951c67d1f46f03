import { createTransport, type SendMailOptions } from 'nodemailer';
import type { Agent } from '#shared/agent.ts';
import { assertNever, assertNonNullable } from '#shared/assert.ts';
import { ownSmtpOptions } from '../agents/own-transport.ts';
import type { DemoLetter, DemoMail, DemoRaw, DemoTemplated, Person } from './demo-mail.ts';

export interface Sending {
  readonly agent: Agent;
  /** The authority that signed the agents' certificate. */
  readonly caPem: string;
  /** The moment that it is sent at, as far as the demo is concerned. */
  readonly at: Date;
}

/** Sends one mail as its application would, through the agent's own door; resolves when the door has answered. */
export async function sendMail(mail: DemoMail, sending: Sending): Promise<void> {
  switch (mail.door) {
    case 'smtp':
      return sendBySmtp(sending, smtpOptions(mail, sending.at));
    case 'raw':
      return sendBySmtp(sending, rawOptions(mail, sending.at));
    case 'api':
      return sendByApi(sending, 'email', apiBody(mail));
    case 'template':
      return sendByApi(sending, 'email/template', templateBody(mail));
    default:
      return assertNever(mail);
  }
}

/** A mail whose sender's domain is misspelt: the strict agent refuses it, and keeps the attempt in its activity. */
export async function mailThatIsRefused(sending: Sending): Promise<void> {
  const misspelt = {
    from: 'Linden & Loaf <orders@lindenandloaf.exmaple>',
    to: 'jane@example.com',
    subject: 'Your order LL-20419',
    text: 'Thank you, Jane.\n',
  };
  await sendBySmtp(sending, misspelt).then(
    () => {
      throw new Error('The demo’s strict agent took what it must refuse.');
    },
    () => undefined,
  );
}

async function sendBySmtp({ agent, caPem }: Sending, options: SendMailOptions): Promise<void> {
  const transport = createTransport(ownSmtpOptions(agent, caPem));
  try {
    await transport.sendMail(options);
  } finally {
    transport.close();
  }
}

function smtpOptions(mail: DemoLetter, at: Date): SendMailOptions {
  const { from, to, cc, bcc, replyTo, subject, html, text, headers, invitation } = mail;
  return {
    from,
    to: [...to],
    cc: [...(cc ?? [])],
    bcc: [...(bcc ?? [])],
    ...(replyTo === undefined ? {} : { replyTo }),
    subject,
    ...(html === undefined ? {} : { html }),
    text,
    date: at,
    headers: { ...headers },
    ...(invitation === undefined ? {} : { icalEvent: { method: 'REQUEST', content: invitation } }),
    attachments: [
      ...(mail.pictures ?? []).map(({ id, png }) => ({
        filename: `${id}.png`,
        content: png,
        contentType: 'image/png',
        cid: id,
        contentDisposition: 'inline' as const,
      })),
      ...(mail.attachments ?? []).map(({ name, type, content }) => ({
        filename: name,
        content,
        contentType: type,
      })),
    ],
  };
}

function rawOptions(mail: DemoRaw, at: Date): SendMailOptions {
  return {
    envelope: { from: mail.from.address, to: mail.to.map(({ address }) => address) },
    raw: mail.raw(at),
  };
}

/** @throws Error when the API refuses it. */
async function sendByApi({ agent }: Sending, path: string, body: object): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${agent.channels.api.port}/v1.1/${path}`, {
    method: 'POST',
    headers: { Authorization: `Zoho-enczapikey ${tokenOf(agent)}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = await response.text();
  if (!response.ok) {
    throw new Error(`The demo’s mail was refused: ${response.status} ${answer}`);
  }
}

function apiBody(mail: DemoLetter): object {
  const { from, subject, html, text, headers, tracked } = mail;
  return {
    from,
    ...recipients('to', mail.to),
    ...recipients('cc', mail.cc),
    ...recipients('bcc', mail.bcc),
    subject,
    ...(html === undefined ? {} : { htmlbody: html }),
    textbody: text,
    ...(tracked === undefined ? {} : { track_opens: tracked, track_clicks: tracked }),
    ...(headers === undefined ? {} : { mime_headers: headers }),
    inline_images: (mail.pictures ?? []).map(({ id, png }) => ({
      cid: id,
      mime_type: 'image/png',
      name: `${id}.png`,
      content: png.toString('base64'),
    })),
    attachments: (mail.attachments ?? []).map(({ name, type, content }) => ({
      name,
      mime_type: type,
      content: Buffer.from(content).toString('base64'),
    })),
  };
}

function templateBody({ from, to, template, mergeInfo }: DemoTemplated): object {
  return { template_alias: template, from, ...recipients('to', to), merge_info: mergeInfo };
}

function recipients(field: string, people: readonly Person[] | undefined): object {
  return people === undefined
    ? {}
    : { [field]: people.map(({ name, address }) => ({ email_address: { name, address } })) };
}

function tokenOf(agent: Agent): string {
  const [token] = agent.tokens;
  assertNonNullable(token, 'a new agent has a token unless told otherwise');
  return token.token;
}
