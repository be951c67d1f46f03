import type { Locator } from '@playwright/test';
import { agentNamed, sendTo } from './support/agents.ts';
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

async function openMail(restante: Restante): Promise<{ mail: ReturnType<Restante['page']['frameLocator']> }> {
  const { page } = restante;
  await sendTo(await agentNamed(restante, 'My app'), { subject: 'Appearance', html });
  await page.getByRole('option', { name: /Appearance/ }).click();
  const mail = page.frameLocator('iframe[title="The message as HTML"]');
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
  const frame = page.locator('iframe[title="The message as HTML"]');
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
  const shown = page.frameLocator('iframe[title="The message as HTML"]').getByRole('heading');
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

test('the previews of the neighbours and of the row that is pointed at stand ready, without what is of other hosts', async ({
  restante,
}) => {
  const { page } = restante;
  const agent = await agentNamed(restante, 'My app');
  for (const name of ['One', 'Two', 'Three', 'Four']) {
    await sendTo(agent, { subject: name, html: `<h1>Mail ${name}</h1><img src="http://127.0.0.1:9/x.png">` });
  }
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'document') {
      asked.push(request.url());
    }
  });
  const shown = page.locator('iframe[title="The message as HTML"]');
  const ready = page.locator('iframe[title="A message that may be opened next"]');
  await page.getByRole('option', { name: 'Two' }).click();
  await expect(ready).toHaveCount(2);
  const two = await shown.getAttribute('src');
  await page.keyboard.press('k');
  await expect(shown.contentFrame().getByRole('heading', { name: 'Mail Three' })).toBeVisible();
  await page.keyboard.press('j');
  await expect(shown.contentFrame().getByRole('heading', { name: 'Mail Two' })).toBeVisible();
  expect(
    asked.filter((url) => url === two),
    'it never moved in the document',
  ).toHaveLength(1);
  await expect(ready).toHaveCount(2);

  await page.getByRole('option', { name: 'Four' }).hover();
  await expect(ready).toHaveCount(3);
  await expect(ready.nth(0)).toBeHidden();

  await page.getByRole('button', { name: 'Load for this message' }).click();
  await expect(shown).toHaveAttribute('src', /remote=1/);
  await expect(ready).toHaveCount(3);
  for (const frame of await ready.all()) {
    await expect(frame).not.toHaveAttribute('src', /remote/);
  }

  await page.keyboard.press('k');
  await expect(shown.contentFrame().getByRole('heading', { name: 'Mail Three' })).toBeVisible();
  const address = await shown.getAttribute('src');
  expect(asked.filter((url) => url === address)).toHaveLength(1);
});
