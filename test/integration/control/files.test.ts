import { expect, test } from 'vitest';
import { ServedOffice } from '../../support/served-office.ts';

test('files of an agent’s cache are put in, listed, downloaded and deleted', async () => {
  const office = await ServedOffice.open();
  const path = `/api/agents/${office.agent.id}/files`;
  const bytes = Buffer.from([0, 1, 2, 255]);
  const added = await office.fetch(`${path}?name=${encodeURIComponent('Käufe.csv')}`, {
    method: 'POST',
    body: bytes,
  });
  expect(added.status).toBe(201);
  const file = (await added.json()) as { key: string };
  expect(file).toMatchObject({ name: 'Käufe.csv', mimeType: 'text/csv', size: 4 });

  const list = await office.fetch(path);
  expect(await list.json()).toEqual({ files: [file], usedBytes: 4, limitBytes: 1024 ** 3 });

  const content = await office.fetch(`${path}/${file.key}`);
  expect(content.headers.get('content-disposition')).toContain('attachment');
  expect(Buffer.from(await content.arrayBuffer()).equals(bytes)).toBe(true);

  expect((await office.fetch(`${path}/${file.key}`, { method: 'DELETE' })).status).toBe(204);
  expect((await office.fetch(`${path}/${file.key}`)).status).toBe(404);
  expect((await office.fetch(`${path}/${file.key}`, { method: 'DELETE' })).status).toBe(404);
});

test.each([
  ['an empty file', '?name=a.txt', '', 400, 'file.empty'],
  ['a blocked type', '?name=a.exe', 'x', 422, 'file.blocked'],
  ['no name', '', 'x', 400, 'request.invalid'],
  ['more than 15 MB', '?name=a.txt', new Uint8Array(15 * 1024 * 1024 + 1), 413, 'request.too-large'],
])('%s is not put into the cache', async (_, query, body, status, code) => {
  const office = await ServedOffice.open();
  const refused = await office.fetch(`/api/agents/${office.agent.id}/files${query}`, {
    method: 'POST',
    body,
  });
  expect(refused.status).toBe(status);
  expect(await refused.json()).toMatchObject({ error: { code } });
});

test('an agent’s files go with the agent', async () => {
  const office = await ServedOffice.open();
  const { agents, ledger } = office.postOffice;
  const { body: second } = await office.ask('POST', '/api/agents', { name: 'Second' });
  await office.fetch(`/api/agents/${second.id}/files?name=a.txt`, { method: 'POST', body: 'x' });
  expect(ledger.files.usedBytes()).toBe(1);
  await agents.delete(second.id);
  expect(ledger.files.usedBytes()).toBe(0);
});
