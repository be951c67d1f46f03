import { describe, expect, test } from 'vitest';
import type { MailColours } from '#shared/mail-rendering.ts';
import { colouringOf } from '../../../electron/control/mail-view/colouring.ts';
import { prepareHtml } from '../../../electron/control/mail-view/prepare-html.ts';

async function shown(html: string, colours: MailColours): Promise<string> {
  const { head } = await colouringOf(colours);
  return prepareHtml(html, [], await colouringOf(colours)).replace(`<base target="_blank">${head}`, '');
}

describe('the mail’s own colours', () => {
  test.each([
    ['dark', '@media (prefers-color-scheme: dark){a{}}', '@media (min-width:0){a{}}'],
    ['light', '@media (prefers-color-scheme: dark){a{}}', '@media (max-width:-1px){a{}}'],
    [
      'dark',
      '@media screen and ( PREFERS-COLOR-SCHEME:light ){a{}}',
      '@media screen and (max-width:-1px){a{}}',
    ],
    ['light', '@media (prefers-color-scheme){a{}}', '@media (min-width:0){a{}}'],
    ['light', '@media (prefers-color-scheme:no-preference){a{}}', '@media (max-width:-1px){a{}}'],
    ['dark', ':root{color-scheme: light dark; color: red}', ':root{color-scheme: dark; color: red}'],
    ['light', ':root{color-scheme:light dark}', ':root{color-scheme:light}'],
    ['light', ':root{color-scheme:dark!important}', ':root{color-scheme:dark!important}'],
    ['dark', ':root{color-scheme:only light}', ':root{color-scheme:only light}'],
    ['light', ':root{supported-color-schemes:light dark}', ':root{supported-color-schemes:light dark}'],
  ] as const)('%s answers %s', async (colours, css, expected) => {
    expect(await shown(`<style>${css}</style>`, colours)).toBe(`<style>${expected}</style>`);
  });

  test.each([
    ['<meta name="color-scheme" content="light dark">', '<meta name="color-scheme" content="dark">'],
    [
      '<source media="(prefers-color-scheme: dark)" srcset="a.png">',
      '<source media="(min-width:0)" srcset="a.png">',
    ],
    ['<p style="color-scheme: light dark">', '<p style="color-scheme: dark">'],
    ['<meta name="description" content="light dark">', '<meta name="description" content="light dark">'],
    ['<p>@media (prefers-color-scheme: dark)</p>', '<p>@media (prefers-color-scheme: dark)</p>'],
  ])('in attributes too: %s', async (html, expected) => {
    expect(await shown(html, 'dark')).toBe(expected);
  });
});

describe('Outlook.com, simulated', () => {
  test.each([
    ['<td bgcolor="#ffffff">', '<td data-ogab="#ffffff" bgcolor="#333333">'],
    ['<td bgcolor=FFF>', '<td data-ogab="FFF" bgcolor="#333333">'],
    ['<font color="black">', '<font data-ogac="black" color="#ffffff">'],
    [
      '<p style="color:#000;background-color:white">',
      '<p data-ogsc="#000" data-ogsb="white" style="color:rgb(255, 255, 255);background-color:rgb(51, 51, 51)">',
    ],
    [
      '<p style="background:#fff url(a.png)">',
      '<p data-ogsb="#fff url(a.png)" style="background:rgb(51, 51, 51) url(a.png)">',
    ],
    ['<p style="color:#fff;background:#111">', '<p style="color:#fff;background:#111">'],
    ['<p style="color:inherit;background:none">', '<p style="color:inherit;background:none">'],
    [
      '<p style="background:linear-gradient(#fff,#eee)">',
      '<p style="background:linear-gradient(#fff,#eee)">',
    ],
    [
      '<p style="box-shadow:0 0 1px #fff;border-radius:2px">',
      '<p style="box-shadow:0 0 1px #fff;border-radius:2px">',
    ],
    ['<p title="color:#000">', '<p title="color:#000">'],
    ['<style>p{color:#000}</style>', '<style>p{color:rgb(255, 255, 255)}</style>'],
    [
      '<style>[data-ogsc] p{color:#000}a[data-ogsb]{background:#fff}</style>',
      '<style>[data-ogsc] p{color:#000}a[data-ogsb]{background:#fff}</style>',
    ],
    [
      '<style>@media (prefers-color-scheme: dark){p{color:#fff}}</style>',
      '<style>@media (max-width:-1px){p{color:#fff}}</style>',
    ],
  ])('darkens light backgrounds, lightens dark text and leaves the rest: %s', async (html, expected) => {
    expect(await shown(html, 'outlook')).toBe(expected);
  });

  test('the originals that senders hang their rules on are escaped', async () => {
    expect(await shown(`<p style='background:#fff url("a&amp;b")'>`, 'outlook')).toContain(
      'data-ogsb="#fff url(&quot;a&amp;b&quot;)"',
    );
  });
});

describe('Gmail on iOS, simulated', () => {
  test.each([
    [
      '<p style="color:#fff;background:#000">',
      '<p style="color:rgb(18, 18, 18);background:rgb(255, 255, 255)">',
    ],
    ['<td bgcolor="#ffffff">', '<td bgcolor="#121212">'],
    [
      '<p style="background:linear-gradient(#fff, black), url(a.png)">',
      '<p style="background:linear-gradient(rgb(18, 18, 18), rgb(255, 255, 255)), url(a.png)">',
    ],
    ['<p style="background:rgba(255,255,255,.5)">', '<p style="background:rgba(18, 18, 18, 0.5)">'],
    ['<p style="color:transparent">', '<p style="color:transparent">'],
    ['<style>[data-ogsc] p{color:#000}</style>', '<style>[data-ogsc] p{color:rgb(255, 255, 255)}</style>'],
    ['<img src="a.png" style="width:10px">', '<img src="a.png" style="width:10px">'],
  ])('turns every colour over and leaves images: %s', async (html, expected) => {
    expect(await shown(html, 'gmail')).toBe(expected);
  });

  test('the hue is kept', async () => {
    const blue = await shown('<p style="color:#003366">', 'gmail');
    const [red = 0, green = 0, value = 0] = (/rgb\(([^)]+)\)/.exec(blue)?.[1] ?? '').split(',').map(Number);
    expect(value).toBeGreaterThan(green);
    expect(green).toBeGreaterThan(red);
  });
});

test.each([
  ['{'.repeat(200_000)],
  [`p{color:${'('.repeat(200_000)}`],
  [`p{color:#000;${'a:b;'.repeat(100)}`],
  ['p{color:#000'],
  ['@media{@media{@media{'.repeat(20_000)],
  ['\u0000</style'],
])('a hostile style sheet is darkened or left, and never an error (%#)', async (css) => {
  expect(await shown(`<style>${css}</style>`, 'gmail')).toMatch(/^<style>/);
});

test('four times the styles do not take much more than four times as long', async () => {
  async function duration(times: number): Promise<number> {
    const css = Array.from(
      { length: times },
      (_, at) => `.c${at}{color:#${String(at % 1000).padStart(3, '0')}}`,
    );
    const styles = css.map((_, at) => `<p style="color:#123456;width:${at}px">`);
    const colouring = await colouringOf('outlook');
    const html = `<style>${css.join('')}</style>${styles.join('')}`;
    const start = process.cpuUsage();
    prepareHtml(html, [], colouring);
    return process.cpuUsage(start).user;
  }
  await duration(1000);
  const ratios: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    ratios.push((await duration(8000)) / (await duration(2000)));
  }
  expect(Math.min(...ratios)).toBeLessThan(8);
});
