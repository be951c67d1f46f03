import { expect, test } from 'vitest';
import { readMessage } from '../../../../electron/road/reading/read-message.ts';

function mail(type: string, body: string): Buffer {
  return Buffer.from(
    `From: a@example.com\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: ${type}\r\n\r\n${body}`,
  );
}

/** Milliseconds of the processor. */
async function cost(raw: Buffer): Promise<number> {
  const before = process.cpuUsage();
  await readMessage(raw);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** What a regular expression or a quadratic loop would choke on. */
const fillers: readonly (readonly [string, string])[] = [
  ['digits without end', '1'],
  ['digits between blanks', '1 '],
  ['groups between hyphens', '123-'],
  ['names of codes', 'verification code '],
  ['a name of a code that goes on', 'kod'],
  ['half an address', 'a.b+'],
  ['signs of addresses', '@'],
  ['addresses', 'https://a.example/verify?x=1 '],
  ['capitals', 'AB12-'],
  ['line breaks', '1\r\n'],
];

test.each(fillers)('four times as many %s do not cost eight times as much', async (_, filler) => {
  const body = (length: number): string => filler.repeat(length / filler.length);
  for (const type of ['text/plain', 'text/html']) {
    await readMessage(mail(type, body(20_000)));
    const small = await cost(mail(type, body(500_000)));
    const large = await cost(mail(type, body(2_000_000)));
    expect(large, type).toBeLessThan(8 * small + 100);
  }
});

test.each([
  ['tags', '<td>1'],
  ['styles', '<b style="display:none;color:#fff;background:url(x)">1</b>'],
  ['style sheets', '<style>.a{display:none}</style>'],
  ['links', '<a href="https://a.example/reset">1</a>'],
])('nor do %s', async (_, filler) => {
  const body = (length: number): string => filler.repeat(length / filler.length);
  await readMessage(mail('text/html', body(20_000)));
  const small = await cost(mail('text/html', body(250_000)));
  const large = await cost(mail('text/html', body(1_000_000)));
  expect(large).toBeLessThan(8 * small + 100);
});

test('what is found is bounded', async () => {
  const links = Array.from({ length: 5000 }, (_, n) => `<a href="https://a.example/${n}">${n}</a>`).join('');
  expect((await readMessage(mail('text/html', links))).links).toHaveLength(200);
});
