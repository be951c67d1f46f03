import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import type { Agent } from '../../../shared/agent.ts';
import { menuCommands } from '../../../shared/desktop-bridge.ts';
import { sendTo } from '../support/agents.ts';
import { choose, expect, test } from '../support/desktop-test.ts';
import { expectFocusOn } from '../support/focus.ts';

/** The commands that can be chosen in the menu now. */
function offered(application: ElectronApplication): Promise<string[]> {
  return application.evaluate(
    ({ Menu }, commands) =>
      commands.filter((id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.enabled === true),
    menuCommands,
  );
}

async function firstAgent(page: Page): Promise<Agent> {
  const answer = await page.evaluate(async () => (await fetch('/api/agents')).json() as Promise<unknown>);
  return (answer as { agents: [Agent] }).agents[0];
}

const always = ['new-agent', 'import', 'open-workspace', 'save-workspace', 'find', 'palette', 'shortcuts'];
const ofMessage = ['print', 'save-pdf', 'save-png'];

function inMenuOrder(commands: readonly string[]): string[] {
  return menuCommands.filter((command) => commands.includes(command));
}

test('the menu offers on every page what means something there, and nothing behind a dialog', async ({
  application,
  page,
}) => {
  const expectOffered = (commands: readonly string[], where: string) =>
    expect.poll(() => offered(application), where).toEqual(inMenuOrder(commands));
  await expectOffered(always, 'an empty inbox');

  await sendTo(await firstAgent(page), { subject: 'One' });
  await expectOffered([...always, 'export'], 'an inbox with mail');
  await page.getByRole('option', { name: /One/ }).click();
  await expectOffered([...always, 'export', ...ofMessage], 'an open message');

  await choose(application, 'Save Workspace…');
  await expect(page.getByRole('dialog', { name: 'Save a workspace file' })).toBeVisible();
  await expectOffered([], 'a dialog');
  await choose(application, 'New Mail Agent…');
  await page.keyboard.press('Escape');
  await expectOffered([...always, 'export', ...ofMessage], 'no dialog any more');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.getByRole('link', { name: /My app/ }).click();
  await page.getByRole('link', { name: 'Connect' }).click();
  await expectOffered([...always, 'export'], 'Connect');
  await choose(application, 'Export…');
  await expect(page.getByRole('dialog', { name: 'Export 1 message' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Error codes' }).click();
  await expectOffered([...always, 'export'], 'Error codes');

  await page.reload();
  await expectOffered([...always, 'export'], 'after loading anew');
  await application.evaluate(({ app, BrowserWindow }) => {
    // As on macOS, where the application stays without a window.
    app.removeAllListeners('window-all-closed');
    app.on('window-all-closed', () => undefined);
    BrowserWindow.getAllWindows()[0]?.close();
  });
  await expectOffered([], 'without a window');
});

test('the menu opens the dialogs of mail and workspaces, and a workspace is saved where the person says', async ({
  application,
  page,
  dataFolder,
}) => {
  await page.getByRole('combobox', { name: 'Search messages' }).waitFor();
  for (const [label, name] of [
    ['Import Mail…', 'Import messages'],
    ['Open Workspace…', 'Open a workspace file'],
  ] as const) {
    await choose(application, label);
    const dialog = page.getByRole('dialog', { name });
    await expect(dialog).toBeVisible();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(dialog).toHaveCount(0);
  }

  const file = join(dataFolder, 'saved.restante');
  await application.evaluate(({ session }, path) => {
    session.defaultSession.on('will-download', (_event, download) => download.setSavePath(path));
  }, file);
  await choose(application, 'Save Workspace…');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect
    .poll(async () => (await readFile(file).catch(() => Buffer.alloc(0))).subarray(0, 2).toString())
    .toBe('PK');
});

test('the menu creates an agent, finds messages from any page, and opens palette and shortcuts', async ({
  application,
  page,
}) => {
  const search = page.getByRole('combobox', { name: 'Search messages' });
  await expect(search).toBeVisible();
  await choose(application, 'Find Messages');
  await expectFocusOn(search);

  await page.getByRole('link', { name: /My app/ }).click();
  await page.getByRole('link', { name: 'Connect' }).click();
  await expect(search).toHaveCount(0);
  await choose(application, 'Find Messages');
  await expectFocusOn(search);

  await choose(application, 'New Mail Agent…');
  const name = page.getByRole('dialog').getByRole('textbox', { name: 'Name' });
  await expectFocusOn(name);
  await choose(application, 'Find Messages');
  await name.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  // A dialog that has just gone still keeps the page for a moment, and the menu says so.
  await expect.poll(() => offered(application)).toContain('palette');
  await choose(application, 'Command Palette…');
  await expectFocusOn(page.getByRole('combobox', { name: 'Command or message' }));
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect.poll(() => offered(application)).toContain('shortcuts');
  await choose(application, 'Keyboard Shortcuts');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
});
