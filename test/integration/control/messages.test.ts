import { expect, test } from 'vitest';
import { filesInZip } from '../../support/files-in-zip.ts';
import { ServedOffice } from '../../support/served-office.ts';

const plain = (subject: string): string =>
  `From: Shop <shop@example.com>\nTo: jane@example.com\nSubject: ${subject}\n\nHello.\n`;

test('messages are listed newest first, page by page, searched, read and deleted', async () => {
  const office = await ServedOffice.open();
  for (const subject of ['one', 'two', 'three']) {
    await office.send(plain(subject));
  }
  const first = await office.ask('GET', `/api/messages?agent=${office.agent.id}&limit=2`);
  expect(first.body.messages.map((message: { subject: string }) => message.subject)).toEqual([
    'three',
    'two',
  ]);
  expect(first.body.total).toBe(3);
  const second = await office.ask('GET', `/api/messages?limit=2&before=${first.body.next}`);
  expect(second.body.messages.map((message: { subject: string }) => message.subject)).toEqual(['one']);
  expect(second.body.next).toBeNull();

  const found = await office.ask('GET', '/api/messages?q=two');
  expect(found.body).toMatchObject({ total: 1, messages: [{ subject: 'two' }] });
  const { id } = found.body.messages[0];

  expect((await office.ask('PATCH', `/api/messages/${id}`, { read: true })).body.read).toBe(true);
  expect((await office.ask('PATCH', '/api/messages', { read: true })).body.changed).toBe(2);
  expect((await office.ask('GET', `/api/agents/${office.agent.id}`)).body.counts).toEqual({
    total: 3,
    unread: 0,
  });

  expect((await office.ask('DELETE', `/api/messages/${id}`)).status).toBe(204);
  expect((await office.ask('DELETE', `/api/messages/${id}`)).status).toBe(404);
  const rest = (await office.ask('GET', '/api/messages')).body.messages;
  const deleted = await office.ask('POST', '/api/messages/delete', { ids: [rest[0].id] });
  expect(deleted.body).toEqual({ deleted: 1, undo: null });
  expect((await office.ask('DELETE', `/api/messages?agent=${office.agent.id}`)).body).toEqual({
    deleted: 1,
    undo: null,
  });
});

