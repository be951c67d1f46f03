import { ago, type DemoMail } from '../demo-mail.ts';
import { button, facts, heading, link, paragraph, quiet, sheet, subheading } from '../look.ts';
import { northernLights } from '../pictures.ts';
import { accounts, people } from '../senders.ts';

const { look, from } = accounts;
const lights = northernLights();
const base = { agent: 'accounts', door: 'api', from, pictures: [accounts.mark] } as const;

export const accountMails: readonly DemoMail[] = [
  {
    ...base,
    minutesAgo: 14,
    to: [people.tomasz],
    subject: 'Reset your password',
    html: sheet({
      look,
      preheader: 'Somebody asked for a new password.',
      body: `${heading('Reset your password')}${paragraph('Somebody, hopefully you, asked for a new password for <strong>tomasz@example.com</strong>.')}${button(look, 'Choose a new password', 'https://northlight.example/reset?token=f3ab77c09d5e41b2')}${quiet('If it was not you, do nothing: your password stays as it is. The link works for 30 minutes.')}`,
    }),
    text: 'Reset your password\n\nChoose a new password: https://northlight.example/reset?token=f3ab77c09d5e41b2\n\nIf it was not you, do nothing.\n',
  },
  {
    ...base,
    minutesAgo: ago(0, 0, 33),
    to: [people.rafael],
    subject: 'Welcome to Northlight: confirm your address',
    pictures: [accounts.mark, lights],
    html: sheet({
      look,
      preheader: 'Three small steps and your workspace is ready.',
      hero: { id: 'lights', alt: 'Northern lights over hills' },
      body: `${heading('Welcome, Rafael')}${paragraph('Your workspace <strong>souza-estúdio</strong> is ready. Confirm this address, and you can invite your team.')}${button(look, 'Confirm rafael@example.com', 'https://northlight.example/verify?token=9c1f2e77')}${subheading('Then')}<ol style="margin:0;padding-left:20px"><li style="margin:0 0 6px">Invite whoever you work with</li><li style="margin:0 0 6px">Import your calendar</li><li>Draw the first board</li></ol>`,
    }),
    text: 'Welcome, Rafael\n\nConfirm your address: https://northlight.example/verify?token=9c1f2e77\n',
  },
  {
    ...base,
    minutesAgo: ago(0, 3, 5),
    to: [people.haruka],
    subject: 'Your sign-in link',
    html: sheet({
      look,
      preheader: 'One click, no password.',
      body: `${heading('Sign in to Northlight')}${paragraph('This link signs you in on this device. It works once, for fifteen minutes.')}${button(look, 'Sign in', 'https://northlight.example/magic?token=7b20e9c1a44f')}${quiet(`Or copy it: https://northlight.example/magic?token=7b20e9c1a44f`)}`,
    }),
    text: 'Sign in: https://northlight.example/magic?token=7b20e9c1a44f\n',
  },
  {
    ...base,
    minutesAgo: ago(0, 6, 20),
    to: [people.ada],
    cc: [people.jane],
    subject: 'Jane Okafor invites you to “okafor-studio”',
    html: sheet({
      look,
      preheader: 'Join 4 others on the board.',
      body: `${heading('Jane wants you on board')}${paragraph('<strong>Jane Okafor</strong> (jane@example.com) invites you to the workspace <strong>okafor-studio</strong> as an editor.')}${button(look, 'Accept the invitation', 'https://northlight.example/invite/ok-4471?token=aa81')}${quiet('The invitation is for ada@example.org and expires in seven days.')}`,
    }),
    text: 'Jane Okafor invites you to “okafor-studio”.\n\nAccept: https://northlight.example/invite/ok-4471?token=aa81\n',
  },
  {
    ...base,
    minutesAgo: ago(0, 8, 42),
    read: true,
    to: [people.jane],
    subject: 'New sign-in from Firefox on Linux',
    html: sheet({
      look,
      preheader: 'Was it you?',
      body: `${heading('Was it you?')}${paragraph('Your account was used from a device that we have not seen before.')}${facts(
        [
          ['Device', 'Firefox 145 on Linux'],
          ['Place', 'Leith, Scotland (by address)'],
          ['Address', '192.0.2.44'],
        ],
      )}${paragraph(`It was? Then there is nothing to do. If not, ${link(look, 'secure your account', 'https://northlight.example/secure')} now.`)}`,
    }),
    text: 'Your account was used from Firefox 145 on Linux, 192.0.2.44.\nNot you? https://northlight.example/secure\n',
  },
  {
    ...base,
    minutesAgo: ago(0, 20),
    read: true,
    // The domain lacks a letter, and production would refuse it: the message says so.
    from: { name: 'Northlight', address: 'no-reply@nortlight.example' },
    to: [people.dmitri],
    subject: 'Your export is ready',
    html: sheet({
      look,
      preheader: '214 boards in one archive.',
      body: `${heading('Your export is ready')}${paragraph('All 214 boards are in one archive of 88 MB. The link works for three days.')}${button(look, 'Download the archive', 'https://northlight.example/export/e-2093')}`,
    }),
    text: 'Your export is ready: https://northlight.example/export/e-2093\n',
  },
  {
    ...base,
    minutesAgo: ago(1, 6),
    read: true,
    to: [people.minjun],
    subject: 'Two-step sign-in is on',
    html: sheet({
      look,
      preheader: 'Keep your recovery codes.',
      body: `${heading('Two-step sign-in is on')}${paragraph('From now on a code from your authenticator is asked for as well. Ten recovery codes are in your settings: print them, and keep them where your passport is.')}${button(look, 'Show the recovery codes', 'https://northlight.example/settings/recovery')}`,
    }),
    text: 'Two-step sign-in is on. Recovery codes: https://northlight.example/settings/recovery\n',
  },
  {
    ...base,
    minutesAgo: ago(2, 4),
    to: [{ name: 'Lena Vogt', address: 'usernotfound+lena@example.com' }],
    subject: 'Your workspace will be deleted in 7 days',
    html: sheet({
      look,
      preheader: 'Nobody has been there for a year.',
      body: `${heading('A workspace falls asleep')}${paragraph('Nobody has opened <strong>vogt-plans</strong> for a year. It is deleted in seven days, unless you open it once.')}${button(look, 'Keep it', 'https://northlight.example/w/vogt-plans/keep')}`,
    }),
    text: 'vogt-plans is deleted in seven days. Keep it: https://northlight.example/w/vogt-plans/keep\n',
  },
];
