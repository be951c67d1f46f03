const crlf = '\r\n';

const senders = [
  ['Zylker Accounts', 'accounts@zylker.example'],
  ['Zylker Billing', 'billing@zylker.example'],
  ['Zylker Delivery', 'delivery@zylker.example'],
  ['Priya Natarajan', 'priya.natarajan@zylker.example'],
  ['Jörg Müller', 'joerg.mueller@zylker.example'],
  ['山田 花子', 'hanako.yamada@zylker.example'],
] as const;

const subjects = [
  (serial: number) => `Order ${serial} is on its way`,
  (serial: number) => `Your invoice ${serial} from Zylker`,
  (serial: number) => `${code(serial)} is your verification code (request ${serial})`,
  (serial: number) => `Reset your password, request ${serial}`,
  (serial: number) => `Welcome to the team, member ${serial}`,
  (serial: number) => `Weekly statement no. ${serial}: nothing to do`,
  (serial: number) => `Ihre Bestellung ${serial} wurde verschickt`,
  (serial: number) => `ご注文 ${serial} の発送のお知らせ`,
] as const;

const words =
  'parcel invoice account welcome reset confirm delivery courier window evening address balance statement review team order receipt thanks the and for you with from your this that are not will soon please'.split(
    ' ',
  );

/** The word that only one message in ten thousand has. */
export const rareWord = 'zanzibar';

/** A message as applications send them: several senders and languages, most with HTML, some with a code or a file. */
export function variedMail(serial: number): Buffer {
  const [name, address] = senders[serial % senders.length] ?? senders[0];
  const subject = (subjects[serial % subjects.length] ?? subjects[0])(serial);
  const text = textOf(serial);
  const body = serial % 5 === 0 ? plain(text) : alternative(text, subject);
  const whole = serial % 10 === 3 ? withFile(body, serial) : body;
  return Buffer.from(
    [
      `From: ${encoded(name)} <${address}>`,
      `To: "Person ${serial}" <person-${serial}@example.com>`,
      `Subject: ${encoded(subject)}`,
      `Message-ID: <varied-${serial}@zylker.example>`,
      `Date: Mon, 23 Nov 2026 10:00:00 +0000`,
      'MIME-Version: 1.0',
      ...whole,
      '',
    ].join(crlf),
  );
}

function code(serial: number): string {
  return String(100_000 + ((serial * 7919) % 900_000));
}

function encoded(words: string): string {
  return `=?utf-8?B?${Buffer.from(words).toString('base64')}?=`;
}

function textOf(serial: number): string[] {
  const lines = Array.from({ length: 6 + (serial % 12) }, (_, line) => sentence(serial * 31 + line));
  return serial % 10_000 === 77 ? [...lines, `Shipped by way of ${rareWord}.`] : lines;
}

function sentence(seed: number): string {
  return `${Array.from({ length: 12 }, (_, at) => words[(seed * 7 + at * (5 + (seed % 3))) % words.length]).join(' ')}.`;
}

function plain(text: readonly string[]): string[] {
  return ['Content-Type: text/plain; charset=utf-8', '', ...text];
}

function alternative(text: readonly string[], subject: string): string[] {
  return [
    'Content-Type: multipart/alternative; boundary="inner"',
    '',
    '--inner',
    ...plain(text),
    '--inner',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<!doctype html><html><head><style>td{padding:8px;border-bottom:1px solid #eee}</style></head><body>',
    `<h1>${subject}</h1><table>`,
    ...text.map((line) => `<tr><td>${line}</td></tr>`),
    '</table><p><a href="https://zylker.example/orders">See your order</a></p></body></html>',
    '--inner--',
  ];
}

function withFile(body: readonly string[], serial: number): string[] {
  return [
    'Content-Type: multipart/mixed; boundary="outer"',
    '',
    '--outer',
    ...body,
    '--outer',
    `Content-Type: text/csv; name="statement-${serial}.csv"`,
    `Content-Disposition: attachment; filename="statement-${serial}.csv"`,
    '',
    'day,amount',
    '2026-11-23,12.50',
    '--outer--',
  ];
}
