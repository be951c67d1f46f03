import { expect } from 'vitest';
import { ServedOffice } from './served-office.ts';

const template = {
  name: 'Welcome',
  alias: 'welcome',
  subject: 'Hello {{name}}',
  htmlbody: '<p>{{name}}</p>',
  textbody: null,
  sampleMergeInfo: { name: 'Jane' },
};

/** A post office with something of everything that a workspace file holds. */
export async function furnishedOffice(): Promise<ServedOffice> {
  const office = await ServedOffice.open();
  const { id } = await office.postOffice.agents.create({
    name: 'Shop',
    colour: 'pink',
    domains: ['shop.example'],
    retention: { maxCount: 500 },
  });
  const ask = async (method: string, path: string, body?: unknown): Promise<void> => {
    expect(await office.ask(method, path, body)).toMatchObject({
      status: expect.toSatisfy((n: number) => n < 300),
    });
  };
  await ask('POST', `/api/agents/${id}/templates`, template);
  await ask('POST', `/api/agents/${id}/webhooks`, {
    url: 'http://127.0.0.1:9/hook',
    events: ['hardbounce'],
    enabled: false,
  });
  await ask('POST', `/api/agents/${id}/failures`, {
    effect: { kind: 'api-reset' },
    when: { kind: 'always' },
    enabled: false,
  });
  await ask('PUT', `/api/agents/${id}/outcome-rules`, {
    rules: [{ recipient: 'jane@*', kind: 'hardbounce', delaySeconds: 3600 }],
  });
  await ask('POST', '/api/suppressions', { kind: 'domain', value: 'blocked.example', agents: [id] });
  const file = await office.fetch(`/api/agents/${id}/files?name=logo.png`, { method: 'POST', body: 'PNG' });
  expect(file.status).toBe(201);
  const shop = office.postOffice.agents.get(id);
  const first = await office.send('Subject: one\r\nFrom: a@shop.example\r\n\r\nFrom here\r\n', shop);
  await office.send('Subject: two\r\n\r\n\r\n', shop);
  office.postOffice.outcomes.play({
    agentId: id,
    messageId: first.id,
    recipient: 'jane@example.com',
    kind: 'open',
    origin: 'person',
  });
  await office.postOffice.archive.change(
    { ids: [first.id] },
    { read: true, starred: true, tags: ['keep'], note: 'The first.' },
  );
  return office;
}
