import { expect, test } from 'vitest';
import {
  envelopeRecipients,
  envelopeRemarks,
  recipientRemark,
} from '../../../../renderer/src/features/message/envelope-facts.ts';

type Addressed = Parameters<typeof envelopeRemarks>[0];

const mailbox = (address: string, name = ''): { address: string; name: string } => ({ address, name });

/** A letter by which nothing is odd, but for the changes. */
function letter(changes: Partial<Addressed> = {}): Addressed {
  return {
    envelope: { mailFrom: 'shop@example.com', rcptTo: ['jane@example.com'] },
    from: mailbox('shop@example.com', 'Shop'),
    to: [mailbox('Jane@Example.com')],
    cc: [],
    bcc: [],
    replyTo: [],
    headers: [],
    ...changes,
  };
}

test('says nothing where envelope and headers agree, whatever the case', () => {
  expect(envelopeRemarks(letter())).toEqual([]);
  expect(envelopeRecipients(letter())).toEqual([{ address: 'jane@example.com', inEnvelope: 1, field: 'To' }]);
});

test('knows who was Bcc, who got nothing, and who was named twice', () => {
  const odd = letter({
    envelope: {
      mailFrom: 'shop@example.com',
      rcptTo: ['hidden@example.com', 'jane@example.com', 'jane@example.com', 'seen@example.com'],
    },
    cc: [mailbox('left-out@example.com')],
    bcc: [mailbox('seen@example.com')],
  });
  expect(envelopeRecipients(odd).map((one) => [one.address, one.field, recipientRemark(one)])).toEqual([
    ['hidden@example.com', null, 'a blind copy: no header names it'],
    ['jane@example.com', 'To', 'named 2 times in the envelope'],
    ['seen@example.com', 'Bcc', 'a blind copy that everybody can see: the Bcc header was sent along'],
    ['left-out@example.com', 'Cc', 'named in the header, and got nothing'],
  ]);
  expect(envelopeRemarks(odd)).toEqual([
    'The Bcc header was sent along: whoever gets the mail can read it.',
    '1 recipient is in the envelope only: Bcc.',
    '1 address stands in a header and got nothing: the envelope does not name it.',
  ]);
});

test.each<[string, Partial<Addressed>, RegExp]>([
  [
    'an empty MAIL FROM',
    { envelope: { mailFrom: null, rcptTo: ['jane@example.com'] } },
    /MAIL FROM is empty/,
  ],
  ['no author', { from: null }, /No From header/],
  [
    'bounces to another address of the domain',
    { envelope: { mailFrom: 'bounce@example.com', rcptTo: ['jane@example.com'] } },
    /bounce@example\.com, not to From; both are of one domain/,
  ],
  [
    'bounces to another domain',
    { envelope: { mailFrom: 'b@bounces.example.net', rcptTo: ['jane@example.com'] } },
    /SPF is checked for bounces\.example\.net/,
  ],
  [
    'a Sender',
    { headers: [{ name: 'Sender', value: 'List <list@example.org>' }] },
    /Sender is list@example\.org.*on behalf of shop@example\.com/,
  ],
  ['a name that poses as an address', { from: mailbox('shop@example.com', 'ceo@example.org') }, /a trick/],
  [
    'answers to another domain',
    { replyTo: [mailbox('help@example.org')] },
    /another domain than From’s: help@/,
  ],
  ['a Reply-To that is not needed', { replyTo: [mailbox('SHOP@example.com')] }, /not needed/],
])('remarks %s', (_, changes, remark) => {
  expect(envelopeRemarks(letter(changes))).toEqual([expect.stringMatching(remark)]);
});
