import { describe, expect, it } from 'vitest';
import { hasFolds, textBlocks } from '../../../../renderer/src/features/message/text-blocks.ts';
import type { TextBlock } from '../../../../renderer/src/features/message/text-blocks.ts';

/** The blocks in short: `text: a | quote[heading](…) | signature: b`. */
function outline(blocks: readonly TextBlock[]): string {
  return blocks
    .map((block) =>
      block.kind === 'quote'
        ? `quote[${block.heading ?? ''}](${outline(block.blocks)})`
        : `${block.kind}: ${block.lines.filter((line) => line !== '').join('/')}`,
    )
    .join(' | ');
}

describe('plain text', () => {
  it.each([
    ['Hello\nJane', 'text: Hello/Jane'],
    ['', ''],
    [
      'Yes.\n\nOn Mon, 3 Mar 2025, Jane <j@example.com> wrote:\n> Is it?\n> Really?',
      'text: Yes. | quote[On Mon, 3 Mar 2025, Jane <j@example.com> wrote:](text: Is it?/Really?)',
    ],
    [
      'Am 03.03.2025 um 10:15 schrieb Jane:\n\n> Na?',
      'quote[Am 03.03.2025 um 10:15 schrieb Jane:](text: Na?)',
    ],
    [
      'On Mon, 3 Mar 2025 at 10:15, somebody with a very\nlong name <j@example.com> wrote:\n> x',
      'quote[On Mon, 3 Mar 2025 at 10:15, somebody with a very long name <j@example.com> wrote:](text: x)',
    ],
    ['Three reasons:\n> one', 'text: Three reasons: | quote[](text: one)'],
    ['> a\n>> b\n> > c\n> d', 'quote[](text: a | quote[](text: b/c) | text: d)'],
    [
      'x\n-----Original Message-----\nFrom: a@b.c\n\nHello',
      'text: x | quote[-----Original Message-----](text: From: a@b.c/Hello)',
    ],
    ['Bye\n-- \nJane\nShop', 'text: Bye | signature: -- /Jane/Shop'],
    ['Bye\r\n--\r\nJane', 'text: Bye | signature: --/Jane'],
    ['a -- b\n--x', 'text: a -- b/--x'],
    ['> q\n>\n> r\nme', 'quote[](text: q/r) | text: me'],
  ])('%j', (text, expected) => {
    expect(outline(textBlocks(text))).toBe(expected);
  });

  it('folds quotes with a heading and long ones, and leaves short ones within an answer', () => {
    expect(hasFolds(textBlocks('a\n> b\nc'))).toBe(false);
    expect(hasFolds(textBlocks('a\n> b\n> c\n> d\n> e'))).toBe(true);
    expect(hasFolds(textBlocks('On 1.2.2025 a@b.c wrote:\n> b'))).toBe(true);
  });

  it('shows quotes as they stand where they are nested without end', () => {
    const text = `${'>'.repeat(10_000)} deep`;
    expect(JSON.stringify(textBlocks(text))).toContain('deep');
  });
});
