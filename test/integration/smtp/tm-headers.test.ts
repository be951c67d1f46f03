import { simpleParser } from 'mailparser';
import { createTransport } from 'nodemailer';
import { expect, test } from 'vitest';
import { SmtpOffice } from '../../support/smtp-office.ts';

const bytes = Buffer.from([0, 13, 10, 46, 255, 1]);
const mail = { from: 'a@shop.test', to: 'b@client.test', subject: 'Grüße', text: 'Hällo', html: '<b>Hi</b>' };

function addFile(office: SmtpOffice, key: string): void {
  const file = { key, name: 'Käufe.csv', mimeType: 'text/csv', size: bytes.length, content: bytes };
  office.ledger.files.add(office.agent.id, { ...file, createdAt: '2026-01-01T00:00:00.000Z' });
}

function send(office: SmtpOffice, headers: Record<string, string>, changes: object = {}) {
  const transport = createTransport({
    host: 'localhost',
    port: office.door.port,
    requireTLS: true,
    auth: { user: 'emailapikey', pass: office.token },
    tls: office.trust,
  });
  return transport.sendMail({ ...mail, headers, ...changes });
}

test('tracking and the client reference are followed, and their headers are taken out', async () => {
  const office = await SmtpOffice.open();
  await send(office, {
    'X-TM-OPEN-TRACK': 'true',
    'X-TM-CLICK-TRACK': 'false',
    'X-TM-CLIENT-REF': 'order-1',
    'X-Own': 'stays',
  });
  const message = await office.message();
  expect(message.sending).toMatchObject({
    requestId: expect.stringMatching(
      new RegExp(`^2d6f\\.${office.agent.key}\\.m1\\.[0-9a-f-]{36}\\.[0-9a-f]+$`),
    ),
    clientReference: 'order-1',
    trackOpens: true,
    trackClicks: false,
  });
  expect(message.raw.toString()).not.toMatch(/x-tm-/i);
  expect(message.raw.toString()).toContain('X-Own: stays\r\n');
});

test('cached files become attachments beside everything that the mail has', async () => {
  const office = await SmtpOffice.open();
  addFile(office, '2d6f.a.h1.b.c');
  await send(
    office,
    { 'X-TM-FILE-KEY': '2d6f.a.h1.b.c,2d6f.a.h1.b.c:other.csv' },
    { attachments: [{ filename: 'own.bin', content: Buffer.from('own') }] },
  );
  const message = await office.message();
  expect(message.verdicts).toEqual([]);
  const parsed = await simpleParser(message.raw, { skipTextToHtml: true });
  expect(parsed.subject).toBe(mail.subject);
  expect(parsed.text?.trim()).toBe(mail.text);
  expect(parsed.html).toContain(mail.html);
  expect(parsed.attachments.map(({ filename, content }) => [filename, content.toString('hex')])).toEqual([
    ['own.bin', Buffer.from('own').toString('hex')],
    ['Käufe.csv', bytes.toString('hex')],
    ['other.csv', bytes.toString('hex')],
  ]);
});

test('a plain text of one part gets its files too', async () => {
  const office = await SmtpOffice.open();
  addFile(office, '2d6f.a.h1.b.c');
  await send(office, { 'X-TM-FILE-KEY': '2d6f.a.h1.b.c' }, { html: undefined });
  const message = await office.message();
  expect(message).toMatchObject({ parts: [{ filename: 'Käufe.csv' }] });
  expect(message.text?.trim()).toBe('Hällo');
});

test('an unknown file key is refused by a strict agent, and left out by a relaxed one', async () => {
  const office = await SmtpOffice.open({ agent: { mode: 'strict', domains: ['shop.test'] } });
  const headers = { 'X-TM-FILE-KEY': '2d6f.a.h1.b.c' };
  await expect(send(office, headers)).rejects.toMatchObject({
    response: '554 5.6.0 Invalid file cache key',
  });
  office.agent = { ...office.agent, mode: 'relaxed' };
  await send(office, headers);
  expect(await office.message()).toMatchObject({
    parts: [],
    verdicts: [{ target: 'X-TM-FILE-KEY', targetValue: '2d6f.a.h1.b.c' }],
  });
});

test('mail without these headers stays byte for byte as it came', async () => {
  const office = await SmtpOffice.open();
  const raw = 'X-TM-Unknown: stays\r\nFrom: a@shop.test\r\nSubject:  Odd \r\n\r\nX-TM-CLIENT-REF: text\r\n';
  await send(office, {}, { raw, envelope: { from: mail.from, to: mail.to } });
  const message = await office.message();
  expect(message.sending).toMatchObject({ clientReference: null, trackOpens: false, trackClicks: false });
  expect(message.raw.toString()).toBe(raw);
});