test('one message comes with its envelope, parts and the address of its HTML', async () => {
  const office = await ServedOffice.open();
  const { id } = await office.send(
    'From: a@example.com\nTo: b@example.com\nSubject: Rich\nMIME-Version: 1.0\nContent-Type: text/html\n\n<p>Hi</p>',
  );
  const { body } = await office.ask('GET', `/api/messages/${id}`);
  expect(body).toMatchObject({
    subject: 'Rich',
    hasHtml: true,
    envelope: { mailFrom: 'sender@example.com', rcptTo: ['jane@example.com'] },
    session: { kind: 'smtp' },
  });
  expect(body.previewUrl).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:\\d+/[\\w-]{32}/${id}/$`));
  const text = await office.send(plain('Text only'));
  expect((await office.ask('GET', `/api/messages/${text.id}`)).body.previewUrl).toBeNull();
});

test('the raw message comes back byte for byte, named after its subject', async () => {
  const office = await ServedOffice.open();
  const { id } = await office.send(plain('Your order: 7/9 “shipped”'));
  const raw = await office.fetch(`/api/messages/${id}/raw`);
  expect(raw.headers.get('content-type')).toBe('message/rfc822');
  expect(raw.headers.get('content-disposition')).toContain('filename="your-order-7-9-shipped.eml"');
  const bytes = new Uint8Array(await raw.arrayBuffer());
  expect(bytes).toEqual(new Uint8Array((await office.postOffice.archive.raw(id)) ?? []));
});

test('HTML opened for itself is sandboxed, and every part is a download under a safe name', async () => {
  const office = await ServedOffice.open();
  const { id } = await office.send(
    [
      'From: a@example.com',
      'Subject: Parts',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<p>Hi</p><script>alert(1)</script>',
      '--b',
      'Content-Type: text/html',
      'Content-Disposition: attachment; filename="../../evil.html"',
      '',
      '<script>alert(2)</script>',
      '--b--',
    ].join('\n'),
  );
  const html = await office.fetch(`/api/messages/${id}/html`);
  expect(html.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(html.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'; img-src data:/);
  expect(await html.text()).toContain('<script>alert(1)</script>');

  const part = await office.fetch(`/api/messages/${id}/parts/0`);
  expect(part.headers.get('content-type')).toBe('application/octet-stream');
  expect(part.headers.get('content-disposition')).toMatch(/^attachment; filename="[^"/]*evil\.html"/);
  expect(part.headers.get('content-security-policy')).toContain('sandbox');
  expect(await part.text()).toContain('alert(2)');

  expect(await office.ask('GET', `/api/messages/${id}/parts/9`)).toMatchObject({
    status: 404,
    body: { error: { code: 'message.part-not-found' } },
  });
});

test('all parts come as one archive, each under a safe name of its own', async () => {
  const office = await ServedOffice.open();
  const names = ['logo.png', 'Logo.PNG', '../../etc/passwd', 'Rechnung №7.pdf', ''];
  const parts = names.map(
    (name, n) =>
      `--b\nContent-Type: application/octet-stream\nContent-Disposition: attachment; filename*=UTF-8''${encodeURIComponent(name)}\n\nbytes ${n}\n`,
  );
  const { id } = await office.send(
    `Subject: Files\nContent-Type: multipart/mixed; boundary=b\n\n${parts.join('')}--b--\n`,
  );
  const response = await office.fetch(`/api/messages/${id}/parts`);
  expect(response.headers.get('content-disposition')).toContain('filename="files.zip"');
  const files = await filesInZip(Buffer.from(await response.arrayBuffer()));
  expect(files.map(([path, bytes]) => [path, bytes.toString()])).toEqual([
    ['logo.png', 'bytes 0'],
    ['Logo (2).PNG', 'bytes 1'],
    ['_.._etc_passwd', 'bytes 2'],
    ['Rechnung №7.pdf', 'bytes 3'],
    ['part-4', 'bytes 4'],
  ]);
});

test('unknown messages, agents, filters and routes are refused in JSON', async () => {
  const office = await ServedOffice.open();
  const missing = '019b0000-0000-7000-8000-000000000000';
  for (const path of ['', '/raw', '/html', '/parts', '/parts/0']) {
    expect(await office.ask('GET', `/api/messages/${missing}${path}`)).toMatchObject({
      status: 404,
      body: { error: { code: 'message.not-found' } },
    });
  }
  const { id } = await office.send(plain('No HTML'));
  expect(await office.ask('GET', `/api/messages/${id}/html`)).toMatchObject({
    status: 404,
    body: { error: { code: 'message.no-html' } },
  });
  expect(await office.ask('DELETE', '/api/messages?agnet=x')).toMatchObject({
    status: 400,
    body: { error: { code: 'request.invalid', field: 'agnet' } },
  });
  expect((await office.ask('DELETE', `/api/messages?agent=${missing}`)).status).toBe(404);
  expect((await office.ask('GET', '/api/messages?limit=0')).status).toBe(400);
  expect(await office.ask('PATCH', '/api/messages', { ids: [id], q: 'x', read: true })).toMatchObject({
    status: 400,
    body: { error: { field: 'ids' } },
  });
  expect(await office.ask('GET', '/api/nothing')).toMatchObject({
    status: 404,
    body: { error: { code: 'route.not-found' } },
  });
  expect((await office.ask('POST', `/api/messages/${id}`)).status).toBe(405);
});

test('activity is listed, opened and cleared', async () => {
  const office = await ServedOffice.open();
  const recorded = office.next('activity.recorded');
  await office.send(plain('Recorded'));
  const { entry } = await recorded;
  const list = await office.ask('GET', `/api/activity?agent=${office.agent.id}`);
  expect(list.body.activity).toMatchObject([{ id: entry.id, outcome: 'held' }]);
  const detail = await office.ask('GET', `/api/activity/${entry.id}`);
  expect(detail.body.session.kind).toBe('smtp');
  expect((await office.ask('DELETE', '/api/activity')).status).toBe(204);
  expect(await office.ask('GET', `/api/activity/${entry.id}`)).toMatchObject({
    status: 404,
    body: { error: { code: 'activity.not-found' } },
  });
});

test('an undoable deletion names its undo, which works once', async () => {
  const office = await ServedOffice.open();
  const { id } = await office.send(plain('Oops'));
  const byId = await office.ask('POST', '/api/messages/delete', { ids: [id], undoable: true });
  expect(byId.body).toEqual({ deleted: 1, undo: expect.any(String) });
  const undone = await office.ask('POST', '/api/messages/undo-deletion', { undo: byId.body.undo });
  expect(undone).toMatchObject({ status: 200, body: { restored: 1 } });
  expect(
    (await office.ask('POST', '/api/messages/undo-deletion', { undo: byId.body.undo })).body,
  ).toMatchObject({
    error: { code: 'message.deletion-final' },
  });

  const all = await office.ask('DELETE', `/api/messages?agent=${office.agent.id}&undoable=true`);
  await office.ask('POST', '/api/messages/undo-deletion', { undo: all.body.undo });
  expect((await office.ask('GET', '/api/messages')).body).toMatchObject({ total: 1, messages: [{ id }] });
  expect((await office.ask('DELETE', '/api/messages?q=nothing&undoable=true')).body).toEqual({
    deleted: 0,
    undo: null,
  });
});

test('a page begins as far down as is asked for, in the list and in a search', async () => {
  const office = await ServedOffice.open();
  for (const subject of ['even 0', 'odd 1', 'even 2', 'odd 3', 'even 4']) {
    await office.send(plain(subject));
  }
  const page = async (query: string): Promise<unknown[]> => {
    const { body } = await office.ask('GET', `/api/messages?${query}`);
    return [body.messages.map(({ subject }: { subject: string }) => subject), body.next !== null];
  };
  for (const agent of ['', `&agent=${office.agent.id}`]) {
    expect(await page(`limit=2&offset=1${agent}`)).toEqual([['odd 3', 'even 2'], true]);
    expect(await page(`limit=2&offset=3${agent}`)).toEqual([['odd 1', 'even 0'], false]);
    expect(await page(`limit=2&offset=9${agent}`)).toEqual([[], false]);
    expect(await page(`q=even&limit=1&offset=1${agent}`)).toEqual([['even 2'], true]);
    expect(await page(`q=!odd&limit=5&offset=2${agent}`)).toEqual([['even 0'], false]);
    expect(await page(`q=even%20is:unread&limit=5&offset=1${agent}`)).toEqual([['even 2', 'even 0'], false]);
  }
  const first = await office.ask('GET', '/api/messages?limit=1');
  expect(await page(`limit=1&offset=2&before=${first.body.next}`)).toEqual([['odd 1'], true]);
  expect((await office.ask('GET', '/api/messages?offset=-1')).body.error.field).toBe('offset');
});

test('the hits of a search are counted when one asks for it, and not again while nothing changes', async () => {
  const office = await ServedOffice.open();
  for (const subject of ['order 1', 'order 2', 'order 3', 'news']) {
    await office.send(plain(subject));
  }
  const total = async (query: string) => (await office.ask('GET', `/api/messages?${query}`)).body.total;
  expect(await total('q=order&limit=2&counted=false')).toBeNull();
  expect(await total('q=order&limit=9&counted=false'), 'all of them are on the page').toBe(3);
  expect((await office.ask('GET', '/api/messages/count?q=order')).body).toEqual({ total: 3 });
  expect(await total('q=order&limit=2&counted=false'), 'known by now').toBe(3);
  await office.send(plain('order 4'));
  expect(await total('q=order&limit=2&counted=false')).toBeNull();
  expect(await total('q=order&limit=2')).toBe(4);
  expect(await total('limit=2&counted=false'), 'without a search nothing needs to be counted').toBe(5);
  expect((await office.ask('GET', '/api/messages/count')).body).toEqual({ total: 5 });
  expect((await office.ask('GET', '/api/messages/count?q=is:raed')).status).toBe(400);
});
