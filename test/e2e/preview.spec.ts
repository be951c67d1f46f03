import type { FrameLocator, Locator } from '@playwright/test';
import { agentNamed, sendTo } from './support/agents.ts';
import { mailFrame, shownMail } from './support/mail-frames.ts';
import type { Restante } from './support/test.ts';
import { expect, test } from './support/test.ts';

const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const html = `<!doctype html><html><head>
<meta name="color-scheme" content="light dark">
<style>
  h1 { color: rgb(0, 0, 100) }
  .hook { color: #000 }
  [data-ogsc] .hook { color: rgb(1, 2, 3) }
  @media (prefers-color-scheme: dark) { h1 { color: rgb(200, 200, 255) } }
  @media (max-width: 500px) { p { text-decoration: underline } }
</style></head>
<body bgcolor="#ffffff"><h1>Appearance</h1><p style="color:#000">A paragraph</p><p class="hook">Hook</p>
<img alt="Pixel" src="data:image/png;base64,${pixel}"></body></html>`;

async function openMail(restante: Restante): Promise<{ mail: FrameLocator }> {
  const { page } = restante;
  await sendTo(await agentNamed(restante, 'My app'), { subject: 'Appearance', html });
  await page.getByRole('option', { name: /Appearance/ }).click();
  const mail = shownMail(page);
  await expect(mail.getByRole('heading', { name: 'Appearance' })).toBeVisible();
  return { mail };
}

function style(locator: Locator, property: string): Promise<string> {
  return locator.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
}

test('a mail is shown in its own light or dark colours whatever the theme around it, and as clients force it', async ({
  restante,
}) => {
  const { page } = restante;
  const { mail } = await openMail(restante);
  const heading = mail.getByRole('heading', { name: 'Appearance' });
  const paragraph = mail.getByText('A paragraph');
  const hook = mail.getByText('Hook');
  async function choose(name: RegExp): Promise<void> {
    await page.getByRole('button', { name: /^Colours/ }).click();
    await page.getByRole('menuitemradio', { name }).click();
    await expect(heading).toBeVisible();
  }

  for (const scheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await choose(/^Light/);
    await expect(heading).toHaveCSS('color', 'rgb(0, 0, 100)');
    await expect(mail.locator('html')).toHaveCSS('color-scheme', 'normal');
    await choose(/^Dark, its own styles/);
    await expect(heading).toHaveCSS('color', 'rgb(200, 200, 255)');
    await expect(paragraph, 'nothing is forced').toHaveCSS('color', 'rgb(0, 0, 0)');
  }

  await choose(/^Simulates Outlook.com/);
  await expect(paragraph).toHaveCSS('color', 'rgb(255, 255, 255)');
  await expect(mail.locator('body')).toHaveCSS('background-color', 'rgb(51, 51, 51)');
  await expect(hook, 'the sender’s own answer to it').toHaveCSS('color', 'rgb(1, 2, 3)');
  await expect(heading, 'and not those for others').not.toHaveCSS('color', 'rgb(200, 200, 255)');

  await choose(/^Simulates Gmail on iOS/);
  await expect(mail.locator('body')).toHaveCSS('background-color', 'rgb(18, 18, 18)');
  await expect(hook).toHaveCSS('color', 'rgb(255, 255, 255)');
  await expect(mail.getByRole('img', { name: 'Pixel' }), 'images are left').toHaveCSS('filter', 'none');
});

