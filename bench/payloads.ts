import { randomBytes } from 'node:crypto';
import { variedMail } from './varied-mail.ts';

const crlf = '\r\n';

export type PayloadName = 'text-5k' | 'html-50k' | 'binary-1m' | 'varied';

/** A raw message of about the size that its name says; `serial` makes each one distinct. */
export function payload(name: PayloadName, serial: number): Buffer {
  switch (name) {
    case 'text-5k':
      return textMail(serial);
    case 'html-50k':
      return htmlMail(serial, 24 * 1024);
    case 'binary-1m':
      return htmlMail(serial, 720 * 1024);
    case 'varied':
      return variedMail(serial);
  }
}

function headerLines(serial: number, contentType: string): string[] {
  return [
    `From: "Zylker Accounts" <accounts@zylker.example>`,
    `To: "Person ${serial}" <person-${serial}@example.com>`,
    `Subject: Order ${100_000 + serial} is on its way`,
    `Message-ID: <bench-${serial}@zylker.example>`,
    `Date: Mon, 23 Nov 2026 10:00:00 +0000`,
    'MIME-Version: 1.0',
    `Content-Type: ${contentType}`,
  ];
}

const words =
  'parcel invoice account welcome reset confirm delivery courier window evening address balance statement review team order receipt thanks'.split(
    ' ',
  );

function sentence(seed: number): string {
  const parts: string[] = [];
  for (let index = 0; index < 11; index += 1) {
    parts.push(words[(seed * 7 + index * 5) % words.length] ?? '');
  }
  return `${parts.join(' ')}.`;
}

function textMail(serial: number): Buffer {
  const body: string[] = [];
  for (let length = 0, line = 0; length < 4_700; line += 1) {
    const text = sentence(serial + line);
    body.push(text);
    length += text.length + 2;
  }
  return Buffer.from([...headerLines(serial, 'text/plain; charset=utf-8'), '', ...body, ''].join(crlf));
}

function htmlMail(serial: number, imageBytes: number): Buffer {
  const rows: string[] = [];
  for (let row = 0; row < 90; row += 1) {
    rows.push(`<tr><td style="padding:8px;border-bottom:1px solid #eee">${sentence(serial + row)}</td></tr>`);
  }
  const html = `<!doctype html><html><head><style>body{font-family:Arial}</style></head><body><img src="cid:logo"><table>${rows.join(crlf)}</table></body></html>`;
  const image = randomBytes(imageBytes).toString('base64').replace(/.{76}/g, `$&${crlf}`);
  return Buffer.from(
    [
      ...headerLines(serial, 'multipart/related; boundary="outer"'),
      '',
      '--outer',
      'Content-Type: multipart/alternative; boundary="inner"',
      '',
      '--inner',
      'Content-Type: text/plain; charset=utf-8',
      '',
      sentence(serial),
      '--inner',
      'Content-Type: text/html; charset=utf-8',
      '',
      html,
      '--inner--',
      '--outer',
      'Content-Type: image/png',
      'Content-ID: <logo>',
      'Content-Transfer-Encoding: base64',
      '',
      image,
      '--outer--',
      '',
    ].join(crlf),
  );
}
