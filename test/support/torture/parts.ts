import { tnefAttribute, tnefFile } from '../tnef-file.ts';
import { lines, mail } from './torture-mail.ts';
import type { TortureMail } from './torture-mail.ts';

const base64 = (content: string | Buffer) =>
  Buffer.from(content).toString('base64').replaceAll(/.{76}/g, '$&\r\n');
const mixed = ['Content-Type: multipart/mixed; boundary=b'];
const attached = (headers: readonly string[], content: string | Buffer) =>
  lines(
    '--b',
    'Content-Type: text/plain',
    '',
    'see the attachment',
    '--b',
    ...headers,
    'Content-Transfer-Encoding: base64',
    '',
    base64(content),
    '--b--',
  );
const named = (disposition: string) =>
  attached(
    ['Content-Type: application/octet-stream', `Content-Disposition: attachment; ${disposition}`],
    'content',
  );

const calendar = (method: string, ...event: string[]) =>
  lines(
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Torture//EN',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    'UID:1@example.com',
    'DTSTAMP:20261126T100000Z',
    ...event,
    'END:VEVENT',
    'END:VCALENDAR',
  );

const winmail = tnefFile(
  tnefAttribute(1, 0x00_08_90_06, Buffer.from([0, 0, 1, 0])),
  tnefAttribute(1, 0x00_01_80_04, Buffer.from('From Outlook\0')),
  tnefAttribute(2, 0x00_06_90_02, Buffer.alloc(14)),
  tnefAttribute(2, 0x00_01_80_10, Buffer.from('hello.txt\0')),
  tnefAttribute(2, 0x00_06_80_0f, Buffer.from('hello, world')),
);

