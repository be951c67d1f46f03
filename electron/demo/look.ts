/** How a sender's mails look: table layout and inline styles, as real mail has them, and a dark scheme of their own. */
export interface Look {
  readonly brand: string;
  readonly accent: string;
  /** The accent where it is text on a dark ground. */
  readonly accentInDark: string;
  readonly ink: string;
  readonly ground: string;
  readonly footer: string;
}

export interface Sheet {
  readonly look: Look;
  readonly preheader: string;
  readonly body: string;
  readonly footer?: string;
  readonly language?: string;
  readonly direction?: 'ltr' | 'rtl';
  /** `cid:` of a picture over the whole width. */
  readonly hero?: { readonly id: string; readonly alt: string };
}

const font = `-apple-system, 'Segoe UI', Roboto, Helvetica, 'Noto Sans', Arial, sans-serif`;
const mono = `ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace`;

/** The whole document of a mail. */
export function sheet(content: Sheet): string {
  const { look, preheader, body, footer = look.footer, language = 'en', direction = 'ltr', hero } = content;
  const start = direction === 'rtl' ? 'right' : 'left';
  const picture =
    hero === undefined
      ? ''
      : `<tr><td><img src="cid:${hero.id}" width="560" alt="${hero.alt}" style="display:block;width:100%;height:auto"></td></tr>`;
  return `<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${look.brand}</title>
<style>
:root { color-scheme: light dark; }
@media (max-width: 620px) {
  .sheet { width: 100% !important; border-radius: 0 !important; }
  .pad { padding-left: 24px !important; padding-right: 24px !important; }
  .ground { padding: 0 !important; }
}
@media (prefers-color-scheme: dark) {
  .ground, body { background: #131417 !important; }
  .sheet { background: #1e2024 !important; }
  .ink, .ink td, .ink p, .ink h1, .ink h2, .ink li { color: #e8e9ec !important; }
  .quiet, .ink .quiet, .foot, .foot a { color: #a3a7b0 !important; }
  .line { border-color: #34373e !important; }
  .box { background: #292c32 !important; border-color: #3b3f47 !important; }
  .link { color: ${look.accentInDark} !important; }
}
</style>
</head>
<body style="margin:0;background:${look.ground};font-family:${font};color:${look.ink}">
<div style="display:none;max-height:0;overflow:hidden">${preheader}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td class="ground" align="center" style="padding:32px 12px;background:${look.ground}">
<table role="presentation" class="sheet" width="560" cellpadding="0" cellspacing="0" style="width:560px;background:#ffffff;border-radius:14px;overflow:hidden">
${picture}
<tr><td class="pad ink" style="padding:26px 40px 0;text-align:${start}"><img src="cid:mark" width="26" height="26" alt="" style="vertical-align:middle;border-radius:7px"><span style="font-weight:700;font-size:16px;vertical-align:middle;padding-${start}:9px">${look.brand}</span></td></tr>
<tr><td class="pad ink" style="padding:20px 40px 34px;font-size:15px;line-height:1.6;text-align:${start}">${body}</td></tr>
</table>
<p class="foot" style="font-size:12px;line-height:1.6;color:#6b7280;max-width:480px;margin:18px auto 0;padding:0 16px">${footer}</p>
</td></tr></table>
</body>
</html>`;
}

export function heading(text: string): string {
  return `<h1 style="font-size:25px;line-height:1.25;letter-spacing:-.01em;margin:0 0 14px">${text}</h1>`;
}

export function subheading(text: string): string {
  return `<h2 style="font-size:17px;line-height:1.3;margin:26px 0 8px">${text}</h2>`;
}

export function paragraph(text: string): string {
  return `<p style="margin:0 0 15px">${text}</p>`;
}

export function quiet(text: string): string {
  return `<p class="quiet" style="margin:0 0 12px;font-size:13px;color:#6b7280">${text}</p>`;
}

export function link(look: Look, text: string, href: string): string {
  return `<a class="link" href="${href}" style="color:${look.accent}">${text}</a>`;
}

export function button(look: Look, label: string, href: string): string {
  return `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:24px 0"><tr><td style="background:${look.accent};border-radius:9px"><a href="${href}" style="display:inline-block;padding:13px 24px;color:#ffffff;font-weight:600;text-decoration:none">${label}</a></td></tr></table>`;
}

/** A code that is to be typed, large and apart. */
export function code(text: string): string {
  return `<div class="box" dir="ltr" style="margin:8px 0 22px;padding:18px;border:1px solid #e3e5ea;border-radius:10px;background:#f6f7f9;text-align:center;font-family:${mono};font-size:32px;font-weight:700;letter-spacing:6px">${text}</div>`;
}

/** Rows of cells; the first column takes the room, the others stand at the end. The last row is the total. */
export function ledgerTable(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells, at) => {
    const isTotal = at === rows.length - 1;
    const weight = isTotal ? 'font-weight:700;' : '';
    const border = isTotal ? '' : 'border-bottom:1px solid #eceef2;';
    return `<tr>${cells
      .map(
        (cell, column) =>
          `<td class="line" ${column === 0 ? '' : 'align="right"'} style="padding:10px 0;${column === 0 ? '' : 'padding-left:14px;white-space:nowrap;'}${border}${weight}">${cell}</td>`,
      )
      .join('')}</tr>`;
  });
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="font-size:14px;margin:6px 0 10px">${lines.join('')}</table>`;
}

/** Names and values in a box. */
export function facts(pairs: readonly (readonly [string, string])[]): string {
  const rows = pairs.map(
    ([name, value]) =>
      `<tr><td class="quiet" style="padding:5px 18px 5px 0;color:#6b7280;white-space:nowrap;vertical-align:top">${name}</td><td style="padding:5px 0">${value}</td></tr>`,
  );
  return `<table role="presentation" class="box" width="100%" cellpadding="0" cellspacing="0" style="margin:6px 0 20px;border:1px solid #e3e5ea;border-radius:10px;background:#f6f7f9"><tr><td style="padding:10px 18px"><table role="presentation" cellpadding="0" cellspacing="0" style="font-size:14px">${rows.join('')}</table></td></tr></table>`;
}

export function preformatted(text: string): string {
  return `<pre class="box" dir="ltr" style="margin:6px 0 20px;padding:14px 18px;border:1px solid #e3e5ea;border-radius:10px;background:#f6f7f9;font:13px/1.5 ${mono};white-space:pre-wrap">${text}</pre>`;
}

/** The mark of a progress: how much of the whole. */
export function bar(look: Look, percent: number): string {
  return `<table role="presentation" class="box" width="100%" cellpadding="0" cellspacing="0" style="margin:4px 0 18px;background:#e8eaee;border-radius:6px"><tr><td width="${percent}%" style="height:10px;background:${look.accent};border-radius:6px"></td><td></td></tr></table>`;
}
