import { array, assert, constantFrom, property } from 'fast-check';
import { expect, test } from 'vitest';
import type { MessagePart } from '#shared/message.ts';
import { prepareHtml } from '../../../electron/control/mail-view/prepare-html.ts';

const base = '<base target="_blank">';

function part(n: number, contentId: string | null): MessagePart {
  return { n, contentId, filename: null, contentType: 'image/png', size: 1, inline: true };
}

const parts = [
  part(0, '<logo@example.com>'),
  part(1, 'Photo.JPG@X'),
  part(2, 'a b+c%d@x'),
  part(3, '.*(['),
  part(4, null),
];

/** What becomes of a fragment, without the base element in front. */
function prepared(html: string): string {
  const result = prepareHtml(html, parts);
  expect(result.startsWith(base)).toBe(true);
  return result.slice(base.length);
}

test.each([
  ['<img src="cid:logo@example.com">', '<img src="./parts/0">'],
  ["<IMG SRC='CID:logo@example.com'>", '<IMG src="./parts/0">'],
  ['<img src=cid:logo@example.com alt=x>', '<img src="./parts/0" alt=x>'],
  ['<img src=" cid:logo@example.com ">', '<img src="./parts/0">'],
  ['<img src="cid:photo.jpg@x">', '<img src="./parts/1">'],
  ['<img src="cid:logo%40example.com">', '<img src="./parts/0">'],
  ['<img src="&#99;id:logo&#64;example.com">', '<img src="./parts/0">'],
  ['<img src="cid:a%20b+c%25d@x">', '<img src="./parts/2">'],
  ['<img src="cid:.*([">', '<img src="./parts/3">'],
  ['<td background="cid:logo@example.com">', '<td background="./parts/0">'],
  ['<video poster="cid:logo@example.com">', '<video poster="./parts/0">'],
  ['<image xlink:href="cid:logo@example.com"/>', '<image xlink:href="./parts/0"/>'],
  [
    '<img srcset="cid:logo@example.com 1x, cid:photo.jpg@x 2x,https://e.example/a.png 3x">',
    '<img srcset="./parts/0 1x, ./parts/1 2x,https://e.example/a.png 3x">',
  ],
  [
    '<td style="background: url(cid:logo@example.com) no-repeat">',
    '<td style="background: url(./parts/0) no-repeat">',
  ],
  [
    `<td style='background:URL( "cid:logo@example.com" )'>`,
    '<td style="background:URL( &quot;./parts/0&quot; )">',
  ],
  ['<rect fill="url(cid:logo@example.com)">', '<rect fill="url(./parts/0)">'],
  [
    '<style>a{background:url(cid:logo@example.com)}b{background:image-set("cid:photo.jpg@x" 1x)}</style>',
    '<style>a{background:url(./parts/0)}b{background:image-set("./parts/1" 1x)}</style>',
  ],
])('a reference to a part leads there: %s', (html, expected) => {
  expect(prepared(html)).toBe(expected);
});

test.each([
  ['<iframe src="https://e.example/">', '<iframe src="about:blank">'],
  ['<frame SRC=//e.example/>', '<frame src="about:blank">'],
  [`<iframe srcdoc="<iframe src='https://e.example/'>">`, '<iframe srcdoc="">'],
])('a frame within the mail leads nowhere, so that no connection is opened for it: %s', (html, expected) => {
  expect(prepared(html)).toBe(expected);
});

test.each([
  '<img src="cid:unknown@example.com">',
  '<img src="cid:">',
  '<img src="https://example.com/?cid:logo@example.com">',
  '<p>cid:logo@example.com</p>',
  '<p title="see cid:logo@example.com">x</p>',
  '<!-- <img src="cid:logo@example.com"> -->',
  '<textarea><img src="cid:logo@example.com"></textarea>',
  '<script>"cid:logo@example.com"</script>',
  "<p data-x='a&quot;b'>a &amp; b &lt; c</p>",
  '<input disabled   value=1 / >',
  'text < text & more',
  '<',
  '',
])('everything else stays as it came: %s', (html) => {
  expect(prepared(html)).toBe(html);
});

