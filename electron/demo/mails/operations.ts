import { ago, type DemoMail } from '../demo-mail.ts';
import { button, facts, heading, ledgerTable, paragraph, preformatted, quiet, sheet } from '../look.ts';
import { weekChart } from '../pictures.ts';
import { operations, people } from '../senders.ts';

const { look, from } = operations;
const base = { agent: 'operations', door: 'smtp', from, pictures: [operations.mark] } as const;

const log = `03:58:41 checkout-7f9c  connection pool exhausted (64/64)
03:58:42 checkout-7f9c  POST /pay 503 in 30012 ms
03:58:44 checkout-2b11  POST /pay 503 in 30008 ms
03:59:02 postgres-0     too many clients already
03:59:10 checkout-7f9c  liveness probe failed: 3
`;

/** A calendar's time: 20261126T090000Z. */
function calendarTime(at: Date): string {
  return at.toISOString().replace(/[-:]|\.\d+/g, '');
}

/** The next Monday at nine, counted from the start of the program: an invitation is for a day to come. */
function nextMonday(): Date {
  const day = new Date();
  day.setUTCDate(day.getUTCDate() + ((8 - day.getUTCDay()) % 7 || 7));
  day.setUTCHours(9, 0, 0, 0);
  return day;
}

function invitation(): string {
  const start = nextMonday();
  const end = new Date(start.getTime() + 45 * 60_000);
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Harbour//Ops//EN',
    'METHOD:REQUEST',
    'BEGIN:VEVENT',
    'UID:incident-2093-review@harbour.example',
    `DTSTAMP:${calendarTime(new Date())}`,
    `DTSTART:${calendarTime(start)}`,
    `DTEND:${calendarTime(end)}`,
    'SUMMARY:Review of incident 2093: checkout down for 11 minutes',
    'LOCATION:Harbour Row\\, room Pier 2',
    'ORGANIZER;CN=Harbour Ops:mailto:alerts@harbour.example',
    'ATTENDEE;CN=Platform team;RSVP=TRUE:mailto:platform@harbour.example',
    'ATTENDEE;CN=Jane Okafor;RSVP=TRUE:mailto:jane@example.com',
    'DESCRIPTION:What happened\\, what we saw\\, what we change. No blame.',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}

/** A delivery failure as mail servers write it (RFC 3464). */
function deliveryFailure(at: Date): string {
  return [
    'From: Mail Delivery System <MAILER-DAEMON@mx.harbour.example>',
    'To: Harbour Ops <alerts@harbour.example>',
    `Date: ${at.toUTCString().replace('GMT', '+0000')}`,
    'Subject: Undelivered Mail Returned to Sender',
    'Message-ID: <4f2c.dsn@mx.harbour.example>',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="=_dsn"',
    '',
    '--=_dsn',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'This is the mail system at host mx.harbour.example.',
    '',
    'Your message could not be delivered to one or more recipients. It is attached below.',
    '',
    '<pager@carrier.example>: host mx.carrier.example[192.0.2.25] said:',
    '    550 5.1.1 <pager@carrier.example>: Recipient address rejected: User unknown',
    '    (in reply to RCPT TO command)',
    '',
    '--=_dsn',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.harbour.example',
    `Arrival-Date: ${at.toUTCString().replace('GMT', '+0000')}`,
    '',
    'Final-Recipient: rfc822; pager@carrier.example',
    'Action: failed',
    'Status: 5.1.1',
    'Remote-MTA: dns; mx.carrier.example',
    'Diagnostic-Code: smtp; 550 5.1.1 <pager@carrier.example>: Recipient address rejected: User unknown',
    '',
    '--=_dsn',
    'Content-Type: message/rfc822',
    '',
    'From: Harbour Ops <alerts@harbour.example>',
    'To: pager@carrier.example',
    'Subject: [FIRING] checkout: error rate 38 %',
    'Message-ID: <fire.2093@harbour.example>',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'checkout: error rate 38 % for 5 minutes. Runbook: https://ops.harbour.example/r/checkout',
    '',
    '--=_dsn--',
    '',
  ].join('\r\n');
}

const errors = [12, 9, 14, 11, 38, 16, 10] as const;

