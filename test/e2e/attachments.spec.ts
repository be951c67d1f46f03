import { readFile } from 'node:fs/promises';
import { agentNamed, sendTo } from './support/agents.ts';
import { expectFocusOn } from './support/focus.ts';
import { expect, test } from './support/test.ts';
import { violations } from './support/violations.ts';

const fixture = (name: string): Promise<Buffer> =>
  readFile(new URL(`../fixtures/pdf/${name}`, import.meta.url));

/** A PDF of five empty pages and one that is not there. */
const half = [
  '%PDF-1.4',
  '1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj',
  '2 0 obj <</Type/Pages/Kids[3 0 R 4 0 R 5 0 R 6 0 R 7 0 R 9 0 R]/Count 6>> endobj',
  ...[3, 4, 5, 6, 7].map((n) => `${n} 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>> endobj`),
  'trailer <</Root 1 0 R>>',
].join('\n');

test('a PDF is looked at page by page, its words can be chosen, and a locked one asks for its password', async ({
  restante,
}) => {
  const { page } = restante;
  const agent = await agentNamed(restante, 'My app');
  await sendTo(agent, {
    subject: 'Your invoice',
    text: 'See the attached files.',
    attachments: [
      { filename: 'invoice.pdf', content: await fixture('invoice.pdf') },
      { filename: 'locked.pdf', content: await fixture('locked.pdf') },
      { filename: `half-${'x'.repeat(200)}.PDF`, content: half, contentType: 'application/x-pdf' },
      { filename: 'broken.pdf', content: '%PDF-1.7 broken' },
    ],
  });
  await page.getByRole('option', { name: /Your invoice/ }).click();
  await page.getByRole('tab', { name: /Attachments/ }).click();
  const dialog = page.getByRole('dialog');
  const firstPage = dialog.getByRole('region', { name: 'Page 1', exact: true });

  await page.getByRole('button', { name: 'View invoice.pdf' }).press('Enter');
  await expect(dialog.getByText('2 pages')).toBeVisible();
  await expect(firstPage).toContainText('Total: 1,234.50 EUR');
  await expect(firstPage, 'by the characters of a font that is not in the file').toContainText('請求書');
  const ink = (): Promise<number> =>
    firstPage.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
      const drawn = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      return drawn.filter((value, at) => at % 4 === 0 && value < 100).length;
    });
  await expect.poll(ink, 'the picture is drawn, not only its words').toBeGreaterThan(500);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  await page.getByRole('button', { name: 'View locked.pdf' }).click();
  await expectFocusOn(dialog.getByLabel('Password of the PDF'));
  await dialog.getByLabel('Password of the PDF').fill('guess');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('This is not its password.')).toBeVisible();
  await dialog.getByLabel('Password of the PDF').fill('open-sesame');
  await page.keyboard.press('Enter');
  await expect(firstPage).toContainText('Invoice 4711');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  await page.getByRole('button', { name: /^View half-x+\.PDF/ }).click();
  await expect(dialog.getByRole('button', { name: 'Close' }), 'beside a long name').toBeInViewport();
  await expect(dialog.getByText('6 pages')).toBeVisible();
  const fifthPage = dialog.getByRole('region', { name: 'Page 5', exact: true });
  await expect(firstPage.locator('canvas')).toHaveCount(1);
  await expect(fifthPage.locator('canvas'), 'far below').toHaveCount(0);
  await fifthPage.evaluate((sheet) => {
    const scroller = sheet.parentElement?.parentElement;
    scroller?.scrollBy(0, sheet.getBoundingClientRect().top - scroller.getBoundingClientRect().bottom - 300);
  });
  await expect(fifthPage.locator('canvas'), 'drawn before it is in sight').toHaveCount(1);
  await expect(fifthPage).not.toBeInViewport();
  const problem = dialog.getByText('This page could not be drawn', { exact: false });
  await dialog.getByRole('region', { name: 'Page 6', exact: true }).scrollIntoViewIfNeeded();
  await problem.scrollIntoViewIfNeeded();
  await expect(problem).toBeInViewport();
  await expect(firstPage.locator('canvas'), 'given up when it is far').toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  await page.getByRole('button', { name: 'View broken.pdf' }).click();
  await expect(dialog.getByText('This could not be loaded')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  await page.getByRole('tab', { name: 'Structure' }).click();
  await page.getByRole('treeitem', { name: /invoice\.pdf/ }).click();
  await expect(page.getByRole('region', { name: 'Page 1', exact: true })).toContainText('Invoice 4711');
});
