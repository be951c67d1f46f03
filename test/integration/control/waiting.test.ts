import { get } from 'node:http';
import { expect, test } from 'vitest';
import { nothingArrivedSchema } from '../../../shared/waiting.ts';
import { Announcer } from '../../../electron/road/announcer.ts';
import { openRoad } from '../../../electron/road/road.ts';
import { WaitingRoom } from '../../../electron/control/waiting/waiting-room.ts';
import { mail, parcel } from '../../support/parcel.ts';
import { ServedOffice } from '../../support/served-office.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const signIn = [
  'From: Acme <login@acme.example>',
  'To: Jane <jane@example.com>',
  'Subject: Your sign-in code',
  'MIME-Version: 1.0',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>Your verification code is</p><h1>482 913</h1>',
  '<p><a href="https://acme.example/magic/abc">Sign in</a></p>',
].join('\n');
const news = 'From: News <news@acme.example>\nTo: bob@example.com\nSubject: News\n\nNothing.\n';

test('one call answers what code was just sent to an address', async () => {
  const office = await ServedOffice.open();
  const after = new Date().toISOString();
  await office.send(signIn);
  const { status, body } = await office.ask('GET', `/api/messages/wait?to=Jane@Example.com&after=${after}`);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    subject: 'Your sign-in code',
    code: '482913',
    codeAsWritten: '482 913',
    links: [{ purpose: 'sign-in', text: 'Sign in', url: 'https://acme.example/magic/abc', position: 0 }],
  });
});

test('a message that comes during the call ends it, and the others do not', async () => {
  const office = await ServedOffice.open();
  const listeners = office.postOffice.announcer.size;
  const waiting = office.ask(
    'GET',
    `/api/messages/wait?agent=${encodeURIComponent(office.agent.name)}&from=acme&to=jane@example.com&subject=SIGN-IN&q=verification`,
  );
  await untilListening(office.postOffice.announcer, listeners + 1);
  await office.send(news.replace('Subject: News', 'Subject: Sign-in news'));
  await office.send(signIn);
  expect(await waiting).toMatchObject({ status: 200, body: { subject: 'Your sign-in code' } });
});

test('when nothing came that was waited for, the answer says what came instead and what it missed', async () => {
  const office = await ServedOffice.open();
  await office.send(signIn);
  await office.send(news);
  const query = `to=jane@example.com&subject=reset&q=verification&after=1m&timeout=0`;
  const { status, body } = await office.ask('GET', `/api/messages/wait?${query}`);
  expect(status).toBe(408);
  expect(nothingArrivedSchema.parse(body)).toMatchObject({
    error: { code: 'waiting.nothing-arrived' },
    arrived: [
      // The envelope of both is to Jane.
      { message: { subject: 'News' }, recipients: ['jane@example.com'], missed: ['subject', 'q'] },
      { message: { subject: 'Your sign-in code' }, missed: ['subject'] },
    ],
  });
});

test('a message that came before does not count unless it is asked for', async () => {
  const office = await ServedOffice.open();
  const { id } = await office.send(signIn);
  for (const query of ['timeout=0', `after=${id}&timeout=0`, `after=2199-01-01T00:00:00Z&timeout=0`]) {
    expect((await office.ask('GET', `/api/messages/wait?${query}`)).status, query).toBe(408);
  }
  const second = await office.send(signIn.replace('482 913', '771 204'));
  const { body } = await office.ask('GET', `/api/messages/wait?after=${id}`);
  expect(body).toMatchObject({ id: second.id, code: '771204' });
});

test('a deletion that is taken back is nothing new, unless its time is asked for', async () => {
  const office = await ServedOffice.open();
  const { id } = await office.send(signIn);
  const { announcer } = office.postOffice;
  for (const [query, expected] of [
    ['to=jane@example.com', { subject: 'News' }],
    ['to=jane@example.com&after=1h', { id }],
  ] as const) {
    const deleted = await office.ask('POST', '/api/messages/delete', { ids: [id], undoable: true });
    const listeners = announcer.size;
    const waiting = office.ask('GET', `/api/messages/wait?${query}`);
    await untilListening(announcer, listeners + 1);
    const restored = office.next('message.indexed');
    await office.ask('POST', '/api/messages/undo-deletion', { undo: deleted.body.undo });
    expect(await restored).toMatchObject({ message: { id }, restored: true });
    // It is the answer to those who wait for anything that is new.
    const { id: later } = await office.send(news);
    expect((await waiting).body).toMatchObject(expected);
    await office.ask('DELETE', `/api/messages/${later}`);
  }
});

test.each([
  ['to=@example.com', 200],
  ['to=ane@example.com', 408],
  ['to=jane', 200],
  ['from=Acme', 200],
  ['from=other@acme.example', 408],
  ['subject=sign-IN', 200],
  ['agent=nobody', 404],
  ['after=yesterday', 400],
  ['timeout=301', 400],
  ['subjekt=x', 400],
])('what %s means', async (query, status) => {
  const office = await ServedOffice.open();
  await office.send(signIn);
  const rest = ['after', 'timeout'].filter((name) => !query.startsWith(name));
  const others = rest.map((name) => (name === 'after' ? 'after=1m' : 'timeout=0')).join('&');
  expect((await office.ask('GET', `/api/messages/wait?${query}&${others}`)).status).toBe(status);
});

test('five hundred wait at once, half of them go away, and nothing is left behind', async () => {
  const announcer = new Announcer();
  const road = await openRoad({ folder: await temporaryFolder(), announcer });
  const room = new WaitingRoom(announcer, road.archive);
  try {
    const before = announcer.size;
    const leaving = new AbortController();
    const waits = Array.from({ length: 500 }, (_, n) =>
      room.wait({
        conditions: { subject: `Code for ${n}.`, q: 'verification' },
        floor: null,
        timeoutMs: 300_000,
        signal: n % 2 === 0 ? leaving.signal : new AbortController().signal,
      }),
    );
    expect(room.size).toBe(500);
    expect(announcer.size).toBe(before + 1);
    leaving.abort();
    const gone = await Promise.all(waits.filter((_, n) => n % 2 === 0));
    expect(new Set(gone.map(({ kind }) => kind))).toEqual(new Set(['gone']));
    expect(room.size).toBe(250);
    for (let n = 1; n < 500; n += 2) {
      await road.intake.accept(parcel(mail(`Code for ${n}.`, 'Your verification code is 482913.')));
    }
    const arrived = await Promise.all(waits.filter((_, n) => n % 2 === 1));
    expect(arrived.map((waited) => waited.kind === 'arrived' && waited.message.subject)).toEqual(
      Array.from({ length: 250 }, (_, n) => `Code for ${2 * n + 1}.`),
    );
    expect(room.size).toBe(0);
    expect(announcer.size).toBe(before);
  } finally {
    await road.close();
  }
});

test('a client that goes away is forgotten, and a closing server sends the others away', async () => {
  const office = await ServedOffice.open();
  const { announcer } = office.postOffice;
  const before = announcer.size;
  const request = get(new URL('/api/messages/wait', office.url));
  request.on('error', () => {});
  await untilListening(announcer, before + 1);
  request.destroy();
  await untilListening(announcer, before);
  const waiting = office.ask('GET', '/api/messages/wait');
  await untilListening(announcer, before + 1);
  await office.close();
  expect(await waiting).toMatchObject({ status: 503, body: { error: { code: 'waiting.closed' } } });
  expect(announcer.size).toBe(before);
});

/** Turns of the event loop, not a time. */
async function untilListening(announcer: Announcer, count: number): Promise<void> {
  while (announcer.size !== count) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}