test.each([
  ['<!doctype html><html><head><title>x</title>', `<!doctype html><html><head>${base}<title>x</title>`],
  ['<!DOCTYPE html>\n<html lang="en"><body>x', `<!DOCTYPE html>\n<html lang="en">${base}<body>x`],
  ['<!doctype html><p>x', `<!doctype html>${base}<p>x`],
  ['\n<!-- a --><!doctype html><!-- b --><html>', `\n<!-- a --><!doctype html><!-- b --><html>${base}`],
  ['<html><HEAD profile="a>b">x', `<html><HEAD profile="a>b">${base}x`],
  ['<head></head><p>x', `<head>${base}</head><p>x`],
  ['\uFEFF<p>x', `\uFEFF${base}<p>x`],
  ['x<head><!doctype html>', `${base}x<head><!doctype html>`],
  ['<p>x</p><html><head>', `${base}<p>x</p><html><head>`],
  ['<title><head></title>', `${base}<title><head></title>`],
])('links get their base without a change of the document’s mode: %s', (html, expected) => {
  expect(prepareHtml(html, parts)).toBe(expected);
});

test.each([
  ['<a href="https://e.example" target="_top">', '<a href="https://e.example" target="_blank">'],
  ['<a target=x rel="opener" href=y>', '<a target="_blank" rel="noopener" href=y>'],
  ['<base href="https://e.example" target="_self">', '<base href="https://e.example" target="_blank">'],
  ['<a href="#top">', '<a target="_self" href="#top">'],
  ['<a href="#top" target="_parent">', '<a target="_self" href="#top" target="_blank">'],
  ['<link rel="dns-prefetch" href="//t.example">', '<link rel="nofollow" href="//t.example">'],
  ['<meta name="Referrer" content="unsafe-url">', '<meta name="" content="unsafe-url">'],
  [
    '<img referrerpolicy="unsafe-url" src="//t.example">',
    '<img referrerpolicy="no-referrer" src="//t.example">',
  ],
  [
    '<meta http-equiv="Content-Security-Policy" content="img-src *">',
    '<meta http-equiv="" content="img-src *">',
  ],
  ["<link rel='Preconnect' href=//t.example>", '<link rel="nofollow" href=//t.example>'],
  ['<link rel="stylesheet prefetch" href=x>', '<link rel="nofollow" href=x>'],
  ['<link rel="stylesheet" href=x>', '<link rel="stylesheet" href=x>'],
  [
    '<meta http-equiv="refresh" content="0;url=https://t.example">',
    '<meta http-equiv="" content="0;url=https://t.example">',
  ],
  ['<meta http-equiv="X-DNS-Prefetch-Control" content="on">', '<meta http-equiv="" content="on">'],
  [
    '<meta http-equiv="Content-Type" content="text/html">',
    '<meta http-equiv="Content-Type" content="text/html">',
  ],
])('what would navigate or fetch ahead is turned: %s', (html, expected) => {
  expect(prepared(html)).toBe(expected);
});

test('whatever the markup, taking the base element out gives a document of our edits only', () => {
  const piece = constantFrom(
    '<', '>', '"', "'", '&', '=', '/', '!', '-', ' ', 'a', 'img', 'src', 'style', '<style>', '</style>',
    'cid:none', 'url(', '<!--', '-->', '<head>', '<!doctype html>', '\u0000', '😀', '&amp;', '<svg>', '<a href=#x',
  ); // prettier-ignore
  assert(
    property(array(piece, { maxLength: 60 }), (pieces) => {
      const html = pieces.join('');
      const result = prepareHtml(html, parts);
      expect(result.replaceAll(' target="_self"', '').replace(base, '')).toBe(html);
    }),
    { numRuns: 500 },
  );
});

test('four times the markup does not take much more than four times as long', () => {
  const repeated = (times: number): string =>
    '<td style="background:url(cid:logo@example.com)"><img srcset="cid:photo.jpg@x 1x"><b'.repeat(times);
  function duration(times: number): number {
    const html = repeated(times);
    const start = process.cpuUsage();
    prepareHtml(html, parts);
    return process.cpuUsage(start).user;
  }
  duration(2000);
  const ratios = Array.from({ length: 5 }, () => duration(16_000) / duration(4000));
  expect(Math.min(...ratios)).toBeLessThan(8);
});
