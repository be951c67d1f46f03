import type { Locator, Page } from '@playwright/test';
import { agentsOf, createAgent, sendTo } from '../support/agents.ts';
import { expect, test } from '../support/test.ts';
import { violations } from '../support/violations.ts';

async function choose(page: Page, button: string, entry: string, dialog: string): Promise<Locator> {
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.getByRole('menuitem', { name: entry }).click();
  const opened = page.getByRole('dialog', { name: dialog });
  await expect(opened).toBeVisible();
  return opened;
}

for (const scheme of ['light', 'dark'] as const) {
  test(`no dialog of files, workspaces and replays breaks an accessibility rule, ${scheme}`, async ({
    restante,
  }) => {
    test.slow();
    const { page } = restante;
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    const [agent] = await agentsOf(restante);
    if (agent === undefined) {
      throw new Error('There is an agent from the first run on.');
    }
    await sendTo(agent, { subject: 'First' });
    await createAgent(restante, { name: 'Strict', mode: 'strict', domains: ['example.net'] });

    const saving = await choose(page, 'Files', 'Save workspace…', 'Save a workspace file');
    await saving.getByRole('checkbox', { name: /Tokens/ }).check();
    await expect(saving.getByText('The file holds secrets')).toBeVisible();
    expect(await violations(page), 'saving a workspace').toEqual([]);
    await saving.getByRole('button', { name: 'Cancel' }).click();

    const opening = await choose(page, 'Files', 'Open workspace…', 'Open a workspace file');
    expect(await violations(page), 'opening a workspace').toEqual([]);
    await opening
      .locator('input[type=file]')
      .setInputFiles({ name: 'odd.restante', mimeType: 'application/zip', buffer: Buffer.from('odd') });
    await opening.getByRole('button', { name: 'Open', exact: true }).click();
    await expect(opening.getByRole('alert')).toBeVisible();
    expect(await violations(page), 'a workspace that is none').toEqual([]);
    const workspace = await page.evaluate(async () => [
      ...new Uint8Array(await (await fetch('/api/workspace')).arrayBuffer()),
    ]);
    await opening.locator('input[type=file]').setInputFiles({
      name: 'good.restante',
      mimeType: 'application/zip',
      buffer: Buffer.from(workspace),
    });
    await opening.getByRole('button', { name: 'Open', exact: true }).click();
    await expect(opening.getByRole('status')).toContainText('2 agents');
    expect(await violations(page), 'what came with a workspace').toEqual([]);
    await opening.getByRole('button', { name: 'Done' }).click();

    const importing = await choose(page, 'Files', 'Import messages…', 'Import messages');
    await importing
      .locator('input[type=file]')
      .first()
      .setInputFiles([
        { name: 'one.eml', mimeType: 'message/rfc822', buffer: Buffer.from('Subject: x\r\n\r\nx\r\n') },
        { name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from('\x89PNG\r\n') },
      ]);
    await importing.getByRole('combobox', { name: 'Into' }).click();
    await page.getByRole('option', { name: agent.name, exact: true }).click();
    expect(await violations(page), 'an import').toEqual([]);
    await importing.getByRole('button', { name: 'Import 2 files' }).click();
    await expect(importing.getByText('photo.png is no mail', { exact: false })).toBeVisible();
    expect(await violations(page), 'what was imported').toEqual([]);
    await importing.getByRole('button', { name: 'Done' }).click();

    const exporting = await choose(page, `Actions for ${agent.name}`, 'Export…', 'Export 2 messages');
    expect(await violations(page), 'an export').toEqual([]);
    await exporting.getByRole('button', { name: 'Cancel' }).click();

    const replaying = await choose(page, `Actions for ${agent.name}`, 'Replay…', 'Replay 2 messages');
    expect(await violations(page), 'a replay').toEqual([]);
    await replaying.getByRole('combobox', { name: 'Into' }).click();
    await page.getByRole('option', { name: 'Strict', exact: true }).click();
    await replaying.getByRole('button', { name: 'Replay' }).click();
    const tray = page.getByRole('region', { name: 'Replays' });
    await tray.getByText('2 refused').click();
    expect(await violations(page), 'a replay that was refused').toEqual([]);
  });
}