test('a mail is shown at any width, typed, chosen, dragged or moved with the keys, and larger or smaller', async ({
  restante,
}) => {
  const { page } = restante;
  const { mail } = await openMail(restante);
  const paragraph = mail.getByText('A paragraph');
  const inner = () => mail.locator('html').evaluate(() => innerWidth);
  const width = page.getByRole('textbox', { name: 'Width in pixels' });

  await page.getByTitle('Phone, 375 pixels').click();
  await expect.poll(inner).toBe(375);
  await expect(width).toHaveValue('375 px');
  expect(await style(paragraph, 'text-decoration-line'), 'its media queries follow').toBe('underline');

  const handle = page.getByRole('separator', { name: 'Width of the mail' });
  await handle.press('ArrowRight');
  await handle.press('Shift+ArrowRight');
  await expect.poll(inner).toBe(386);
  await expect(handle).toHaveAttribute('aria-valuenow', '386');

  const box = await handle.boundingBox();
  const [x, y] = [(box?.x ?? 0) + 6, (box?.y ?? 0) + 100];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 10, y);
  await expect(width, 'told while it is dragged').toHaveValue('406 px');
  await page.mouse.move(x - 40, y, { steps: 4 });
  await page.mouse.up();
  await expect.poll(inner, 'on both sides').toBe(306);

  await width.fill('1280');
  await width.press('Enter');
  await expect.poll(inner).toBe(1280);
  const frame = mailFrame(page);
  const shown = () => frame.evaluate((element) => Math.round(element.getBoundingClientRect().width));
  const stage = await frame.evaluate((element) => element.closest('[class*=stage]')?.clientWidth ?? 0);
  expect(await shown(), 'a mail that is wider than the pane is made to fit').toBeLessThanOrEqual(stage);

  await page.getByRole('button', { name: 'Zoom: Fit' }).click();
  await page.getByRole('menuitemradio', { name: '50 %', exact: true }).click();
  await expect.poll(shown).toBe(640);
  await page.reload();
  await expect.poll(shown, 'remembered').toBe(640);
  await expect.poll(inner).toBe(1280);

  await handle.dblclick();
  await expect(page.getByRole('radio', { name: 'As wide as the pane' })).toBeChecked();
});

test('images are hidden, those that came with the mail too, and shown again', async ({ restante }) => {
  const { page } = restante;
  const { mail } = await openMail(restante);
  const drawn = () => mail.locator('img').evaluate((image) => (image as HTMLImageElement).naturalWidth);
  await expect.poll(drawn).toBe(1);
  await page.getByRole('button', { name: 'Hide all images' }).click();
  await expect.poll(drawn).toBe(0);
  await page.reload();
  await expect.poll(drawn, 'remembered').toBe(0);
  await page.getByRole('button', { name: 'Show images' }).click();
  await expect.poll(drawn).toBe(1);
});

test('one preview after the other is shown, and Back leads out of the messages at once', async ({
  restante,
}) => {
  const { page } = restante;
  const agent = await agentNamed(restante, 'My app');
  for (const name of ['One', 'Two', 'Three']) {
    await sendTo(agent, { subject: name, html: `<h1>Mail ${name}</h1>` });
  }
  const shown = shownMail(page).getByRole('heading');
  for (const name of ['One', 'Two', 'Three']) {
    await page.getByRole('option', { name }).click();
    await expect(shown).toHaveText(`Mail ${name}`);
    await expect(shown).toBeVisible();
  }
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'No message selected' })).toBeVisible();
  await page.goForward();
  await expect(shown).toHaveText('Mail Three');
  await page.keyboard.press('j');
  await expect(shown).toHaveText('Mail Two');
});

/** The subjects of the messages whose HTML the mail view is asked for from now on. */
async function askedOf(restante: Restante): Promise<string[]> {
  const { messages } = (await restante.api('GET', '/api/messages')) as {
    messages: readonly { id: string; subject: string }[];
  };
  const asked: string[] = [];
  restante.page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    const message = messages.find(({ id }) => pathname.endsWith(`/${id}/`));
    if (message !== undefined) {
      asked.push(message.subject);
    }
  });
  return asked;
}

