import type { Person } from './demo-mail.ts';
import type { Look } from './look.ts';
import { mark } from './pictures.ts';

/** The four applications whose mail the demo holds, and the people who get it. All names are made up (RFC 2606). */
export const shop = {
  look: {
    brand: 'Linden &amp; Loaf',
    accent: '#9a3412',
    accentInDark: '#fdba74',
    ink: '#292524',
    ground: '#faf5ef',
    footer: 'Linden &amp; Loaf, Bäckerstraße 9, 10115 Berlin. Prices include 7 % VAT.',
  } satisfies Look,
  from: { name: 'Linden & Loaf', address: 'orders@lindenandloaf.example' },
  mark: mark('#9a3412', 'loaf'),
} as const;

export const accounts = {
  look: {
    brand: 'Northlight',
    accent: '#1d4ed8',
    accentInDark: '#93b4ff',
    ink: '#111827',
    ground: '#eef2f7',
    footer: 'Northlight Ltd, 2 Harbour Row, Leith. You get this because of your account.',
  } satisfies Look,
  from: { name: 'Northlight', address: 'no-reply@northlight.example' },
  mark: mark('#1d4ed8', 'star'),
} as const;

export const letters = {
  look: {
    brand: 'The Quiet Compiler',
    accent: '#166534',
    accentInDark: '#86efac',
    ink: '#1c1917',
    ground: '#f1f5f0',
    footer:
      'You get this because you subscribed. <a href="https://quietcompiler.example/unsubscribe/4fd1" style="color:#6b7280">Unsubscribe</a>',
  } satisfies Look,
  from: { name: 'The Quiet Compiler', address: 'hello@quietcompiler.example' },
  mark: mark('#166534', 'page'),
} as const;

export const operations = {
  look: {
    brand: 'Harbour Ops',
    accent: '#0f766e',
    accentInDark: '#5eead4',
    ink: '#0f172a',
    ground: '#eef5f4',
    footer: 'Sent by harbour-alerts from eu-west. Silence this rule at https://ops.harbour.example/rules',
  } satisfies Look,
  from: { name: 'Harbour Ops', address: 'alerts@harbour.example' },
  mark: mark('#0f766e', 'anchor'),
} as const;

export const people = {
  jane: { name: 'Jane Okafor', address: 'jane@example.com' },
  tomasz: { name: 'Tomasz Zieliński', address: 'tomasz@example.com' },
  ada: { name: 'Ada Mbeki', address: 'ada@example.org' },
  yael: { name: 'יעל לוי', address: 'yael@example.org' },
  omar: { name: 'عمر حداد', address: 'omar@example.org' },
  haruka: { name: '佐藤 遥', address: 'haruka@example.net' },
  wei: { name: '陈伟', address: 'wei@example.net' },
  minjun: { name: '김민준', address: 'minjun@example.net' },
  lucia: { name: 'Lucía Ferrer', address: 'lucia@example.com' },
  camille: { name: 'Camille Roux', address: 'camille@example.com' },
  anna: { name: 'Anna Lindqvist', address: 'anna@example.org' },
  dmitri: { name: 'Дмитрий Орлов', address: 'dmitri@example.org' },
  priya: { name: 'प्रिया शर्मा', address: 'priya@example.org' },
  elif: { name: 'Elif Yıldız', address: 'elif@example.com' },
  rafael: { name: 'Rafael Souza', address: 'rafael@example.com' },
  onCall: { name: 'On call', address: 'on-call@harbour.example' },
  platform: { name: 'Platform team', address: 'platform@harbour.example' },
} as const satisfies Readonly<Record<string, Person>>;
