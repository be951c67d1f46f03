import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { agentNamed, sendTo } from './support/agents.ts';
import { mailFrame, shownMail } from './support/mail-frames.ts';
import { expect, test } from './support/test.ts';

/** Everything that a mail may try in order to run, to ask another host, or to leave its frame. */
function hostileHtml(trap: string): string {
  return `<!doctype html><html><head>
<meta http-equiv="refresh" content="0;url=${trap}/refresh">
<base href="${trap}/base/">
<link rel="stylesheet" href="${trap}/sheet.css"><link rel="preconnect" href="${trap}"><link rel="dns-prefetch" href="${trap}">
<link rel="prefetch" href="${trap}/prefetch"><link rel="preload" as="image" href="${trap}/preload.png"><link rel="icon" href="${trap}/icon.png">
<style>@import url(${trap}/import.css); @font-face { font-family: x; src: url(${trap}/font.woff) } body { font-family: x; background: url(${trap}/background.png) }</style>
<script>document.documentElement.dataset.ran = 'script'; fetch('${trap}/script'); top.location = '${trap}/top'</script>
</head><body onload="document.documentElement.dataset.ran = 'onload'" background="${trap}/body.png">
<h1>Hostile</h1>
<img src="${trap}/remote.png"><img src="x" onerror="document.documentElement.dataset.ran = 'onerror'">
<img srcset="${trap}/set.png 1x"><picture><source srcset="${trap}/source.png"><img alt=""></picture>
<svg onload="document.documentElement.dataset.ran = 'svg'"><image href="${trap}/svg.png"/><script>document.documentElement.dataset.ran = 'svg script'</script></svg>
<iframe src="${trap}/frame"></iframe><iframe srcdoc="<script>parent.document.documentElement.dataset.ran='srcdoc'</script>"></iframe>
<object data="${trap}/object"></object><embed src="${trap}/embed"><video src="${trap}/video" poster="${trap}/poster.png" autoplay></video>
<audio src="${trap}/audio" autoplay></audio>
<form action="${trap}/form" method="post" target="_top"><input name="secret" value="1" autofocus onfocus="document.documentElement.dataset.ran = 'focus'"><button>Send the form</button></form>
<a href="file:///etc/passwd">A file</a> <a href="javascript:document.documentElement.dataset.ran='link'">A script</a>
<div style="background-image:url(${trap}/style.png)">styled</div>
</body></html>`;
}

test('a hostile mail runs nothing, asks for nothing and stays in its frame', async ({ restante }) => {
  const { page } = restante;
  const reached: string[] = [];
  let connections = 0;
  const trap = createServer((request: IncomingMessage, response) => {
    reached.push(request.url ?? '');
    response.end();
  });
  trap.on('connection', () => {
    connections += 1;
  });
  trap.listen(0, '127.0.0.1');
  await once(trap, 'listening');
  const address = `http://127.0.0.1:${(trap.address() as AddressInfo).port}`;

  const agent = await agentNamed(restante, 'My app');
  await sendTo(agent, { subject: 'Hostile', html: hostileHtml(address) });
  await page.getByRole('option', { name: /Hostile/ }).click();
  const mail = shownMail(page);
  await expect(mail.getByRole('heading', { name: 'Hostile' })).toBeVisible();
  await expect(page.getByRole('tabpanel')).toContainText(/\d+ remote images and styles held back/);

  await mail.getByRole('button', { name: 'Send the form' }).click();
  await mail.getByRole('link', { name: 'A script' }).click();
  expect(page.frames().filter((frame) => frame.url().startsWith(address))).toEqual([]);

  // A sign of life of the page after all that, and of the network log: the page's own requests are in it.
  await page.getByRole('tab', { name: 'Headers' }).click();
  await expect(page.getByRole('tabpanel')).toContainText('Hostile');
  await page.getByRole('tab', { name: 'Preview' }).click();
  await expect(mail.getByRole('heading', { name: 'Hostile' })).toBeVisible();
  expect(await mail.locator('html').getAttribute('data-ran')).toBeNull();
  expect(restante.requests.some((url) => url.includes('/api/messages'))).toBe(true);
  expect(restante.requests.filter((url) => url.startsWith(address) || url.startsWith('file:'))).toEqual([]);
  expect(connections, 'not even a connection was opened').toBe(0);

  await page.getByRole('button', { name: 'Load for this message' }).click();
  await expect(page.getByRole('tabpanel')).toContainText('Remote content was loaded');
  await expect.poll(() => reached, 'what was asked for now loads').toContain('/remote.png');
  await page.getByRole('tab', { name: 'Headers' }).click();
  await page.getByRole('tab', { name: 'Preview' }).click();
  await expect(page.getByRole('tabpanel'), 'asked for once').toContainText('Remote content was loaded');
  const withRemote = mailFrame(page).contentFrame();
  await expect(withRemote.getByRole('heading', { name: 'Hostile' })).toBeVisible();
  expect(await withRemote.locator('html').getAttribute('data-ran')).toBeNull();
  expect(reached.filter((path) => /refresh|script|frame|object|embed|form|top|prefetch/.test(path))).toEqual(
    [],
  );
  trap.closeAllConnections();
  trap.close();
});
