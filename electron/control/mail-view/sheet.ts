import { createHash } from 'node:crypto';
import { renderingOf } from '#shared/mail-rendering.ts';
import type { Address } from '#shared/message.ts';
import type { Archive } from '../../road/archive.ts';
import { colouringOf } from './colouring.ts';
import { messagePolicy } from './policy.ts';
import { prepareHtml } from './prepare-html.ts';
import type { ShownLinks } from './shown-links.ts';

/** Path and query of the sheet that a browser prints as soon as it is loaded. */
export const printedSheet = 'sheet?headers=1&print=1';

const printScript = 'print()';

/** Nothing else can run on the sheet: not even a script of the mail with the same words can do more than print. */
const printScriptSource = `'sha256-${createHash('sha256').update(printScript).digest('base64')}'`;

type Detail = NonNullable<Awaited<ReturnType<Archive['detail']>>>;

/**
 * A message for itself, outside the page, to be printed or made a picture of: its HTML, or its text where it has none.
 * `headers=1` puts its main headers on top, `print=1` has the browser print it; no page may frame it.
 */
export async function answerSheet(
  search: URLSearchParams,
  archive: Pick<Archive, 'html' | 'detail'>,
  { messageId, shownLink }: { readonly messageId: string; readonly shownLink: ShownLinks },
): Promise<Response | undefined> {
  const detail = await archive.detail(messageId);
  if (detail === undefined) {
    return undefined;
  }
  const found = await archive.html(messageId);
  const { remote, images, colours } = renderingOf(search);
  const prints = search.get('print') === '1';
  const top =
    titleOf(detail) +
    (search.get('headers') === '1' ? headersOf(detail) : '') +
    (found === undefined ? textOf(detail) : '');
  const html = prepareHtml(
    found?.html ?? '<!doctype html>',
    found?.parts ?? [],
    await colouringOf(colours),
    shownLink,
    top,
  );
  return new Response(prints ? `${html}<script>${printScript}</script>` : html, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': messagePolicy({
        remote,
        images,
        ancestors: "'none'",
        ...(prints ? { script: printScriptSource } : {}),
      }),
    },
  });
}

/** A browser offers it as the file's name. */
function titleOf({ subject }: Detail): string {
  return `<title>${escaped(subject.trim() || 'No subject')}</title>`;
}

function headersOf(detail: Detail): string {
  const { subject, from, to, cc, date, receivedAt } = detail;
  const rows: readonly (readonly [string, string])[] = [
    ['From', from === null ? '' : addressWords(from)],
    ['To', to.map(addressWords).join(', ')],
    ['Cc', cc.map(addressWords).join(', ')],
    ['Date', date ?? new Date(receivedAt).toUTCString()],
  ];
  // The mail's own styles must not reach these.
  const plain = 'all:unset;display:block;unicode-bidi:plaintext;overflow-wrap:anywhere';
  const lines = rows
    .filter(([, value]) => value !== '')
    .map(
      ([name, value]) =>
        `<div style="${plain}"><b style="all:unset;font-weight:600">${name}:</b> ${escaped(value)}</div>`,
    );
  return (
    '<div style="all:initial;display:block;padding:12px 16px;margin:0 0 12px;border-bottom:1px solid #999;' +
    'background:#fff;color:#111;font:13px/1.5 system-ui,sans-serif">' +
    `<div style="${plain};font-size:19px;font-weight:600">${escaped(subject.trim() || 'No subject')}</div>` +
    `${lines.join('')}</div>`
  );
}

function textOf({ text }: Detail): string {
  return (
    '<pre style="margin:16px;font:14px/1.5 system-ui,sans-serif;white-space:pre-wrap;overflow-wrap:anywhere;' +
    `unicode-bidi:plaintext">${escaped(text ?? '')}</pre>`
  );
}

function addressWords({ address, name }: Address): string {
  return name.trim() === '' ? address : `${name} <${address}>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
