import { expect, test } from 'vitest';
import { messageDetailSchema, messageSummarySchema } from '../../../shared/message.ts';
import type { Parcel } from '../../../electron/road/parcel.ts';
import { type KeptSession, sessionOf } from '../../../electron/store/kept-session.ts';
import { mailFixture, mailFixtureNames } from '../../support/mail-fixture.ts';
import { agentA, agentB, mail, parcel, smtpSession } from '../../support/parcel.ts';
import { testRoad } from '../../support/road.ts';

test('a message is held with what its envelope says, then indexed with what it says itself', async () => {
  const { road, seen } = await testRoad();
  const accepted = await road.intake.accept(parcel(mail('Welcome to the club')));
  expect(messageSummarySchema.parse(accepted)).toMatchObject({
    index: 'pending',
    from: { address: 'envelope@example.com' },
    to: [{ address: 'rcpt@example.org' }],
    subject: '',
  });
  expect(await seen('message.held')).toEqual({ type: 'message.held', message: accepted });
  const { message } = await seen('message.indexed');
  expect(message).toMatchObject({
    id: accepted.id,
    index: 'done',
    read: false,
    from: { address: 'jane@example.com', name: 'Jane Doe' },
    subject: 'Welcome to the club',
    snippet: 'Hello',
  });
  expect(await road.archive.summary(accepted.id)).toEqual(message);
  expect(await road.archive.list({ agentId: agentA }, { limit: 10 })).toEqual({
    messages: [message],
    next: null,
    total: 1,
  });
});

test('every fixture is held, listed, opened and given back byte for byte', async () => {
  const { road, held } = await testRoad();
  for (const name of mailFixtureNames()) {
    const raw = mailFixture(name);
    const id = await held(raw);
    expect(Buffer.from((await road.archive.raw(id)) ?? []).equals(raw), name).toBe(true);
    const detail = await road.archive.detail(id);
    expect(messageDetailSchema.parse({ ...detail, previewUrl: null }), name).toMatchObject({
      id,
      size: raw.length,
    });
  }
  expect((await road.archive.list({}, { limit: 100 })).messages).toHaveLength(mailFixtureNames().length);
});

test('a message keeps its envelope, its session and its verdicts', async () => {
  const { road, held } = await testRoad();
  const given = {
    envelope: { mailFrom: null, rcptTo: ['seen@example.org', 'bcc@example.org'] },
    verdicts: [{ protocol: 'smtp', status: 553, code: '553 No', message: 'No', explanation: 'Because.' }],
    session: { ...smtpSession, peer: '[::1]:4711' },
  } satisfies Partial<Parcel>;
  const id = await held(mail('With facts'), given);
  expect(await road.archive.detail(id)).toMatchObject({
    ...given,
    session: sessionOf(given.session, null),
    verdictCount: 1,
  });
});

test('pages go on where the page above ended, whatever the clock said', async () => {
  const { road } = await testRoad();
  for (let n = 0; n < 7; n += 1) {
    await road.intake.accept(
      parcel(mail(`Mail ${n}`), {
        receivedAt: new Date(2026, 0, 10 - n),
        known: { from: null, subject: `Mail ${n}` },
      }),
    );
  }
  const subjects: string[] = [];
  let before: string | undefined;
  do {
    const page = await road.archive.list({ agentId: agentA }, { limit: 3, before });
    expect(page.total).toBe(7);
    subjects.push(...page.messages.map(({ subject }) => subject));
    before = page.next ?? undefined;
  } while (before !== undefined);
  expect(subjects).toEqual([6, 5, 4, 3, 2, 1, 0].map((n) => `Mail ${n}`));
});

test('a cursor that is none is refused in words', async () => {
  const { road } = await testRoad();
  await road.intake.accept(parcel(mail('x')));
  await expect(road.archive.list({}, { limit: 1, before: '§' })).rejects.toMatchObject({
    code: 'request.invalid',
  });
});