export const operationMails: readonly DemoMail[] = [
  {
    ...base,
    minutesAgo: ago(0, 0, 22),
    to: [people.onCall],
    headers: { 'X-Priority': '1', Importance: 'high' },
    subject: '[FIRING] checkout: error rate 38 % for 5 minutes',
    html: sheet({
      look,
      preheader: 'Connection pool exhausted on two of three pods.',
      body: `${heading('Checkout answers 503')}${facts([
        ['Rule', 'error-rate &gt; 5 % for 5 min'],
        ['Now', '<strong style="color:#dc2626">38 %</strong>'],
        ['Since', '03:58 UTC'],
        ['Where', 'eu-west, 2 of 3 pods'],
      ])}${preformatted(log.trim())}${button(look, 'Open the runbook', 'https://ops.harbour.example/r/checkout')}`,
    }),
    text: `[FIRING] checkout: error rate 38 % for 5 minutes\n\n${log}\nRunbook: https://ops.harbour.example/r/checkout\n`,
    attachments: [{ name: 'checkout-0358.log', type: 'text/plain', content: log.repeat(40) }],
  },
  {
    ...base,
    minutesAgo: ago(0, 0, 11),
    to: [people.onCall],
    subject: '[RESOLVED] checkout: error rate 0.4 %',
    html: sheet({
      look,
      preheader: 'After 11 minutes.',
      body: `${heading('Checkout is well again')}${paragraph('The error rate is at 0.4 % after 11 minutes. The pool was raised from 64 to 128 by <strong>deploy 5512</strong>.')}`,
    }),
    text: 'Checkout is well again: 0.4 % after 11 minutes.\n',
  },
  {
    ...base,
    minutesAgo: ago(0, 0, 9),
    to: [people.platform, people.jane],
    subject: 'Invitation: review of incident 2093',
    html: sheet({
      look,
      preheader: 'Monday at nine, room Pier 2.',
      body: `${heading('Review of incident 2093')}${facts([
        ['When', 'Monday, 09:00–09:45 UTC'],
        ['Where', 'Harbour Row, room Pier 2'],
        ['What', 'Checkout down for 11 minutes'],
      ])}${paragraph('What happened, what we saw, what we change. No blame.')}`,
    }),
    text: 'Review of incident 2093, Monday, 09:00 UTC, room Pier 2.\n',
    invitation: invitation(),
  },
  {
    agent: 'operations',
    door: 'raw',
    minutesAgo: ago(0, 0, 21),
    from: { name: 'Mail Delivery System', address: '' },
    to: [operations.from],
    raw: deliveryFailure,
  },
  {
    ...base,
    minutesAgo: ago(0, 5, 50),
    read: true,
    to: [people.platform],
    subject: 'Build 8841 failed: main · 2 of 1,904 tests',
    html: sheet({
      look,
      preheader: 'refund.test.ts: expected 1450, received 145',
      body: `${heading('Build 8841 failed')}${paragraph('<strong>main</strong>, “Round refunds down” by Tomasz Zieliński')}${preformatted('FAIL  refund.test.ts &gt; refunds in cents\nAssertionError: expected 145 to be 1450\n  at refund.test.ts:41:23')}${button(look, 'See the log', 'https://ci.harbour.example/8841')}`,
    }),
    text: 'Build 8841 failed: main, 2 of 1,904 tests.\nhttps://ci.harbour.example/8841\n',
  },
  {
    ...base,
    minutesAgo: ago(0, 13),
    read: true,
    to: [people.platform],
    subject: 'Nightly backup: 412 GB in 38 minutes',
    text: 'Backup of harbour-prod: done\n\n  databases    381 GB\n  buckets       31 GB\n  took          38 min\n  restore test  passed (3 tables, 1,204,881 rows)\n\n-- \nharbour-backup\n',
    pictures: [],
  },
  {
    ...base,
    minutesAgo: ago(1, 1),
    read: true,
    to: [people.platform],
    cc: [people.jane],
    subject: 'Errors of the week: Friday stands out',
    pictures: [operations.mark, weekChart(errors, 20)],
    html: sheet({
      look,
      preheader: 'Six quiet days and a loud one.',
      hero: { id: 'chart', alt: 'Errors by day; Friday is above the limit of 20' },
      body: `${heading('Errors of the week')}${paragraph('Six quiet days and a loud one. The line is the budget of 20 for each day.')}${ledgerTable(
        [
          ['Service', 'Errors', 'Budget'],
          ['checkout', '71', '60'],
          ['search', '22', '60'],
          ['accounts', '17', '60'],
          ['Together', '110', '180'],
        ],
      )}`,
    }),
    text: 'Errors of the week: Mon 12, Tue 9, Wed 14, Thu 11, Fri 38, Sat 16, Sun 10.\n',
    attachments: [
      {
        name: 'errors-by-day.csv',
        type: 'text/csv',
        content: `day,errors\n${errors.map((n, at) => `${at + 1},${n}`).join('\n')}\n`,
      },
    ],
  },
  {
    ...base,
    minutesAgo: ago(1, 9),
    to: [people.onCall],
    subject: 'Certificate of api.harbour.example expires in 14 days',
    html: sheet({
      look,
      preheader: 'The renewal failed twice.',
      body: `${heading('A certificate runs out')}${facts([
        ['Name', 'api.harbour.example'],
        ['Expires', 'in 14 days'],
        ['Renewal', 'failed twice: DNS record missing'],
      ])}${quiet('This message comes every day until it is renewed.')}`,
    }),
    text: 'The certificate of api.harbour.example expires in 14 days. The renewal failed twice.\n',
  },
  {
    ...base,
    minutesAgo: ago(2, 7),
    read: true,
    to: [people.onCall],
    from: { name: 'Tomasz Zieliński', address: 'tomasz@harbour.example' },
    subject: 'Re: Handover: nothing on fire',
    pictures: [],
    headers: { 'In-Reply-To': '<handover.47@harbour.example>', References: '<handover.47@harbour.example>' },
    text: 'Thanks, taking over. Two things:\n\n1. The disk of search-2 is at 81 %, grows 1 % a day.\n2. The 02:00 job of accounts is slow since Monday; I raised its limit to 10 min.\n\nTomasz\n\nOn Tue, Anna wrote:\n> Nothing on fire. One silence is set until Friday (search-2, disk).\n>\n>> Who has the pager phone?\n> In the drawer, charged.\n',
  },
];
