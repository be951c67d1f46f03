import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import type { AuthorizationRequest } from './authorization-request.ts';
import type { OAuthError } from './oauth-error.ts';

/** A page of ours and the Content-Security-Policy that it is served with. */
export interface Page {
  readonly html: string;
  readonly policy: string;
}

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: light-dark(#f1f3f5, #1a1b1e); color: light-dark(#212529, #e9ecef); }
main { box-sizing: border-box; width: min(30rem, 100% - 2rem); margin: 1rem; padding: 2rem; border-radius: 8px; background: light-dark(#fff, #25262b); overflow-wrap: anywhere; }
h1 { margin: 0 0 1rem; font-size: 1.35rem; line-height: 1.3; }
ul { margin: 0 0 1rem; padding-left: 1.25rem; font-family: ui-monospace, monospace; font-size: .9rem; }
p { margin: 0 0 1rem; }
.quiet { color: light-dark(#495057, #c1c2c5); font-size: .9rem; }
form { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1.5rem 0 0; }
button { flex: 1; padding: .6rem 1rem; border: 1px solid light-dark(#495057, #909296); border-radius: 6px; background: transparent; color: inherit; font: inherit; font-weight: 600; cursor: pointer; }
button[value=accept] { border-color: transparent; background: #1864ab; color: #fff; }
button:focus-visible { outline: 3px solid light-dark(#4dabf7, #74c0fc); outline-offset: 2px; }
`;
const styleHash = createHash('sha256').update(style).digest('base64');

/** Asks the person whether the client may have what it wants; the form sends the whole request back with the decision. */
export function consentPage(wish: AuthorizationRequest, fields: URLSearchParams): Promise<Page> {
  const target = new URL(wish.redirectUri);
  const lasting = wish.isOffline ? 'until you revoke it, also when you are away' : 'for an hour';
  return page(
    `${wish.clientName} asks for access`,
    html`<h1>“<bdi>${wish.clientName}</bdi>” asks for access to this ZeptoMail account</h1>
      <p>It wants to use, ${lasting}:</p>
      <ul>
        ${wish.scopes.map((scope) => html`<li>${scope}</li>`)}
      </ul>
      <p class="quiet">
        This is Restante, a post office for development: the account is on this machine, and nothing is sent
        from it. Either way you come back to ${target.origin}.
      </p>
      <form method="post" action="/oauth/v2/auth">
        ${[...fields]
          .filter(([name]) => name !== 'decision')
          .map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
        <button name="decision" value="accept">Accept</button>
        <button name="decision" value="reject">Reject</button>
      </form>`,
    // Browsers hold the redirect that answers a form against this as well.
    `form-action 'self' ${target.origin}`,
  );
}

/** Says why there is nothing to decide: whoever wrote the client reads this. */
export function problemPage({ error, explanation }: OAuthError): Promise<Page> {
  return page(
    error,
    html`<h1>${error}</h1>
      <p>${explanation}</p>
      <p class="quiet">The application that sent you here has to be mended. Nothing was granted.</p>`,
    "form-action 'none'",
  );
}

async function page(title: string, body: ReturnType<typeof html>, formAction: string): Promise<Page> {
  const document = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        ${raw(`<style>${style}</style>`)}
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html> `;
  return {
    html: String(await document),
    policy: `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; frame-ancestors 'none'; ${formAction}`,
  };
}