test('two agents stay apart in lists, searches and counts', async () => {
  const { road, held } = await testRoad();
  await held(mail('Hello one'));
  await held(mail('Hello two'), { agentId: agentB });
  const subjectsOf = async (selection: { agentId?: string; q?: string }): Promise<string[]> =>
    (await road.archive.list(selection, { limit: 10 })).messages.map(({ subject }) => subject);
  expect(await subjectsOf({ agentId: agentB })).toEqual(['Hello two']);
  expect(await subjectsOf({ agentId: agentA, q: 'hello' })).toEqual(['Hello one']);
  expect(await subjectsOf({ q: 'hello' })).toEqual(['Hello two', 'Hello one']);
  expect(road.archive.counts(agentB)).toEqual({ total: 1, unread: 1 });
});

test('a search says how many it found and finds names, addresses, recipients, file names and text', async () => {
  const { road, held } = await testRoad();
  await held(mailFixture('inline-image'));
  await held(mailFixture('alternative'));
  for (const [q, total] of [
    ['jane doe', 2],
    ['rcpt@example.org', 2],
    ['Rechnung März.pdf', 1],
    ['penguin', 1],
    ['walrus', 1],
    ['code 123456', 1],
    ['nothing of the kind', 0],
  ] as const) {
    expect([q, (await road.archive.list({ agentId: agentA, q }, { limit: 1 })).total]).toEqual([q, total]);
  }
});

test('HTML and parts come whole', async () => {
  const { road, held } = await testRoad();
  const id = await held(mailFixture('inline-image'));
  const html = await road.archive.html(id);
  expect(html?.html).toContain('<img src="cid:logo@example.com">');
  expect(html?.parts).toHaveLength(2);
  const part = await road.archive.part(id, 1);
  expect(part?.part.filename).toBe('Rechnung März.pdf');
  expect(Buffer.from(part?.bytes ?? []).toString()).toBe('%PDF-1.4 not really');
  expect(await road.archive.part(id, 2)).toBeUndefined();
  expect(await road.archive.html(await held(mail('plain')))).toBeUndefined();
});

test('what is not there is undefined', async () => {
  const { road } = await testRoad();
  const id = '01890000-0000-7000-8000-0000000000ff';
  expect(await road.archive.summary(id)).toBeUndefined();
  expect(await road.archive.detail(id)).toBeUndefined();
  expect(await road.archive.raw(id)).toBeUndefined();
  expect(await road.archive.activity(id)).toBeUndefined();
  expect(road.archive.counts(agentA)).toEqual({ total: 0, unread: 0 });
});

test('of a few changes each is told, of many that there were many', async () => {
  const { road, held, seen, events } = await testRoad();
  const ids: string[] = [];
  for (let n = 1; n <= 11; n += 1) {
    ids.push(await held(mail(`Mail ${n}`)));
  }
  const few = ids.slice(1);
  events.length = 0;
  expect(await road.archive.change({ ids: few }, { read: true })).toBe(10);
  for (const id of few) {
    await seen('message.changed', ({ message }) => message.id === id && message.read);
  }
  expect(events.map(({ type }) => type)).not.toContain('messages.changed');
  expect(await road.archive.change({ agentId: agentA }, { starred: true })).toBe(11);
  expect(await seen('messages.changed')).toEqual({ type: 'messages.changed', agentId: agentA });
});

test('marking read counts what changed and keeps the unread count right', async () => {
  const { road, held, seen } = await testRoad();
  const ids = [await held(mail('one')), await held(mail('two')), await held(mail('three'))];
  expect(await road.archive.change({ ids: [ids[0] ?? '', ids[0] ?? ''] }, { read: true })).toBe(1);
  expect((await seen('message.changed')).message).toMatchObject({ id: ids[0], read: true });
  expect(road.archive.counts(agentA)).toEqual({ total: 3, unread: 2 });
  expect(await road.archive.change({ agentId: agentA }, { read: true })).toBe(2);
  expect(road.archive.counts(agentA)).toEqual({ total: 3, unread: 0 });
  expect(await road.archive.change({ q: 'two' }, { read: false })).toBe(1);
  expect(road.archive.counts(agentA)).toEqual({ total: 3, unread: 1 });
});

