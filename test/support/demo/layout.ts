/** The frame that the demo's mails share: table layout and inline styles, as real mail has them. */
export interface Look {
  readonly brand: string;
  readonly accent: string;
  readonly ink: string;
  readonly ground: string;
}

const font = `-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif`;

export function frame(look: Look, preheader: string, body: string, footer: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${look.brand}</title>
<style>@media (max-width: 620px) { .sheet { width: 100% !important; border-radius: 0 !important } .pad { padding: 24px !important } }</style></head>
<body style="margin:0;background:${look.ground};font-family:${font};color:${look.ink}">
<div style="display:none;max-height:0;overflow:hidden">${preheader}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:${look.ground}"><tr><td align="center" style="padding:36px 12px">
<table role="presentation" class="sheet" width="560" cellpadding="0" cellspacing="0" style="background:#fff;border-radius:12px;overflow:hidden">
<tr><td class="pad" style="padding:28px 40px 0"><img src="cid:mark" width="28" height="28" alt="" style="vertical-align:middle;border-radius:7px">
<span style="font-weight:700;font-size:17px;vertical-align:middle;padding-left:8px">${look.brand}</span></td></tr>
<tr><td class="pad" style="padding:24px 40px 36px;font-size:15px;line-height:1.6">${body}</td></tr></table>
<p style="font-size:12px;line-height:1.6;color:#6b7280;max-width:480px;margin:20px auto 0">${footer}</p>
</td></tr></table></body></html>`;
}

export function heading(text: string): string {
  return `<h1 style="font-size:24px;line-height:1.25;margin:0 0 14px">${text}</h1>`;
}

export function paragraph(text: string): string {
  return `<p style="margin:0 0 16px">${text}</p>`;
}

export function button(look: Look, label: string, href: string): string {
  return `<p style="margin:24px 0"><a href="${href}" style="background:${look.accent};color:#fff;text-decoration:none;font-weight:600;padding:12px 22px;border-radius:8px;display:inline-block">${label}</a></p>`;
}
