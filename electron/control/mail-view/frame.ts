import { createHash } from 'node:crypto';
import { renderingOf } from '#shared/mail-rendering.ts';
import { framePolicy } from './policy.ts';
import { base } from './prepare-html.ts';

/**
 * The script of the frame: it takes `FrameOrder`s by the port that the page hands over, and writes the document that is
 * asked for into an inner frame, which may run nothing, under the document's own address, so that it finds its parts.
 */
const script = `
'use strict';
onmessage = ({ source, ports: [port] }) => {
  if (source === parent && port !== undefined) {
    onmessage = null;
    serve(port);
  }
};

function serve(port) {
  const frame = document.querySelector('iframe');
  const texts = new Map();
  let wanted;
  let written;

  port.onmessage = async ({ data: { show, ready } }) => {
    wanted = show;
    for (const address of texts.keys()) {
      if (address !== show && !ready.includes(address)) {
        texts.delete(address);
      }
    }
    let isShown = true;
    if (show !== written) {
      try {
        const text = await read(show);
        // Meanwhile another may be wanted, or this one written, asked for a second time.
        if (show === wanted && show !== written) {
          write(show, text);
          await drawn();
        }
      } catch {
        isShown = false;
      }
    }
    if (show === wanted) {
      port.postMessage({ address: show, isShown });
      ready.forEach((address) => read(address).catch(() => undefined));
    }
  };

  function read(address) {
    let text = texts.get(address);
    if (text === undefined) {
      text = fetch(address).then((answer) => (answer.status === 200 ? answer.text() : Promise.reject(answer.status)));
      text.catch(() => texts.delete(address));
      texts.set(address, text);
    }
    return text;
  }

  /** Until what was written is drawn: the page shows the frame then, with what it sees. */
  async function drawn() {
    if (!document.hidden) {
      const painted = new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      // A browser need not draw what nobody sees.
      await Promise.race([painted, new Promise((resolve) => setTimeout(resolve, 100))]);
    }
  }

  function write(address, text) {
    const { contentDocument, contentWindow } = frame;
    // An element of the mail before can be called like one of these, and would be found in its place.
    const { open, write, close } = Document.prototype;
    written = undefined;
    open.call(contentDocument);
    contentWindow.history.replaceState(null, '', address);
    // In Firefox it would find its parts from where the frame was made.
    const href = \`<base href="\${address.replaceAll('&', '&amp;')}" target="_blank">\`;
    write.call(contentDocument, text.replace('${base}', () => href));
    close.call(contentDocument);
    contentWindow.scrollTo(0, 0);
    written = address;
  }
}
`;

const scriptSource = `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

const html = `<!doctype html>
<meta charset="utf-8">
<title>A message</title>
<style>
  html, body, iframe { display: block; width: 100%; height: 100%; margin: 0; border: 0; overflow: hidden }
</style>
<body>
<iframe title="The message" sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"></iframe>
<script>${script}</script></body>`;

/** The document that messages' HTML is written into, without anything remote. */
export function answerFrame(request: Request, ancestors: string): Response {
  const { images } = renderingOf(new URL(request.url).searchParams);
  return new Response(html, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': framePolicy({ images, ancestors, script: scriptSource }),
    },
  });
}
