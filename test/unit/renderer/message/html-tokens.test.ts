import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { htmlTokens, tokenPieces } from '../../../../renderer/src/features/message/html-tokens.ts';

function coloured(source: string): string[] {
  return tokenPieces(source, htmlTokens(source), 0, source.length)
    .filter(({ kind }) => kind !== 'text')
    .map(({ kind, text }) => `${kind} ${text}`);
}

it('tells tags, attributes and values apart', () => {
  expect(coloured('<a href="x>y" hidden width=3>hi</a>')).toEqual([
    'tag <a',
    'attribute href',
    'value "x>y"',
    'attribute hidden',
    'attribute width',
    'value 3',
    'tag >',
    'tag </a',
    'tag >',
  ]);
});

it('takes comments and declarations as one piece', () => {
  expect(coloured('<!DOCTYPE html><!-- <b> -->')).toEqual([
    'comment <!DOCTYPE html>',
    'comment <!-- <b> -->',
  ]);
});

it('lets an unclosed comment reach to the end', () => {
  expect(coloured('a<!-- b')).toEqual(['comment <!-- b']);
});

it('loses nothing of any source, wherever a row is cut', () => {
  const source = fc
    .array(fc.constantFrom('<', '>', '"', "'", '=', 'a', '!', '--', ' ', '/', '\n'))
    .map((all) => all.join(''));
  fc.assert(
    fc.property(source, fc.nat(20), (html, cut) => {
      const tokens = htmlTokens(html);
      const at = Math.min(cut, html.length);
      const pieces = [...tokenPieces(html, tokens, 0, at), ...tokenPieces(html, tokens, at, html.length)];
      expect(pieces.map(({ text }) => text).join('')).toBe(html);
    }),
  );
});
