import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import type { ElectronApplication, Page } from '@playwright/test';
import type { Agent } from '../../../shared/agent.ts';
import { sendTo } from '../support/agents.ts';
import { choose, expect, test } from '../support/desktop-test.ts';

const html = `<!doctype html><style>@media print { h1 { display: none } }
@media (prefers-color-scheme: dark) { body { background: rgb(0, 0, 40) } }</style>
<body style="margin:0"><h1>On the sheet</h1><div style="height:2000px"></div>
<div style="height:100px;background:rgb(200, 0, 0)"></div></body>`;

/** Opens a message whose system dialogs are answered: saving with this file, printing with what is kept in `printed`. */
async function openMessage(
  { application, page }: { application: ElectronApplication; page: Page },
  { subject, body, file }: { subject: string; body: object; file: string },
): Promise<void> {
  await application.evaluate(({ app, dialog }, filePath) => {
    const printed: string[] = [];
    const offered: (string | undefined)[] = [];
    Object.assign(globalThis, { printed, offered });
    Object.assign(dialog, {
      showSaveDialog: (_window: unknown, options: { defaultPath?: string }) => {
        offered.push(options.defaultPath);
        return Promise.resolve({ canceled: filePath === '', filePath });
      },
    });
    app.on('web-contents-created', (_event, contents) => {
      Object.assign(contents, {
        print: (_options: unknown, done: (printed: boolean, reason: string) => void) => {
          printed.push(contents.getURL(), contents.getTitle());
          done(false, 'Print job canceled');
        },
      });
    });
  }, file);
  const answer = await page.evaluate(async () => (await fetch('/api/agents')).json() as Promise<unknown>);
  await sendTo((answer as { agents: [Agent] }).agents[0], { subject, ...body });
  await page.getByRole('option', { name: new RegExp(subject) }).click();
  await expect(page.getByRole('heading', { name: subject })).toBeVisible();
}

/** Width, height and the colours of two points of a picture, read by Electron's own decoder. */
function pictureFacts(application: ElectronApplication, file: string) {
  return application.evaluate(({ nativeImage }, path) => {
    const image = nativeImage.createFromPath(path);
    const { width, height } = image.getSize();
    const bitmap = image.toBitmap();
    const at = (x: number, y: number) => {
      const start = (y * width + x) * 4;
      // BGRA
      return [bitmap[start + 2], bitmap[start + 1], bitmap[start]];
    };
    return { width, height, middle: at(200, 1000), end: at(200, height - 50) };
  }, file);
}

test('a message is saved as a picture, as wide as it is shown, in its colours and to its end', async ({
  application,
  page,
  dataFolder,
}) => {
  const file = join(dataFolder, 'mail.png');
  await openMessage({ application, page }, { subject: 'Sheet', body: { html }, file });
  await page.getByTitle('Phone, 375 pixels').click();
  await page.getByRole('button', { name: /^Colours/ }).click();
  await page.getByRole('menuitemradio', { name: /^Dark, its own/ }).click();
  await choose(application, 'Save as PNG…');
  await expect(page.getByText(file)).toBeVisible();
  const facts = await pictureFacts(application, file);
  expect(facts).toMatchObject({ width: 375, middle: [0, 0, 40], end: [200, 0, 0] });
  expect(facts.height).toBeGreaterThan(2100);
  expect(await application.evaluate(() => (globalThis as unknown as { offered: string[] }).offered)).toEqual([
    'Sheet.png',
  ]);
});

test('a message is saved as a PDF of one page, with its text in it, as it looks on the screen', async ({
  application,
  page,
  dataFolder,
}) => {
  const file = join(dataFolder, 'mail.pdf');
  await openMessage({ application, page }, { subject: 'Sheet', body: { html }, file });
  await page.getByTitle('Phone, 375 pixels').click();
  await page.getByRole('button', { name: 'Print or save' }).click();
  await page.getByRole('menuitem', { name: 'Save as PDF…' }).click();
  await expect(page.getByText(file)).toBeVisible();
  const pdf = await readFile(file);
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  const source = pdf.toString('latin1');
  expect(source.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(source) ?? [];
  // 72 points are 96 pixels; a page measures whole points.
  expect(Math.abs(Number(width) / 0.75 - 375)).toBeLessThan(1.5);
  expect(Number(height) / 0.75).toBeGreaterThan(2100);
  expect(textOperators(pdf), 'the heading, which paper would not have').toBeGreaterThan(0);
});

test('a text is put out too; what fails says why, and what is cancelled says nothing', async ({
  application,
  page,
  dataFolder,
}) => {
  const occupied = join(dataFolder, 'occupied');
  await writeFile(occupied, '');
  await openMessage(
    { application, page },
    { subject: 'Plain', body: { text: 'Only text' }, file: join(occupied, 'mail.pdf') },
  );
  await choose(application, 'Save as PDF…');
  const alert = page.getByRole('alert').filter({ hasText: 'The message was not saved as PDF' });
  await expect(alert).toContainText('ENOTDIR');

  await choose(application, 'Print…');
  await expect
    .poll(() => application.evaluate(() => (globalThis as unknown as { printed: string[] }).printed))
    .toEqual([expect.stringMatching(/^mail:\/\/view\/[\w-]+\/sheet\?headers=1$/), 'Plain']);
  await expect(page.getByText('The message was not printed')).toHaveCount(0);
  expect(application.windows(), 'the sheet is closed').toHaveLength(1);
});

test('the page of another origin in the window cannot have anything saved', async ({ application, page }) => {
  const answer = await page.evaluate(() =>
    window.restante?.putOut({ messageId: '../etc', as: 'pdf' } as never),
  );
  expect(answer).toEqual({ outcome: 'failed', problem: 'This cannot be printed or saved.' });
  expect(application.windows()).toHaveLength(1);
});

/** How many text-showing operators the PDF's streams have (ISO 32000-1, 9.4.3). */
function textOperators(pdf: Buffer): number {
  let count = 0;
  for (let at = pdf.indexOf('stream\n'); at !== -1; at = pdf.indexOf('stream\n', at + 1)) {
    const end = pdf.indexOf('endstream', at);
    try {
      const content = inflateSync(pdf.subarray(at + 7, end)).toString('latin1');
      count += content.match(/\bT[jJ]\b/g)?.length ?? 0;
    } catch {
      // Not a compressed stream.
    }
  }
  return count;
}