/** Attachments and bodies of special kinds, whole and broken. */
export const parts: readonly TortureMail[] = [
  mail('name in RFC 2231', mixed, named("filename*=utf-8''%E2%82%AC%20rates.txt")),
  mail(
    'name in RFC 2231 pieces',
    mixed,
    named('filename*0*=utf-8\'\'%E2%82; filename*1*=%AC; filename*2=" rates.txt"'),
  ),
  mail('name in RFC 2231 with a gap', mixed, named('filename*0=a; filename*2=c; filename*10=k')),
  mail('name in RFC 2231 broken', mixed, named("filename*=utf-8'%zz%; filename*=''; filename*1*=x")),
  mail('name in encoded words', mixed, named('filename="=?utf-8?B?4oKsLnR4dA==?="')),
  mail('name in eight bit', mixed, named('filename="Grüße.txt"')),
  mail('name with a path', mixed, named('filename="../../../etc/passwd"')),
  mail('name with a path of windows', mixed, named(String.raw`filename="C:\\Windows\\system32\\evil.exe"`)),
  mail('name of a device', mixed, named('filename="CON.txt"')),
  mail('name empty', mixed, named('filename=""')),
  mail('name of 5000 characters', mixed, named(`filename="${'n'.repeat(5000)}.txt"`)),
  mail('name with control characters', mixed, named('filename="a\u0001b\tc\u202Egpj.exe"')),
  mail('name with quotes in it', mixed, named(String.raw`filename="a\"b;c=d.txt"`)),
  mail(
    'name in both places',
    mixed,
    attached(
      ['Content-Type: text/plain; name="one.txt"', 'Content-Disposition: attachment; filename="two.txt"'],
      'content',
    ),
  ),
  mail(
    'disposition nobody knows',
    mixed,
    attached(['Content-Type: text/plain', 'Content-Disposition: sideways; filename=a.txt'], 'content'),
  ),
  mail('attachment of nothing', mixed, attached(['Content-Type: application/pdf; name=empty.pdf'], '')),
  mail(
    'pdf that is none',
    mixed,
    attached(['Content-Type: application/pdf; name=fake.pdf'], '%PDF-1.7 and no more'),
  ),
  mail('image that is none', mixed, attached(['Content-Type: image/png; name=fake.png'], 'not a picture')),
  mail(
    'svg with a script',
    mixed,
    attached(
      ['Content-Type: image/svg+xml; name=evil.svg'],
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script><rect width="9" height="9"/></svg>',
    ),
  ),
  mail(
    'html attached',
    mixed,
    attached(
      ['Content-Type: text/html; name=evil.html'],
      '<script>top.location="http://127.0.0.1:9/"</script>',
    ),
  ),
  mail('tnef', mixed, attached(['Content-Type: application/ms-tnef; name=winmail.dat'], winmail)),
  mail(
    'tnef cut short',
    mixed,
    attached(['Content-Type: application/ms-tnef; name=winmail.dat'], winmail.subarray(0, 40)),
  ),
  mail(
    'tnef that lies about its lengths',
    mixed,
    attached(
      ['Content-Type: application/ms-tnef; name=winmail.dat'],
      Buffer.concat([winmail.subarray(0, 11), Buffer.from('ffffffff', 'hex'), winmail.subarray(15)]),
    ),
  ),
  mail(
    'smime signed',
    ['Content-Type: multipart/signed; protocol="application/pkcs7-signature"; micalg=sha-256; boundary=b'],
    lines(
      '--b',
      'Content-Type: text/plain',
      '',
      'signed text',
      '--b',
      'Content-Type: application/pkcs7-signature; name=smime.p7s',
      'Content-Transfer-Encoding: base64',
      '',
      base64('no signature'),
      '--b--',
    ),
  ),
  mail(
    'smime opaque',
    [
      'Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m',
      'Content-Transfer-Encoding: base64',
    ],
    base64('no signature'),
  ),
  mail(
    'smime encrypted',
    [
      'Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m',
      'Content-Transfer-Encoding: base64',
    ],
    base64('no envelope'),
  ),
  mail(
    'pgp signed',
    ['Content-Type: multipart/signed; protocol="application/pgp-signature"; micalg=pgp-sha512; boundary=b'],
    lines(
      '--b',
      'Content-Type: text/plain',
      '',
      'signed text',
      '--b',
      'Content-Type: application/pgp-signature',
      '',
      '-----BEGIN PGP SIGNATURE-----',
      '',
      'nonsense',
      '-----END PGP SIGNATURE-----',
      '--b--',
    ),
  ),
  mail(
    'pgp encrypted',
    ['Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=b'],
    lines(
      '--b',
      'Content-Type: application/pgp-encrypted',
      '',
      'Version: 1',
      '--b',
      'Content-Type: application/octet-stream',
      '',
      '-----BEGIN PGP MESSAGE-----',
      '',
      'nonsense',
      '-----END PGP MESSAGE-----',
      '--b--',
    ),
  ),
  mail(
    'pgp in the text',
    ['Content-Type: text/plain'],
    lines(
      '-----BEGIN PGP SIGNED MESSAGE-----',
      'Hash: SHA512',
      '',
      'text',
      '-----BEGIN PGP SIGNATURE-----',
      '',
      'nonsense',
      '-----END PGP SIGNATURE-----',
    ),
  ),
  mail(
    'itip request',
    ['Content-Type: multipart/alternative; boundary=b'],
    lines(
      '--b',
      'Content-Type: text/plain',
      '',
      'You are invited',
      '--b',
      'Content-Type: text/calendar; method=REQUEST; charset=utf-8',
      '',
      calendar(
        'REQUEST',
        'SUMMARY:Planning',
        'DTSTART;TZID=Europe/Berlin:20261201T100000',
        'DURATION:PT1H',
        'RRULE:FREQ=WEEKLY;BYDAY=TU',
        'ORGANIZER;CN=Ann:mailto:ann@example.com',
        'ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:jane@example.org',
      ),
      '--b--',
    ),
  ),
  mail(
    'itip cancel',
    ['Content-Type: text/calendar; method=CANCEL'],
    calendar('CANCEL', 'SUMMARY:Planning', 'DTSTART:20261201T090000Z', 'STATUS:CANCELLED'),
  ),
  mail(
    'itip without an event',
    ['Content-Type: text/calendar; method=REQUEST'],
    lines('BEGIN:VCALENDAR', 'VERSION:2.0', 'END:VCALENDAR'),
  ),
  mail(
    'itip of nonsense',
    ['Content-Type: text/calendar'],
    'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:tomorrow\r\nRRULE:FREQ=SOMETIMES\r\n',
  ),
  mail(
    'itip that repeats for ever',
    ['Content-Type: text/calendar; method=REQUEST'],
    calendar(
      'REQUEST',
      'SUMMARY:For ever',
      'DTSTART:00010101T000000Z',
      'RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30',
    ),
  ),
  mail(
    'vcard',
    mixed,
    attached(
      ['Content-Type: text/vcard; name=jane.vcf'],
      lines('BEGIN:VCARD', 'VERSION:4.0', 'FN:Jane', 'EMAIL:jane@example.org', 'END:VCARD'),
    ),
  ),
  mail(
    'vcard of nonsense',
    mixed,
    attached(['Content-Type: text/x-vcard; name=bad.vcf'], 'BEGIN:VCARD\r\nFN'),
  ),
  mail(
    'amp',
    ['Content-Type: multipart/alternative; boundary=b'],
    lines(
      '--b',
      'Content-Type: text/plain',
      '',
      'plain',
      '--b',
      'Content-Type: text/x-amp-html',
      '',
      '<!doctype html><html ⚡4email><head><script async src="https://cdn.ampproject.org/v0.js"></script></head><body>amp</body></html>',
      '--b',
      'Content-Type: text/html',
      '',
      '<p>html</p>',
      '--b--',
    ),
  ),
  mail(
    'delivery status',
    ['Content-Type: multipart/report; report-type=delivery-status; boundary=b'],
    lines(
      '--b',
      'Content-Type: text/plain',
      '',
      'It did not arrive',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example.com',
      '',
      'Final-Recipient: rfc822; jane@example.org',
      'Action: failed',
      'Status: 5.1.1',
      '--b',
      'Content-Type: text/rfc822-headers',
      '',
      'Subject: the original',
      '--b--',
    ),
  ),
  mail(
    'delivery status of nonsense',
    ['Content-Type: multipart/report; report-type=delivery-status; boundary=b'],
    lines('--b', 'Content-Type: message/delivery-status', '', 'nothing: here', '', '', 'Status', '--b--'),
  ),
  mail(
    'disposition notification',
    ['Content-Type: multipart/report; report-type=disposition-notification; boundary=b'],
    lines(
      '--b',
      'Content-Type: text/plain',
      '',
      'It was read',
      '--b',
      'Content-Type: message/disposition-notification',
      '',
      'Final-Recipient: rfc822; jane@example.org',
      'Disposition: manual-action/MDN-sent-manually; displayed',
      '--b--',
    ),
  ),
  mail(
    'feedback report',
    ['Content-Type: multipart/report; report-type=feedback-report; boundary=b'],
    lines(
      '--b',
      'Content-Type: text/plain',
      '',
      'A complaint',
      '--b',
      'Content-Type: message/feedback-report',
      '',
      'Feedback-Type: abuse',
      'User-Agent: Torture/1',
      'Version: 1',
      '--b--',
    ),
  ),
  mail(
    'flowed text',
    ['Content-Type: text/plain; format=flowed; delsp=yes'],
    lines('> > quoted ', '> > on ', '> once', 'flowed ', 'on', '-- ', 'signature'),
  ),
  mail(
    'enriched text',
    ['Content-Type: text/enriched'],
    lines('<bold>Hello</bold> <color><param>red</param>world</color>'),
  ),
  mail('rtf as body', ['Content-Type: text/rtf'], String.raw`{\rtf1\ansi Hello}`),
];
