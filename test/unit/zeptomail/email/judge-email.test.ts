import { describe, expect, test } from 'vitest';
import { judgeEmail } from '../../../../electron/zeptomail/email/judge-email.ts';
import { agentConfig } from '../../../support/agent-configs.ts';

const relaxed = agentConfig();
const strict = agentConfig({ mode: 'strict', domains: ['shop.test', 'bücher.example'] });

const good = {
  from: { address: 'orders@shop.test', name: 'Shop' },
  to: [{ email_address: { address: 'jane@customer.test', name: 'Jane' } }],
  subject: 'Your order',
  htmlbody: '<b>Thanks</b>',
};
const file = { content: 'aGVsbG8=', mime_type: 'application/pdf', name: 'invoice.pdf' };
const image = { content: 'aGVsbG8=', mime_type: 'image/png', cid: 'logo' };

function recipients(count: number, name = ''): unknown[] {
  return Array.from({ length: count }, (_, i) => ({
    email_address: { address: `p${i}@customer.test`, name },
  }));
}

function found(body: unknown, agent = strict) {
  return judgeEmail(body, agent).verdicts.map(({ status, code, subCode, target }) =>
    [status, code, subCode, target].filter((value) => value !== undefined).join(' '),
  );
}

test.each([
  ['the smallest mail', {}],
  ['empty cc, bcc, reply_to', { cc: [], bcc: [], reply_to: [] }],
  ['null for optional fields', { cc: null, reply_to: null, textbody: null, attachments: null }],
  ['bcc alone', { to: undefined, bcc: recipients(1) }],
  ['500 recipients', { to: recipients(500) }],
  ['a sender domain in other letters', { from: { address: 'a@SHOP.test' } }],
  ['a sender domain in punycode', { from: { address: 'a@xn--bcher-kva.example' } }],
  ['a bounce address below the domain', { bounce_address: 'bounce@bounce.shop.test' }],
  ['an attachment and an image', { attachments: [file], inline_images: [image] }],
  ['a media type that does not exist', { attachments: [{ ...file, mime_type: 'plain/text' }] }],
  ['a media type with parameters', { attachments: [{ ...file, mime_type: 'text/csv; charset=utf-8' }] }],
  ['base64 in lines', { attachments: [{ ...file, content: 'aGVs\r\nbG8=\r\n' }] }],
  ['unknown keys further down', { inline_images: [{ ...image, name: 'logo.png', size: 3 }] }],
  [
    'every other field',
    {
      textbody: 'Thanks',
      track_clicks: true,
      track_opens: false,
      client_reference: 'order-1',
      mime_headers: { 'X-Test': 'test', 'List-Unsubscribe': '<https://shop.test/u>' },
      merge_info: {},
    },
  ],
])('a strict agent finds nothing wrong with %s', (_, changes) => {
  expect(found({ ...good, ...changes })).toEqual([]);
});