test('a 30 MB message is held, opened and given back', async () => {
  const { road, held } = await testRoad();
  const line = Buffer.from(`${'QUJDREVGR0hJ'.repeat(6)}\r\n`);
  const head =
    'Subject: Large\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nSee\r\n--b\r\n' +
    'Content-Type: application/zip; name=big.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n';
  const raw = Buffer.concat([
    Buffer.from(head),
    Buffer.alloc(30 * 1024 * 1024, line),
    Buffer.from('\r\n--b--\r\n'),
  ]);
  const id = await held(Uint8Array.from(raw));
  expect(Buffer.from((await road.archive.raw(id)) ?? []).equals(raw)).toBe(true);
  const detail = await road.archive.detail(id);
  expect(detail).toMatchObject({ subject: 'Large', parts: [{ filename: 'big.zip' }], parseProblem: null });
  expect(detail?.parts[0]?.size).toBeGreaterThan(21 * 1024 * 1024);
});

test('30 MB of text in one line is held, opened and given back', async () => {
  const { road, held } = await testRoad();
  const raw = Buffer.concat([Buffer.from('Subject: Long\r\n\r\n'), Buffer.alloc(30 * 1024 * 1024, 'word ')]);
  const id = await held(Uint8Array.from(raw));
  expect(Buffer.from((await road.archive.raw(id)) ?? []).equals(raw)).toBe(true);
  expect(await road.archive.detail(id)).toMatchObject({ subject: 'Long' });
  expect((await road.archive.list({ q: 'word' }, { limit: 1 })).total).toBe(1);
});

test('mail by SMTP and by the API beside each other keeps each its own request', async () => {
  const { road } = await testRoad();
  const bodies = ['{"a":1}', null, `{"a":"${'long '.repeat(500_000)}"}`, '{"a":"ä"}'];
  const ids = await Promise.all(
    bodies.map(async (body, n) => {
      const session = body === null ? parcel('').session : apiSession(Buffer.from(body));
      return (await road.intake.accept(parcel(mail(`Mail ${n}`), { session }))).id;
    }),
  );
  const details = await Promise.all(ids.map((id) => road.archive.detail(id)));
  expect(details.map((detail) => detail?.subject)).toEqual(bodies.map((_, n) => `Mail ${n}`));
  expect(details.map((detail) => detail?.session.kind)).toEqual(['api', 'smtp', 'api', 'api']);
  const shown = details.map((detail) =>
    detail?.session.kind === 'api' ? detail.session.request.body : null,
  );
  expect(shown).toEqual([
    bodies[0],
    null,
    expect.stringMatching(/more characters are not kept\]$/),
    bodies[3],
  ]);
});

function apiSession(body: Uint8Array): KeptSession {
  return {
    kind: 'api',
    peer: '127.0.0.1:1',
    tls: false,
    request: { method: 'POST', path: '/v1.1/email', headers: [], body, bodyBytes: body.length },
    response: { status: 201, headers: [], body: '{}' },
  };
}

test('many at once are all committed, each with its own bytes', async () => {
  const { road } = await testRoad();
  const sent = await Promise.all(
    Array.from({ length: 500 }, async (_, n) => ({
      n,
      ...(await road.intake.accept(parcel(mail(`Mail ${n}`)))),
    })),
  );
  for (const { id, n } of sent.filter((_, position) => position % 50 === 0)) {
    expect(Buffer.from((await road.archive.raw(id)) ?? []).toString()).toBe(mail(`Mail ${n}`));
  }
  expect(road.archive.counts(agentA)).toEqual({ total: 500, unread: 500 });
});

test('counts are announced at most ten times a second and the last one always', async () => {
  const { road, events, seen } = await testRoad();
  for (let n = 0; n < 200; n += 1) {
    await road.intake.accept(parcel(mail(`Mail ${n}`)));
  }
  await seen('agent.counts', ({ counts }) => counts.total === 200);
  const announced = events.filter(({ type }) => type === 'agent.counts');
  expect(announced.length).toBeLessThan(100);
});
