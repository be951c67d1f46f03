import { randomInt } from 'node:crypto';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createTransport } from 'nodemailer';
import { expect, test } from 'vitest';
import type { Agent } from '#shared/agent.ts';
import type { MessageSummary } from '#shared/message.ts';
import { type Headless, startHeadless } from '../../support/headless.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const rounds = 4;
const clientsOfEach = 4;

async function getJson<T>(url: string): Promise<T> {
  const response = await fetch(url);
  expect(response.status).toBe(200);
  return (await response.json()) as T;
}

async function firstAgent(headless: Headless): Promise<Agent> {
  const { agents } = await getJson<{ agents: Agent[] }>(`${headless.url}/api/agents`);
  const [agent] = agents;
  if (agent === undefined) {
    throw new Error('There is always an agent.');
  }
  return agent;
}

/** Sends over one kept SMTP connection until the server is gone; tells each subject that got its 250. */
async function sendBySmtp(agent: Agent, name: string, answered: (subject: string) => void): Promise<void> {
  const { port } = agent.channels.smtp;
  const transport = createTransport({
    host: '127.0.0.1',
    port,
    ignoreTLS: true,
    pool: true,
    maxConnections: 1,
  });
  try {
    for (let n = 0; ; n += 1) {
      const subject = `${name}-${n}`;
      const sent = await transport.sendMail({
        from: 'a@shop.example',
        to: 'b@example.com',
        subject,
        text: 'x'.repeat(randomInt(20_000)),
      });
      expect(sent.response).toMatch(/^250 /);
      answered(subject);
    }
  } finally {
    transport.close();
  }
}

/** Posts to the API until the server is gone; tells each subject that got its 201. */
async function sendByApi(agent: Agent, name: string, answered: (subject: string) => void): Promise<void> {
  for (let n = 0; ; n += 1) {
    const subject = `${name}-${n}`;
    const response = await fetch(`http://127.0.0.1:${agent.channels.api.port}/v1.1/email`, {
      method: 'POST',
      headers: { authorization: `Zoho-enczapikey ${agent.tokens[0]?.token}` },
      body: JSON.stringify({
        from: { address: 'a@shop.example' },
        to: [{ email_address: { address: 'b@example.com' } }],
        subject,
        htmlbody: `<p>${'x'.repeat(randomInt(20_000))}</p>`,
      }),
    });
    expect(response.status).toBe(201);
    answered(subject);
  }
}

/** Every message that is held, by its subject. */
async function held(headless: Headless): Promise<Map<string, MessageSummary>> {
  const found = new Map<string, MessageSummary>();
  let before: string | null = null;
  do {
    const page: { messages: MessageSummary[]; next: string | null } = await getJson(
      `${headless.url}/api/messages?limit=500${before === null ? '' : `&before=${encodeURIComponent(before)}`}`,
    );
    page.messages.forEach((message) => found.set(message.subject, message));
    before = page.next;
  } while (before !== null);
  return found;
}

/** What SQLite says of the database as the killed process left it. */
async function integrity(folder: string): Promise<unknown> {
  const copy = await temporaryFolder();
  await cp(folder, copy, { recursive: true });
  const database = new DatabaseSync(join(copy, 'messages.db'));
  try {
    return database.prepare('PRAGMA integrity_check').get();
  } finally {
    database.close();
  }
}

test('killed at random moments under load, it finds every message that it answered for', async () => {
  const folder = await temporaryFolder();
  const answered = new Set<string>();
  for (let round = 0; round < rounds; round += 1) {
    const headless = await startHeadless(folder);
    const agent = await firstAgent(headless);
    const killAt = answered.size + randomInt(20, 200);
    let killed: Promise<unknown> | undefined;
    const note = (subject: string): void => {
      answered.add(subject);
      if (answered.size === killAt) {
        killed = headless.end('SIGKILL');
      }
    };
    const clients = Array.from({ length: clientsOfEach }, (_, n) => [
      sendBySmtp(agent, `smtp-${round}-${n}`, note),
      sendByApi(agent, `api-${round}-${n}`, note),
    ]).flat();
    const outcomes = await Promise.allSettled(clients);
    // They end only by losing the server.
    expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
    expect(killed).toBeDefined();
    await killed;
    expect(await integrity(folder)).toEqual({ integrity_check: 'ok' });
  }

  const headless = await startHeadless(folder);
  await expect
    .poll(
      async () => [...(await held(headless)).values()].filter(({ index }) => index === 'pending').length,
      {
        timeout: 30_000,
      },
    )
    .toBe(0);
  const found = await held(headless);
  expect([...answered].filter((subject) => !found.has(subject))).toEqual([]);
  for (const subject of [...answered].slice(-20)) {
    const raw = await fetch(`${headless.url}/api/messages/${found.get(subject)?.id}/raw`);
    expect(await raw.text()).toContain(`Subject: ${subject}\r\n`);
  }
  expect((await firstAgent(headless)).counts.total).toBe(found.size);
  expect(await headless.end('SIGTERM')).toBe(0);
}, 120_000);
