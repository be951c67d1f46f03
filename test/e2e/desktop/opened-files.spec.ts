import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/desktop-test.ts';
import { desktopCommand, launchDesktop } from '../support/on-desktop.ts';

const raw = 'From: a@b.example\r\nSubject: Out of a file\r\n\r\nbare\nend';

async function mailFile(folder: string, name = 'mail.eml'): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, raw);
  return file;
}

/** The bytes of the only message. */
function heldBytes(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const { messages } = (await (await fetch('/api/messages')).json()) as { messages: { id: string }[] };
    return (await fetch(`/api/messages/${messages[0]?.id}/raw`)).text();
  });
}

test('mail that is named on the command line is imported after a question, byte for byte', async ({
  dataFolder,
}) => {
  const application = await launchDesktop(dataFolder, [
    await mailFile(dataFolder),
    join(dataFolder, 'missing.mbox'),
  ]);
  const page = await application.firstWindow();
  await expect(page.getByText('missing.mbox was not opened')).toBeVisible();
  const dialog = page.getByRole('dialog', { name: 'Import messages' });
  await expect(dialog.getByText('mail.eml')).toBeVisible();
  await dialog.getByRole('button', { name: 'Import 1 file' }).click();
  await expect(dialog.getByRole('status')).toContainText('1 message is in My app');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('option', { name: /Out of a file/ })).toBeVisible();
  expect(await heldBytes(page)).toBe(raw);
  await application.close();
});

test('a second start hands its files to the first, which asks for the agent where there are several', async ({
  page,
  dataFolder,
}) => {
  await page.evaluate(() =>
    fetch('/api/agents', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Billing' }),
    }),
  );
  await page.getByRole('link', { name: /Billing/ }).click();
  await mailFile(dataFolder, 'second.eml');
  const { program, args } = desktopCommand(dataFolder);
  const second = spawn(program, [...args, 'second.eml'], { stdio: 'ignore', cwd: dataFolder });
  expect((await once(second, 'exit'))[0]).toBe(0);

  const dialog = page.getByRole('dialog', { name: 'Import messages' });
  await expect(dialog.getByText('second.eml')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Import 1 file' })).toBeDisabled();
  await dialog.getByRole('combobox', { name: 'Into' }).click();
  await page.getByRole('option', { name: 'Billing', exact: true }).click();
  await dialog.getByRole('button', { name: 'Import 1 file' }).click();
  await expect(dialog.getByRole('status')).toContainText('1 message is in Billing');
  expect(await heldBytes(page)).toBe(raw);
});

test('a workspace and mail that the system opens together come one after the other', async ({
  application,
  page,
  dataFolder,
}) => {
  const workspace = join(dataFolder, 'demo.restante');
  const bytes = await page.evaluate(async () => [
    ...new Uint8Array(await (await fetch('/api/workspace')).arrayBuffer()),
  ]);
  await writeFile(workspace, Buffer.from(bytes));
  // As macOS tells it, for every file by itself.
  for (const path of [await mailFile(dataFolder), workspace]) {
    await application.evaluate(({ app }, opened) => {
      app.emit('open-file', { preventDefault: () => undefined }, opened);
    }, path);
  }
  const opening = page.getByRole('dialog', { name: 'Open a workspace file' });
  const importing = page.getByRole('dialog', { name: 'Import messages' });
  const shown: string[] = [];
  for (let at = 0; at < 2; at += 1) {
    await expect(opening.or(importing)).toBeVisible();
    const isWorkspace = await opening.isVisible();
    shown.push(isWorkspace ? 'workspace' : 'mail');
    const dialog = isWorkspace ? opening : importing;
    await expect(dialog.getByText(isWorkspace ? 'demo.restante' : 'mail.eml')).toBeVisible();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(dialog).toHaveCount(0);
  }
  expect(shown.toSorted()).toEqual(['mail', 'workspace']);
});

test('no other file can be read by the way of opened ones', async ({ page, dataFolder }) => {
  await mailFile(dataFolder);
  const answers = await page.evaluate(async () => {
    const paths = ['/opened-files/', '/opened-files/mail.eml', '/opened-files/..%2F..%2Fetc%2Fpasswd'];
    const statuses = await Promise.all(paths.map(async (path) => (await fetch(path)).status));
    return { statuses, taken: await window.restante?.takeOpenedFiles() };
  });
  expect(answers).toEqual({ statuses: [404, 404, 404], taken: [] });
});
