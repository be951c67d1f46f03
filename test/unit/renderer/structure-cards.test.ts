import { expect, test } from 'vitest';
import { readCalendar } from '../../../renderer/src/features/structure/calendar-events.ts';
import { readContacts } from '../../../renderer/src/features/structure/contact-cards.ts';
import { recurrenceWords } from '../../../renderer/src/features/structure/recurrence-words.ts';
import { reportGroups, reportSentence } from '../../../renderer/src/features/structure/report-fields.ts';
import { separatedValues } from '../../../renderer/src/features/structure/separated-values.ts';

function calendar(...lines: readonly string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'METHOD:REQUEST', ...lines, 'END:VCALENDAR'].join('\r\n');
}

test('reads an invitation: what, when, where, who, and how often', () => {
  const { method, entries } = readCalendar(
    calendar(
      'BEGIN:VEVENT',
      'UID:42@example.com',
      'SUMMARY:Planning\\, at length',
      'DTSTART;TZID=Europe/Berlin:20261201T100000',
      'DURATION:PT1H30M',
      'LOCATION:Room 1',
      'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;UNTIL=20270131T000000Z',
      'EXDATE;TZID=Europe/Berlin:20261215T100000',
      'ORGANIZER;CN=Jane:mailto:jane@example.com',
      'ATTENDEE;CN=Bob;PARTSTAT=DECLINED;ROLE=OPT-PARTICIPANT:mailto:bob@example.org',
      'END:VEVENT',
    ),
  );
  expect(method).toBe('REQUEST');
  expect(entries).toMatchObject([
    {
      title: 'Planning, at length',
      duration: '1 hour 30 minutes',
      location: 'Room 1',
      organizer: { name: 'Jane', address: 'jane@example.com' },
      attendees: [{ name: 'Bob', address: 'bob@example.org', facts: ['declined', 'optional'] }],
      recurrence: 'every 2 weeks on Monday and Thursday, until 31 January 2027, but not on 1 day',
    },
  ]);
  expect(entries[0]?.start?.own).toMatch(/2026.*10[:.]00.*\(Europe\/Berlin\)/);
});

test.each([
  ['a zone of the IANA', 'DTSTART;TZID=America/New_York:20260701T120000', Date.UTC(2026, 6, 1, 16)],
  ['UTC', 'DTSTART:20260701T160000Z', Date.UTC(2026, 6, 1, 16)],
])('says when it is for who looks: %s', (_, start, moment) => {
  const { entries } = readCalendar(calendar('BEGIN:VEVENT', start, 'END:VEVENT'));
  const words = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'short' }).format(moment);
  const { own, local } = entries[0]?.start ?? { own: '', local: null };
  expect(local ?? own).toContain(words);
});

test('takes a zone from the calendar itself, and leaves days and floating times alone', () => {
  const zone = [
    'BEGIN:VTIMEZONE',
    'TZID:Office',
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    'TZOFFSETFROM:+0300',
    'TZOFFSETTO:+0300',
    'END:STANDARD',
    'END:VTIMEZONE',
  ];
  const { entries } = readCalendar(
    calendar(
      ...zone,
      'BEGIN:VEVENT',
      'DTSTART;TZID=Office:20260701T120000',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'DTSTART;VALUE=DATE:20260701',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'DTSTART:20260701T120000',
      'END:VEVENT',
    ),
  );
  const words = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'short' }).format(
    Date.UTC(2026, 6, 1, 9),
  );
  expect(entries[0]?.start).toMatchObject({ own: expect.stringContaining('(Office)'), local: words });
  expect(entries[1]?.start?.local).toBeNull();
  expect(entries[2]?.start).toMatchObject({ own: expect.stringContaining('no zone'), local: null });
});

test.each([
  [{ freq: 'DAILY', count: 1 }, 'every day, once'],
  [{ freq: 'MONTHLY', byday: '-1FR' }, 'every month on the last Friday'],
  [{ freq: 'YEARLY', bymonth: 3, bymonthday: [1, -1] }, 'every year on the 1. and last day in March'],
  [{ freq: 'ODD' }, 'again and again'],
])('puts a rule into words: %o', (rule, words) => {
  expect(recurrenceWords(rule)).toBe(words);
});

test.each(['', 'nothing of the kind', 'BEGIN:VCALENDAR'])(
  'fails with a reason for what is no calendar: %j',
  (text) => {
    expect(() => readCalendar(text)).toThrow(Error);
  },
);

test('reads vCards, several in one file, structured values with commas', () => {
  const cards = readContacts(
    [
      'BEGIN:VCARD',
      'VERSION:3.0',
      'FN:Jane Doe',
      'ORG:Shop;Accounts',
      'TEL;TYPE=WORK,VOICE:+49 30 1234',
      'ADR;TYPE=WORK:;;Main Street 1;Berlin;;10115;Germany',
      'END:VCARD',
      'BEGIN:VCARD',
      'VERSION:4.0',
      'FN:محمد',
      'EMAIL:m@example.com',
      'END:VCARD',
    ].join('\r\n'),
  );
  expect(cards).toEqual([
    {
      name: 'Jane Doe',
      facts: [
        ['Organisation', 'Shop, Accounts'],
        ['Telephone (work, voice)', '+49 30 1234'],
        ['Address (work)', 'Main Street 1, Berlin, 10115, Germany'],
      ],
    },
    { name: 'محمد', facts: [['E-mail', 'm@example.com']] },
  ]);
});

test('says in a sentence what a report reports', () => {
  const groups = reportGroups(
    'Reporting-MTA: dns; mx.example.com\r\n\r\nFinal-Recipient: rfc822;\r\n jane@example.com\r\nAction: failed\r\nStatus: 5.1.1\r\n',
  );
  expect(groups.map(reportSentence)).toEqual([
    null,
    'For jane@example.com the mail could not be delivered (5.1.1: for good, because of the address).',
  ]);
  expect(reportGroups('Disposition: manual-action/MDN-sent-manually; displayed').map(reportSentence)).toEqual(
    ['The mail was shown to its recipient.'],
  );
});

test('reads separated values: quotes, line ends within them, and whichever separator it is', () => {
  expect(separatedValues('a;b\r\n"x;""y""\n2";\r\nlast', 10)).toEqual([
    ['a', 'b'],
    ['x;"y"\n2', ''],
    ['last'],
  ]);
  expect(separatedValues('a,b,"never closed', 10)).toEqual([['a', 'b', 'never closed']]);
  expect(separatedValues('1\n2\n3', 2)).toEqual([['1'], ['2']]);
});
