import { expect, test } from 'vitest';
import { factsOfHtml } from '../../../electron/road/reading/html-facts.ts';

test.each([
  ['blocks are words apart', '<p>one</p><p>two</p>', 'one two'],
  ['inline elements are not', 'wo<b>r</b>d', 'word'],
  ['cells are words apart', '<table><tr><td>1</td><td>2</td></tr></table>', '1 2'],
  ['entities are characters', 'a &amp; b&nbsp;c &#8364;', 'a & b c €'],
  ['comments are not seen', 'a<!-- <p>hidden</p> -->b', 'ab'],
  [
    'styles, scripts and titles are not seen',
    '<title>t</title><style>s</style><script>x</script>seen',
    'seen',
  ],
  ['invisible fillers are no text', 'Preheader\u034F\u200B \u200C \uFEFFBody', 'Preheader Body'],
  ['a tag that never ends', 'seen <b', 'seen'],
])('text: %s', (_, html, text) => {
  expect(factsOfHtml(html).text).toBe(text);
});

test.each([
  ['<img src="https://a.example/x">', 1],
  ['<img src="//a.example/x">', 1],
  ['<img src="https://a.example/x"><img src="https://a.example/x">', 1],
  ['<img src="cid:x"><img src="data:image/png;base64,AA"><img src="x.png">', 0],
  ['<a href="https://a.example/">link</a>', 0],
  ['<link rel="canonical" href="https://a.example/">', 0],
  ['<p style="background: url( \'https://a.example/x\' )">', 1],
  ["<style>@import url(https://a.example/x); @import 'https://a.example/y';</style>", 2],
  ['<style>/* url(https://a.example/x) */</style>', 0],
  ['<iframe src="https://a.example/x"></iframe><script src="https://a.example/y"></script>', 2],
  ['<p>url(https://a.example/x)</p>', 0],
])('counts what would load by itself in %s', (html, count) => {
  expect(factsOfHtml(html).remoteReferences.size).toBe(count);
});

test('knows the Content-IDs that are referred to, also percent-encoded ones', () => {
  const { contentIds } = factsOfHtml('<img src="cid:a@b"><div style="background:url(cid:c%40d)">');
  expect([...contentIds]).toEqual(['a@b', 'c@d']);
});

test('takes time by the size and not by the square of it on deeply nested markup', () => {
  const time = (depth: number): number => {
    const html = '<b>'.repeat(depth);
    const start = process.cpuUsage();
    factsOfHtml(html);
    return process.cpuUsage(start).user;
  };
  time(10_000);
  expect(time(400_000)).toBeLessThan(16 * Math.max(time(100_000), 2000));
});

test('the picture of a tracked mail asks for nothing: the preview leaves it out', () => {
  const picture = 'http://127.0.0.1:8801/track/open/11111111-1111-4111-8111-111111111111';
  expect(factsOfHtml(`<img src="${picture}"><img src="https://a.test/1.png">`).remoteReferences).toEqual(
    new Set(['https://a.test/1.png']),
  );
});
