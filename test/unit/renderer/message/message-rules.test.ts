import { describe, expect, it } from 'vitest';
import { boundedBytes } from '../../../../renderer/src/features/message/bounded-bytes.ts';
import { byteWords } from '../../../../renderer/src/features/message/byte-words.ts';
import { decodeText, wholeLines } from '../../../../renderer/src/features/message/decode-text.ts';
import { filterHeaders } from '../../../../renderer/src/features/message/filter-headers.ts';
import { hiddenRecipients } from '../../../../renderer/src/features/message/hidden-recipients.ts';
import { jsonPieces, prettyJson } from '../../../../renderer/src/features/message/pretty-json.ts';
import {
  isAwaited,
  messageTabs,
  shownTab,
  tabObstacles,
} from '../../../../renderer/src/features/message/tabs.ts';
import { textLinks } from '../../../../renderer/src/features/message/text-links.ts';
import { verdictTitle } from '../../../../renderer/src/features/message/verdict-title.ts';

function person(address: string): { address: string; name: string } {
  return { address, name: '' };
}

describe('blind copies', () => {
  it('are the recipients of the envelope that no header names', () => {
    const hidden = hiddenRecipients({
      envelope: {
        mailFrom: null,
        rcptTo: ['Ann@Example.com', 'bob@example.com', 'eve@example.com', 'eve@example.com'],
      },
      to: [person('ann@example.com')],
      cc: [person('bob@example.com')],
      bcc: [],
    });
    expect(hidden).toEqual(['eve@example.com']);
  });
});

describe('decoding', () => {
  it('reads UTF-8, and anything else as Windows-1252', () => {
    expect(decodeText(new TextEncoder().encode('Grüße €'))).toBe('Grüße €');
    expect(decodeText(new Uint8Array([0x47, 0xfc, 0x80]))).toBe('Gü€');
  });

  it('cuts at the last line end', () => {
    const encoder = new TextEncoder();
    expect(wholeLines(encoder.encode('ab\ncd'))).toEqual(encoder.encode('ab\n'));
    expect(wholeLines(encoder.encode('abcd'))).toEqual(encoder.encode('abcd'));
  });

  it('reads no more of an answer than asked, and says that there is more', async () => {
    const whole = await boundedBytes(new Response('12345'), 5);
    expect([whole.bytes.length, whole.cut]).toEqual([5, false]);
    const part = await boundedBytes(new Response('123456'), 5);
    expect([part.bytes.length, part.cut]).toEqual([5, true]);
  });
});

describe('tabs', () => {
  const textOnly = { index: 'done', hasHtml: false, text: 'hi', parts: [] } as const;

  it('say why they have nothing to show', () => {
    const obstacles = tabObstacles(textOnly);
    expect(obstacles.source).toBe('The message has no HTML part');
    expect(obstacles.attachments).toBe('The message has no attachments');
    expect(obstacles.preview).toBeNull();
  });

  it('fall back to the first that has something to show, and keep the chosen one otherwise', () => {
    expect(shownTab('source', tabObstacles(textOnly))).toBe('preview');
    expect(shownTab('headers', tabObstacles(textOnly))).toBe('headers');
  });

  it('of a message that could not be read lead to its raw text', () => {
    const unreadable = tabObstacles({ ...textOnly, index: 'failed', text: null });
    expect(shownTab('preview', unreadable)).toBe('raw');
  });

  it('stay where they are while the message is being read; raw text, structure, session and delivery need no reading', () => {
    const message = { ...textOnly, index: 'pending' } as const;
    expect(shownTab('source', tabObstacles(message))).toBe('source');
    expect(messageTabs.filter((tab) => !isAwaited(tab, message))).toEqual([
      'raw',
      'structure',
      'session',
      'delivery',
    ]);
  });
});

describe('JSON', () => {
  it('is indented when it is JSON and left alone when it is not', () => {
    expect(prettyJson('{"a":[1]}')).toBe('{\n  "a": [\n    1\n  ]\n}');
    expect(prettyJson('{"a":')).toBeNull();
  });

  it('is coloured without losing a character', () => {
    const text = prettyJson('{"a \\" b":[-1.5e3,true,null,"x: y"]}') ?? '';
    const pieces = jsonPieces(text);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.filter(({ kind }) => kind !== 'plain').map(({ kind, text: word }) => [kind, word])).toEqual(
      [
        ['key', '"a \\" b"'],
        ['literal', '-1500'],
        ['literal', 'true'],
        ['literal', 'null'],
        ['string', '"x: y"'],
      ],
    );
  });
});

describe('a verdict’s title', () => {
  it('names status, code and sub-code over the API, and the reply over SMTP', () => {
    expect(verdictTitle({ protocol: 'api', status: 401, code: 'TM_4001', subCode: 'SM_111' })).toBe(
      '401 TM_4001 / SM_111',
    );
    expect(verdictTitle({ protocol: 'smtp', status: 535, code: '535 Authentication Failed.' })).toBe(
      '535 Authentication Failed.',
    );
  });
});

describe('a size', () => {
  it.each([
    [1, '1 byte'],
    [1023, '1023 bytes'],
    [1024, '1.0 KB'],
    [10 * 1024 - 1, '10 KB'],
    [1024 * 1024 - 1, '1.0 MB'],
    [15 * 1024 * 1024, '15 MB'],
    [3 * 1024 ** 4, '3072 GB'],
  ])('of %d bytes is written %s', (bytes, words) => {
    expect(byteWords(bytes)).toBe(words);
  });
});

describe('the header filter', () => {
  const headers = [
    { name: 'Subject', value: 'Your code' },
    { name: 'X-Code', value: '1' },
  ];

  it('wants every word, in the name or the value, whatever the case', () => {
    expect(filterHeaders(headers, ' CODE ')).toHaveLength(2);
    expect(filterHeaders(headers, 'your subject')).toEqual([headers[0]]);
    expect(filterHeaders(headers, '')).toEqual(headers);
  });
});

describe('links in plain text', () => {
  it('end before the sentence’s own punctuation, and nothing is lost', () => {
    const text = 'See https://a.test/x?b=1. (Or http://b.test/c) https:// <https://d.test>';
    const pieces = textLinks(text);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.flatMap(({ href }) => (href === null ? [] : [href]))).toEqual([
      'https://a.test/x?b=1',
      'http://b.test/c',
      'https://d.test',
    ]);
  });

  it('are web and mail addresses, and nothing that could start a program or is no address', () => {
    const links = (line: string) => textLinks(line).flatMap(({ href }) => (href === null ? [] : [href]));
    expect(links('write to jane@example.com or see www.example.com/a')).toEqual([
      'mailto:jane@example.com',
      'http://www.example.com/a',
    ]);
    expect(links('javascript:alert(1) file:///etc/passwd ftp://a.test data:text/html,x //b.test')).toEqual(
      [],
    );
    expect(links('report.py example.com 1.2.3.4 node.js')).toEqual([]);
  });
});