describe('each fault gets production’s status, code, sub-code and target', () => {
  test.each<[string, unknown, string[]]>([
    ['no JSON', undefined, ['400 TM_3301 SM_101']],
    ['a JSON list', [], ['400 TM_3301 SM_101']],
    ['JSON null', null, ['400 TM_3301 SM_101']],
    ['an unknown key', { ...good, headers: {} }, ['400 TM_3301 GE_121 [headers]']],
    [
      'a prototype key',
      JSON.parse('{"__proto__":1}'),
      [
        '400 TM_3301 GE_121 [__proto__]',
        '400 TM_3201 GE_102 from',
        '400 TM_3201 GE_102 to',
        '400 TM_3201 GE_102 subject',
        '400 TM_3201 GE_102 htmlbody',
      ],
    ],
    [
      'a number as subject',
      { ...good, subject: 5 },
      ['400 TM_3301 SM_101 subject', '400 TM_3201 GE_102 subject'],
    ],
    ['an object as text', { ...good, textbody: {} }, ['400 TM_3301 SM_101 textbody']],
    ['no sender', { ...good, from: undefined }, ['400 TM_3201 GE_102 from']],
    ['an empty sender address', { ...good, from: { address: '' } }, ['400 TM_3201 GE_102 from']],
    ['no recipient', { ...good, to: [] }, ['400 TM_3201 GE_102 to']],
    ['an empty subject', { ...good, subject: ' ' }, ['400 TM_3201 GE_102 subject']],
    ['no body', { ...good, htmlbody: '' }, ['400 TM_3201 GE_102 htmlbody']],
    ['a bad sender', { ...good, from: { address: 'shop.test' } }, ['401 TM_4001 SM_113 from']],
    ['a bad recipient', { ...good, to: [{ email_address: { address: 'jane' } }] }, ['401 TM_4001 SM_113 to']],
    [
      'a recipient without email_address',
      { ...good, to: [{ address: 'jane@customer.test' }] },
      ['401 TM_4001 SM_113 to'],
    ],
    ['a bad cc', { ...good, cc: [{ email_address: { address: 'a b@c.test' } }] }, ['401 TM_4001 SM_113 cc']],
    ['a bad bcc', { ...good, bcc: ['jane@customer.test'] }, ['401 TM_4001 SM_113 bcc']],
    ['a bad reply_to', { ...good, reply_to: [{ address: 'x@' }] }, ['401 TM_4001 SM_113 reply_to']],
    [
      'a foreign bounce address',
      { ...good, bounce_address: 'b@else.test' },
      ['401 TM_4001 SM_113 bounce_address'],
    ],
    ['a foreign sender domain', { ...good, from: { address: 'a@else.test' } }, ['401 TM_4001 SM_111 from']],
    [
      'a domain that only ends alike',
      { ...good, from: { address: 'a@myshop.test' } },
      ['401 TM_4001 SM_111 from'],
    ],
    [
      '501 recipients in all',
      { ...good, to: recipients(400), cc: recipients(501).slice(400) },
      ['400 TM_8001 SM_127 to'],
    ],
    [
      '501 reply addresses',
      {
        ...good,
        reply_to: recipients(501).map((entry) => (entry as { email_address: unknown }).email_address),
      },
      ['400 TM_8001 SM_127 reply_to'],
    ],
    [
      '61 attachments',
      { ...good, attachments: Array.from({ length: 61 }, () => file) },
      ['400 TM_8001 SM_127 attachments'],
    ],
    ['a name of 251 characters', { ...good, to: recipients(1, 'n'.repeat(251)) }, ['400 TM_8001 SM_129 to']],
    ['a subject of 501 characters', { ...good, subject: 's'.repeat(501) }, ['400 TM_8001 SM_129 subject']],
    [
      'a file name of 151 characters',
      { ...good, attachments: [{ ...file, name: 'f'.repeat(151) }] },
      ['400 TM_8001 SM_129 attachments[0].name'],
    ],
    [
      'a media type that is none',
      { ...good, attachments: [{ ...file, mime_type: 'pdf' }] },
      ['400 TM_3301 SM_120 attachments[0].mime_type'],
    ],
    [
      'a file of the file cache',
      { ...good, attachments: [{ file_cache_key: 'ea36f19a.1.h1.2.3' }] },
      ['422 TM_3501 UE_106 attachments[0].file_cache_key'],
    ],
    [
      'a blocked file type',
      { ...good, attachments: [{ ...file, name: 'setup.EXE' }] },
      ['422 TM_3501 attachments[0].name'],
    ],
    [
      'an attachment without content',
      { ...good, attachments: [{ name: 'a.pdf', mime_type: 'application/pdf' }] },
      ['400 TM_3201 GE_102 attachments[0].content'],
    ],
    [
      'content that is not base64',
      { ...good, attachments: [{ ...file, content: 'hello world' }] },
      ['400 TM_3301 SM_101 attachments[0].content'],
    ],
    [
      'content as a data: URL',
      { ...good, attachments: [{ ...file, content: 'data:image/png;base64,aGVsbG8=' }] },
      ['400 TM_3301 SM_101 attachments[0].content'],
    ],
    [
      'an image without cid',
      { ...good, inline_images: [{ ...image, cid: '' }] },
      ['400 TM_3201 GE_102 inline_images[0].cid'],
    ],
    [
      'a header name with a blank',
      { ...good, mime_headers: { 'X Test': 'a' } },
      ['400 TM_3301 SM_101 mime_headers'],
    ],
    [
      'a header that the fields decide',
      { ...good, mime_headers: { Bcc: 'x@y.test' } },
      ['400 TM_3301 SM_101 mime_headers'],
    ],
    [
      'a line break in a header',
      { ...good, mime_headers: { 'X-A': 'a\r\nBcc: x@y.test' } },
      ['400 TM_3301 SM_101 mime_headers'],
    ],
  ])('%s', (_, body, expected) => {
    expect(found(body)).toEqual(expected);
  });

  test('a file over 15 MB, in a mail over 15 MB', () => {
    const content = Buffer.alloc(15 * 1024 * 1024 + 1).toString('base64');
    expect(found({ ...good, attachments: [{ ...file, content }] })).toEqual([
      '400 TM_8001 SM_129 attachments[0]',
      '400 TM_8001 SM_129',
    ]);
  });
});

test('a relaxed agent without domains does not judge the sender’s domain, a strict one refuses every sender', () => {
  expect(found(good, relaxed)).toEqual([]);
  expect(found(good, agentConfig({ mode: 'strict' }))).toEqual(['401 TM_4001 SM_111 from']);
});

describe('what no mail can be made of is fatal', () => {
  test.each([
    ['no JSON', undefined, true],
    ['no sender', { ...good, from: {} }, true],
    ['a bad sender', { ...good, from: { address: 'x' } }, true],
    ['no recipient', { ...good, to: 'jane@customer.test' }, true],
    ['only bad recipients', { ...good, to: [{ email_address: { address: 'x' } }] }, true],
    ['more than the agent takes', { ...good, htmlbody: 'x'.repeat(2000) }, true],
    ['one bad recipient among good ones', { ...good, cc: [{ email_address: { address: 'x' } }] }, false],
    ['no subject', { ...good, subject: '' }, false],
    ['an unknown key', { ...good, headers: {} }, false],
    ['a foreign domain', { ...good, from: { address: 'a@else.test' } }, false],
  ])('%s: %#', (_, body, isFatal) => {
    const judgement = judgeEmail(body, agentConfig({ domains: ['shop.test'], maxMessageBytes: 1024 }));
    expect(judgement.email === undefined).toBe(isFatal);
  });
});

test('an unknown key that people mistake for another is told its right name', () => {
  const [verdict] = judgeEmail({ ...good, headers: {} }, strict).verdicts;
  expect(verdict?.explanation).toContain('mime_headers');
});

test('a request that is wrong in thousands of places has no thousands of verdicts', () => {
  const to = Array.from({ length: 10_000 }, () => ({ email_address: { address: 'x' } }));
  expect(judgeEmail({ ...good, to }, strict).verdicts.length).toBeLessThanOrEqual(50);
});
