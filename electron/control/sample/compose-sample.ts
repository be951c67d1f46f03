import { randomInt } from 'node:crypto';
import type { SendMailOptions } from 'nodemailer';
import type { Agent } from '#shared/agent.ts';
import { sampleLogo } from './sample-logo.ts';

type Sample = SendMailOptions & { readonly subject: string };

/** A mail as applications send it: text and HTML, an inline image, an attachment, a one-time code and a link. */
export function composeSample(agent: Pick<Agent, 'name'>, domain: string): Sample {
  const code = String(randomInt(100_000, 1_000_000));
  const logoId = `logo-${code}@${domain}`;
  const link = `https://${domain}/sign-in?code=${code}`;
  return {
    from: { name: 'Harbour Accounts', address: `accounts@${domain}` },
    to: { name: 'Jane Doe', address: 'jane.doe@example.com' },
    subject: `${code} is your sign-in code`,
    text: textOf(agent.name, code, link),
    html: htmlOf(agent.name, code, link, logoId),
    attachments: [
      {
        filename: 'harbour.png',
        content: sampleLogo,
        contentType: 'image/png',
        cid: logoId,
        contentDisposition: 'inline',
      },
      {
        filename: 'recovery-codes.txt',
        content: 'Keep these somewhere safe.\n\nK7QP-4M2X\nT9WD-8HRC\nB3NV-6JZF\n',
      },
    ],
  };
}

function textOf(agentName: string, code: string, link: string): string {
  return [
    'Hello Jane,',
    '',
    `your sign-in code is ${code}. It is valid for ten minutes.`,
    '',
    `You can also sign in directly: ${link}`,
    '',
    'If you did not ask for it, ignore this mail.',
    '',
    '--',
    `A sample, sent by SMTP to the Mail Agent “${agentName}” in Restante. It was never delivered.`,
    '',
  ].join('\n');
}

function htmlOf(agentName: string, code: string, link: string, logoId: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Your sign-in code</title>
<style>
  body { margin: 0; padding: 24px 12px; background: #eef2f6; color: #1f2933;
    font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
  .card { max-width: 480px; margin: 0 auto; padding: 32px; background: #fff; border-radius: 8px; }
  .code { margin: 24px 0; padding: 16px; background: #eef2f6; border-radius: 6px; text-align: center;
    font: 600 32px/1 ui-monospace, Menlo, Consolas, monospace; letter-spacing: 6px; }
  .button { display: inline-block; padding: 12px 20px; background: #0b5cad; color: #fff; border-radius: 6px;
    text-decoration: none; }
  .small { margin-top: 32px; color: #52606d; font-size: 13px; }
</style>
</head>
<body>
<div class="card">
  <img src="cid:${logoId}" width="48" height="48" alt="Harbour">
  <h1 style="font-size: 22px">Your sign-in code</h1>
  <p>Hello Jane, use this code to sign in. It is valid for ten minutes.</p>
  <p class="code">${code}</p>
  <p><a class="button" href="${link}">Sign in</a></p>
  <p>If you did not ask for it, ignore this mail.</p>
  <p class="small">A sample, sent by SMTP to the Mail Agent “${escapeHtml(agentName)}” in Restante. It was never delivered.</p>
</div>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
