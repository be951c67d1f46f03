import { button, frame, heading, paragraph, type Look } from './layout.ts';

/** One mail of the demo mailbox: which agent it goes to and what an application would say to its mail library. */
export interface DemoMail {
  readonly agent: 'Storefront' | 'Accounts' | 'Newsletter';
  readonly from: { readonly name: string; readonly address: string };
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly mark: string;
  readonly attachment?: { readonly name: string; readonly type: string; readonly content: string };
}

const shop: Look = { brand: 'Linden & Loaf', accent: '#9a3412', ink: '#292524', ground: '#faf5ef' };
const accounts: Look = { brand: 'Northlight', accent: '#1d4ed8', ink: '#111827', ground: '#eef2f7' };
const letter: Look = { brand: 'The Quiet Compiler', accent: '#166534', ink: '#1c1917', ground: '#f1f5f0' };

const shopSender = { name: 'Linden & Loaf', address: 'orders@lindenandloaf.example' };
const accountsSender = { name: 'Northlight', address: 'no-reply@northlight.example' };
const letterSender = { name: 'The Quiet Compiler', address: 'hello@quietcompiler.example' };
const jane = { name: 'Jane Okafor', address: 'jane@example.com' };

const receiptRows = [
  ['Country sourdough, sliced', '2', '€11.80'],
  ['Cardamom buns, box of six', '1', '€14.50'],
  ['Cultured butter, 250 g', '1', '€5.20'],
  ['Delivery, Saturday 8–10', '', '€3.90'],
];

function receipt(): string {
  const rows = receiptRows
    .map(
      ([what, count, price]) =>
        `<tr><td style="padding:9px 0;border-bottom:1px solid #f0e9e1">${what}</td><td align="right" style="padding:9px 12px;border-bottom:1px solid #f0e9e1;color:#78716c">${count}</td><td align="right" style="padding:9px 0;border-bottom:1px solid #f0e9e1">${price}</td></tr>`,
    )
    .join('');
  return frame(
    shop,
    'Your bread is booked for Saturday.',
    `${heading('Thank you, Jane')}${paragraph('Your order <strong>LL-20418</strong> is booked for Saturday morning. We bake at four and are at your door between eight and ten.')}
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="font-size:14px;margin:8px 0 4px">${rows}
<tr><td style="padding:12px 0;font-weight:700">Total</td><td></td><td align="right" style="padding:12px 0;font-weight:700">€35.40</td></tr></table>
${button(shop, 'Follow your order', 'https://lindenandloaf.example/orders/LL-20418')}`,
    'Linden & Loaf, Bäckerstraße 9, 10115 Berlin. Prices include 7 % VAT. The invoice is attached.',
  );
}

export const demoMails: readonly DemoMail[] = [
  {
    agent: 'Newsletter',
    from: letterSender,
    to: { name: 'Ada Mbeki', address: 'ada@example.org' },
    subject: 'Issue 41: the cache that remembered too much',
    html: frame(
      letter,
      'A stale value, a full moon, and forty lines of Rust.',
      `${heading('The cache that remembered too much')}${paragraph('A payment page showed yesterday’s prices to one customer in nine thousand. This week: how three engineers found the one key that had no tenant in it.')}${paragraph('Also inside: why your linter is slow, a love letter to <code>EXPLAIN QUERY PLAN</code>, and the reading list.')}${button(letter, 'Read issue 41', 'https://quietcompiler.example/41')}<img src="https://quietcompiler.example/open.gif" width="1" height="1" alt="">`,
      'You get this because you subscribed. <a href="https://quietcompiler.example/u/4fd1" style="color:#166534">Unsubscribe</a>',
    ),
    text: 'The cache that remembered too much\n\nRead issue 41: https://quietcompiler.example/41\n',
    mark: letter.accent,
  },
  {
    agent: 'Newsletter',
    from: letterSender,
    to: { name: 'יעל לוי', address: 'yael@example.org' },
    subject: 'גיליון 41: המטמון שזכר יותר מדי',
    html: frame(
      letter,
      'ערך ישן, ירח מלא וארבעים שורות קוד.',
      `<div dir="rtl">${heading('המטמון שזכר יותר מדי')}${paragraph('דף תשלום הציג ללקוח אחד מתוך תשעת אלפים את מחירי אתמול. השבוע: איך נמצא המפתח היחיד שחסר בו מזהה הדייר.')}</div>`,
      'להסרה מרשימת התפוצה',
    ),
    text: 'המטמון שזכר יותר מדי\n',
    mark: letter.accent,
  },
  {
    agent: 'Accounts',
    from: accountsSender,
    to: jane,
    subject: 'Welcome to Northlight',
    html: frame(
      accounts,
      'Three small steps and your workspace is ready.',
      `${heading('Welcome, Jane')}${paragraph('Your workspace <strong>okafor-studio</strong> is ready. Confirm this address and you can invite your team.')}${button(accounts, 'Confirm jane@example.com', 'https://northlight.example/confirm?t=9c1f2e')}${paragraph('The link works for 24 hours.')}`,
      'Northlight Ltd, 2 Harbour Row, Leith',
    ),
    text: 'Welcome, Jane\n\nConfirm your address: https://northlight.example/confirm?t=9c1f2e\n',
    mark: accounts.accent,
  },
  {
    agent: 'Storefront',
    from: shopSender,
    to: jane,
    subject: 'Your order LL-20418: see you on Saturday',
    html: receipt(),
    text: `Thank you, Jane\n\n${receiptRows.map((row) => row.join('  ')).join('\n')}\nTotal €35.40\n`,
    mark: shop.accent,
    attachment: {
      name: 'invoice-LL-20418.csv',
      type: 'text/csv',
      content: `item,count,price\n${receiptRows.map((row) => row.join(',')).join('\n')}\n`,
    },
  },
  {
    agent: 'Accounts',
    from: accountsSender,
    to: { name: 'Tomasz Zieliński', address: 'tomasz@example.com' },
    subject: 'Reset your password',
    html: frame(
      accounts,
      'Somebody asked for a new password.',
      `${heading('Reset your password')}${paragraph('Somebody, hopefully you, asked for a new password for <strong>tomasz@example.com</strong>.')}${button(accounts, 'Choose a new password', 'https://northlight.example/reset?t=f3ab77')}${paragraph('If it was not you, do nothing: your password stays as it is. The link works for 30 minutes.')}`,
      'Northlight Ltd, 2 Harbour Row, Leith',
    ),
    text: 'Reset your password: https://northlight.example/reset?t=f3ab77\n',
    mark: accounts.accent,
  },
  {
    agent: 'Accounts',
    from: accountsSender,
    to: jane,
    subject: '418 206 is your sign-in code',
    html: frame(
      accounts,
      'Your code is 418 206.',
      `${heading('Your sign-in code')}<p style="font-size:34px;letter-spacing:6px;font-weight:700;margin:8px 0 20px;font-family:ui-monospace,Menlo,Consolas,monospace">418 206</p>${paragraph('It works once, for ten minutes. Never tell it to anybody, also not to us.')}`,
      'Northlight Ltd, 2 Harbour Row, Leith',
    ),
    text: 'Your sign-in code: 418 206\n\nIt works once, for ten minutes.\n',
    mark: accounts.accent,
  },
];
