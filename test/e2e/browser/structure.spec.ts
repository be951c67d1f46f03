import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { agentNamed, sendTo } from '../support/agents.ts';
import { expect, test } from '../support/test.ts';
import type { Restante } from '../support/test.ts';
import { violations } from '../support/violations.ts';

function fixture(name: string): string {
  return readFileSync(resolve(import.meta.dirname, `../../fixtures/mail/${name}.eml`), 'utf8');
}

async function openStructure(restante: Restante, raw: string): Promise<void> {
  await sendTo(await agentNamed(restante, 'My app'), { subject: '', raw });
  await restante.page.getByRole('option').first().click();
  await restante.page.getByRole('tab', { name: 'Structure' }).click();
}

test('the tree of parts is walked by keyboard, and each part is shown as what it is', async ({
  restante,
}) => {
  const { page } = restante;
  await openStructure(restante, fixture('every-part'));
  const tree = page.getByRole('tree', { name: 'Parts of the message' });
  const chosen = tree.getByRole('treeitem', { selected: true });
  await tree.focus();
  await expect(chosen).toContainText('multipart/mixed');
  await page.keyboard.press('ArrowDown');
  await expect(chosen).toContainText('multipart/related');
  await page.keyboard.press('ArrowLeft');
  await expect(chosen).toHaveAttribute('aria-expanded', 'false');
  await expect(tree.getByRole('treeitem', { name: /x-amp-html/ })).toHaveCount(0);

  await page.keyboard.press('ArrowDown');
  const panel = page.getByRole('region', { name: /^Part 1/ });
  await expect(panel.getByRole('heading', { name: 'Bestellungen €.csv' })).toBeVisible();
  await expect(panel.getByRole('row', { name: 'محمد القاهرة' })).toBeVisible();
  await expect(panel.getByRole('list', { name: 'Problems' })).toContainText('bytes beyond ASCII');

  await page.keyboard.press('ArrowDown');
  await expect(panel.getByRole('region', { name: 'JSON, indented' })).toContainText('"paid": true');
  await page.keyboard.press('ArrowDown');
  await expect(panel).toContainText('characters are no base64');
  await expect(panel.getByRole('region', { name: 'Text of the part' })).toContainText('Hello world');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await tree.getByRole('treeitem', { name: /logo.png/ }).click();
  await expect(panel.getByRole('img', { name: 'logo.png' })).toHaveJSProperty('naturalWidth', 64);
  await expect(panel).toContainText('64 × 48 pixels');
  await tree.getByRole('treeitem', { name: /x-amp-html/ }).click();
  await expect(panel).toContainText('never run');
  await expect(panel.getByRole('region', { name: 'Text of the part' })).toContainText('<html ⚡4email>');
});

test('a message within the message is opened, and the one within that', async ({ restante }) => {
  const { page } = restante;
  await openStructure(restante, fixture('every-part'));
  await page.getByRole('treeitem', { name: /forwarded.eml/ }).click();
  await expect(page.getByRole('heading', { name: 'Fwd: Grüße' })).toBeVisible();
  await expect(page.frameLocator('iframe').getByText('Grüße, Max')).toBeVisible();
  await page.getByRole('button', { name: 'Its parts' }).click();
  await expect(page.getByRole('treeitem', { selected: true })).toContainText('multipart/mixed');
  await page.getByRole('treeitem', { name: /^1\.5\.1\.2 / }).click();
  await expect(page.getByRole('heading', { name: 'Deeper still' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Plain text' })).toContainText('The bottom.');

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download decoded' }).click();
  expect(readFileSync(await (await download).path(), 'utf8')).toMatch(/^From: Deep/);
});

test('invitations, contacts, reports and packed files are shown as cards and parts', async ({ restante }) => {
  const { page } = restante;
  await openStructure(restante, fixture('cards'));
  const panel = page.getByRole('region', { name: /^Part 1/ });
  await page.getByRole('treeitem', { name: /invite.ics/ }).click();
  const event = panel.getByRole('article', { name: 'Planning' });
  await expect(event).toContainText('every week on Tuesday, 4 times');
  await expect(event).toContainText('Bob <bob@example.org>: declined, optional');
  await expect(panel).toContainText('An invitation, or a change to one (REQUEST)');
  await page.getByRole('treeitem', { name: /jane.vcf/ }).click();
  await expect(panel.getByRole('article', { name: 'Jane Doe' })).toContainText('Main Street 1, Berlin');
  await page.getByRole('treeitem', { name: /delivery-status/ }).click();
  await expect(panel).toContainText('For nobody@example.com the mail could not be delivered');
  await page.getByRole('treeitem', { name: /Übersicht.txt/ }).click();
  await expect(panel.getByRole('region', { name: 'Text of the part' })).toContainText('Notes from Outlook');
  await page.getByRole('treeitem', { name: /body.html/ }).click();
  await expect(page.frameLocator('iframe').getByText('Grüße aus Outlook')).toBeVisible();
  await page.getByRole('treeitem', { name: /cat.txt/ }).click();
  await expect(panel.getByRole('region', { name: 'Text of the part' })).toContainText('Cat');
  await page.getByRole('treeitem', { name: /multipart\/signed/ }).click();
  await expect(panel).toContainText('does not check the signature');
});

for (const scheme of ['light', 'dark'] as const) {
  test(`no part breaks an accessibility rule, ${scheme}`, async ({ restante }) => {
    test.slow();
    const { page } = restante;
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await openStructure(restante, fixture('every-part'));
    for (const [part, content] of [
      ['exe', page.getByText('Hello world')],
      ['csv', page.getByRole('row', { name: 'محمد القاهرة' })],
      ['forwarded', page.getByRole('heading', { name: 'Fwd: Grüße' })],
    ] as const) {
      await page.getByRole('treeitem', { name: new RegExp(part) }).click();
      await expect(content).toBeVisible();
      expect(await violations(page), `the part ${part}`).toEqual([]);
    }
  });
}
