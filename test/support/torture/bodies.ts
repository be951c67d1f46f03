import { lines, mail } from './torture-mail.ts';
import type { TortureMail } from './torture-mail.ts';

const html = ['Content-Type: text/html; charset=utf-8'];

/** HTML and text that are hostile, endless, deep, or hardly there. */
export const bodies: readonly TortureMail[] = [
  mail(
    'html of scripts',
    html,
    '<script>document.title="owned"</script><img src=x onerror="document.title=1"><svg onload=alert(1)><a href="javascript:alert(1)">x</a><base href="http://127.0.0.1:9/"><meta http-equiv=refresh content="0;url=http://127.0.0.1:9/">',
  ),
  mail(
    'html of forms and frames',
    html,
    '<form action="http://127.0.0.1:9/"><input autofocus><button>go</button></form><iframe src="http://127.0.0.1:9/"></iframe><object data="x"></object><embed src="x"><dialog open>d</dialog><portal></portal>',
  ),
  mail(
    'html that covers the page',
    html,
    '<div style="position:fixed;inset:0;background:red;z-index:2147483647">covered</div>',
  ),
  mail('html nested 20000 deep', html, `${'<div>'.repeat(20_000)}deep${'</div>'.repeat(20_000)}`),
  mail('html of tables 300 deep', html, `${'<table><tr><td>'.repeat(300)}deep`),
  mail('html of unclosed tags', html, '<p><b><i><a href="http://x"><td><li>text<!-- never closed'),
  mail('html of a million tags', html, '<b>x</b>'.repeat(150_000)),
  mail('html with a huge style', html, `<style>${'.a{color:red}'.repeat(40_000)}</style><p>styled</p>`),
  mail(
    'html with a huge attribute',
    html,
    `<img src="data:image/png;base64,${'A'.repeat(1_000_000)}" alt="${'x'.repeat(100_000)}">`,
  ),
  mail(
    'html with ten thousand links',
    html,
    Array.from({ length: 10_000 }, (_, at) => `<a href="http://example.com/${at}">${at}</a>`).join(' '),
  ),
  mail('html of nothing', html, ''),
  mail('html of only a comment', html, '<!-- nothing -->'),
  mail('html with entities broken', html, '&#xFFFFFFFF; &#0; &nosuch; &amp &#x110000; &lt'),
  mail('html with null characters', html, '<p>a\0b</p><scr\0ipt>alert(1)</scr\0ipt>'),
  mail(
    'html with conditional comments',
    html,
    '<!--[if mso]><table><tr><td>Outlook</td></tr></table><![endif]--><!--[if !mso]><!--><p>Others</p><!--<![endif]-->',
  ),
  mail(
    'html with foreign namespaces',
    html,
    '<o:p>Word</o:p><v:rect></v:rect><math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></table></mtext></math>',
  ),
  mail(
    'html 30000 pixels wide',
    html,
    '<table width="30000"><tr><td>left</td><td align="right">right</td></tr></table>',
  ),
  mail(
    'html with css loops',
    html,
    '<style>@import url(http://127.0.0.1:9/a.css); p{background:url(http://127.0.0.1:9/p.png)} @media (prefers-color-scheme: dark){p{color:#fff}}</style><p>styled</p>',
  ),
  mail('text on one line of a megabyte', ['Content-Type: text/plain'], 'word '.repeat(200_000)),
  mail('text without a space, a megabyte', ['Content-Type: text/plain'], 'x'.repeat(1_000_000)),
  mail('text of 100000 lines', ['Content-Type: text/plain'], 'line\r\n'.repeat(100_000)),
  mail(
    'text quoted 500 deep',
    ['Content-Type: text/plain'],
    lines(...Array.from({ length: 500 }, (_, at) => `${'> '.repeat(at)}level ${at}`)),
  ),
  mail(
    'text of marks over marks',
    ['Content-Type: text/plain; charset=utf-8'],
    `Z${'\u0351'.repeat(5000)}algo\r\n`,
  ),
  mail('text of emoji and joiners', ['Content-Type: text/plain; charset=utf-8'], '👩‍👩‍👧‍👦'.repeat(5000)),
  mail(
    'text that looks like regular expressions',
    ['Content-Type: text/plain'],
    `${'a'.repeat(50_000)}! ${'('.repeat(5000)} ${'1-'.repeat(20_000)} ${'@.'.repeat(10_000)} ${'http://'.repeat(5000)}`,
  ),
  mail('text of digits', ['Content-Type: text/plain'], '123456 '.repeat(50_000)),
  mail('text with dots alone', ['Content-Type: text/plain'], lines('.', '..', '...', '.text', '', '.')),
];