test('one frame stays from message to message; the neighbours and the row that is pointed at are fetched ahead', async ({
  restante,
}) => {
  const { page } = restante;
  const agent = await agentNamed(restante, 'My app');
  for (const name of ['One', 'Two', 'Three', 'Four']) {
    await sendTo(agent, { subject: name, html: `<h1>Mail ${name}</h1><img src="http://127.0.0.1:9/x.png">` });
  }
  await sendTo(agent, { subject: 'Five', text: 'Only words' });
  await expect(page.getByRole('option')).toHaveCount(5);
  const asked = await askedOf(restante);
  const heading = shownMail(page).getByRole('heading');

  await page.getByRole('option', { name: 'Two' }).click();
  await expect(heading).toHaveText('Mail Two');
  await mailFrame(page).evaluate((frame) => frame.setAttribute('data-kept', ''));
  await expect.poll(() => asked.toSorted()).toEqual(['One', 'Three', 'Two']);
  await page.getByRole('option', { name: 'Four' }).hover();
  await expect.poll(() => asked).toContain('Four');
  await page.keyboard.press('k');
  await expect(heading).toHaveText('Mail Three');
  await page.keyboard.press('k');
  await expect(heading).toHaveText('Mail Four');
  await page.keyboard.press('k');
  await expect(page.getByRole('tabpanel').getByText('Only words')).toBeVisible();
  await page.keyboard.press('j');
  await expect(heading).toHaveText('Mail Four');
  await expect(heading).toBeVisible();
  await expect(mailFrame(page)).toHaveAttribute('data-kept');
  for (const subject of ['Three', 'Four']) {
    expect(
      asked.filter((one) => one === subject),
      subject,
    ).toHaveLength(1);
  }

  await page.getByRole('button', { name: 'Load for this message' }).click();
  await expect(mailFrame(page)).toHaveAttribute('src', /remote=1/);
  await page.keyboard.press('j');
  await expect(heading, 'asked for one message only').toHaveText('Mail Three');
});

test('nothing of one mail is left in the next: its scroll position, mode, styles, place, names and policy', async ({
  restante,
}) => {
  const { page } = restante;
  const agent = await agentNamed(restante, 'My app');
  const long = `<!doctype html><style>h1 { color: rgb(0, 0, 200) }</style><h1>Long</h1><a href="#end">To the end</a>
    <div style="height:5000px"></div><p id="end">The end</p><img alt="Pixel" src="cid:pixel@x">`;
  const boundary = [
    'Subject: Long',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; boundary=b',
    '',
    '--b',
    'Content-Type: text/html',
    '',
    long,
    '--b',
    'Content-Type: image/png',
    'Content-ID: <pixel@x>',
    'Content-Transfer-Encoding: base64',
    '',
    pixel,
    '--b--',
    '',
  ];
  await sendTo(agent, { subject: 'Quirky', html: '<h1>Quirky</h1><div style="height:5000px"></div>' });
  const clobbering = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'"><h1>Clobbering</h1>
    <img name="open"><img name="write"><form name="close"></form><img name="history"><img name="scrollTo">`;
  await sendTo(agent, { subject: 'Clobbering', html: clobbering });
  await sendTo(agent, { subject: 'Long', raw: boundary.join('\r\n') });
  const mail = shownMail(page);
  const facts = () =>
    mail.locator('html').evaluate(({ ownerDocument }) => ({
      mode: ownerDocument.compatMode,
      top: ownerDocument.defaultView?.scrollY === 0,
      sheets: ownerDocument.styleSheets.length,
      hash: ownerDocument.location.hash,
      // Firefox takes the base from nowhere else.
      based: ownerDocument.querySelector('base')?.href === ownerDocument.location.href.replace(/#.*/, ''),
    }));
  await page.getByRole('option', { name: 'Long' }).click();
  await expect(mail.getByRole('heading')).toHaveText('Long');
  const image = mail.getByRole('img', { name: 'Pixel' });
  await expect.poll(() => image.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBe(1);
  await mail.getByRole('link', { name: 'To the end' }).click();
  await expect.poll(facts).toEqual({ mode: 'CSS1Compat', top: false, sheets: 1, hash: '#end', based: true });
  await page.getByRole('option', { name: 'Quirky' }).click();
  await expect(mail.getByRole('heading')).toHaveText('Quirky');
  expect(await facts()).toEqual({ mode: 'BackCompat', top: true, sheets: 0, hash: '', based: true });

  // In a document, elements are found by their names before its own functions are.
  await page.getByRole('option', { name: 'Clobbering' }).click();
  await expect(mail.getByRole('heading')).toHaveText('Clobbering');
  await page.getByRole('option', { name: 'Long' }).click();
  await expect(mail.getByRole('heading')).toHaveText('Long');
  await expect(image, 'no policy of the mail before').toHaveJSProperty('naturalWidth', 1);
  expect(await facts()).toEqual({ mode: 'CSS1Compat', top: true, sheets: 1, hash: '', based: true });
});
