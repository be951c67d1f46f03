import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import type { Agent } from '../../../shared/agent.ts';
import { sendTo } from '../support/agents.ts';
import { expect, test } from '../support/desktop-test.ts';
import { launchDesktop } from '../support/on-desktop.ts';

interface Dragged {
  readonly file: string;
  readonly files: readonly string[];
  readonly hasIcon: boolean;
}

/** From now on the system's drags are kept instead of begun; only the system itself can end one. */
async function keepDrags(application: ElectronApplication): Promise<void> {
  await application.evaluate(({ BrowserWindow }) => {
    const drags: unknown[] = [];
    Object.assign(globalThis, { drags });
    Object.assign(BrowserWindow.getAllWindows()[0]?.webContents ?? {}, {
      startDrag: (item: { file: string; files: string[]; icon: { isEmpty(): boolean } }) => {
        drags.push({ file: item.file, files: item.files, hasIcon: !item.icon.isEmpty() });
      },
    });
  });
}

function dragsOf(application: ElectronApplication): Promise<Dragged[]> {
  return application.evaluate(() => (globalThis as unknown as { drags: Dragged[] }).drags);
}

/**
 * Pulls at it with the mouse until the desktop has begun its drag, and lets go. Once more where nothing began: the pointer of
 * the system, which no button holds, is heard in between while a window builds up, and ends a press.
 */
async function pull(application: ElectronApplication, handle: Locator): Promise<Dragged> {
  const { mouse } = handle.page();
  const before = (await dragsOf(application)).length;
  await expect(async () => {
    await handle.hover();
    await mouse.down();
    await mouse.move(400, 300, { steps: 4 });
    try {
      await expect
        .poll(async () => (await dragsOf(application)).length, { timeout: 3_000 })
        .toBeGreaterThan(before);
    } finally {
      await mouse.up();
    }
  }).toPass({ timeout: 30_000 });
  const drags = await dragsOf(application);
  expect(drags.length, 'begun once').toBe(before + 1);
  const drag = drags.at(-1);
  if (drag === undefined) {
    throw new Error('Nothing was dragged.');
  }
  return drag;
}

async function firstAgent(page: Page): Promise<Agent> {
  const answer = await page.evaluate(async () => (await fetch('/api/agents')).json() as Promise<unknown>);
  return (answer as { agents: [Agent] }).agents[0];
}

/** What the control API answers at an address, as bytes. */
async function bytesAt(page: Page, path: string): Promise<Buffer> {
  return Buffer.from(
    await page.evaluate(
      async (address) => [...new Uint8Array(await (await fetch(address)).arrayBuffer())],
      path,
    ),
  );
}

async function idOf(row: Locator): Promise<string> {
  return (await row.getAttribute('data-id')) ?? '';
}

test('a message that is dragged out of the list is a file, byte for byte as it is held', async ({
  application,
  page,
}) => {
  await keepDrags(application);
  // No text in any charset.
  const raw = Buffer.from(
    'From: a@b.example\r\nSubject: ../Order: 7?\r\nX: \xff\r\n\r\n\xc3\x28\x00\r\nend',
    'latin1',
  );
  await sendTo(await firstAgent(page), { subject: '', raw });
  const row = page.getByRole('option', { name: /Order: 7/ });
  const { file, files, hasIcon } = await pull(application, row);
  expect([basename(file), files, hasIcon]).toEqual(['order-7.eml', [file], true]);
  const held = await bytesAt(page, `/api/messages/${await idOf(row)}/raw`);
  expect(held.includes(Buffer.from([0xc3, 0x28, 0]))).toBe(true);
  expect(await readFile(file)).toEqual(held);
  const folder = await stat(join(file, '..'));
  expect(process.platform === 'win32' || (folder.mode & 0o077) === 0, 'the folder is private').toBe(true);
});

test('a chosen message takes all that are chosen along, in files of their own; another one goes alone', async ({
  application,
  page,
}) => {
  await keepDrags(application);
  const agent = await firstAgent(page);
  for (const subject of ['Order', 'Order', 'Invoice']) {
    await sendTo(agent, { subject, text: `About ${subject}` });
  }
  const rows = page.getByRole('option');
  await expect(rows).toHaveCount(3);
  await rows.nth(1).click();
  await rows.nth(2).click({ modifiers: ['ControlOrMeta'] });
  const both = await pull(application, rows.nth(2));
  expect(both.files.map((file) => basename(file))).toEqual(['order.eml', 'order (2).eml']);
  for (const [at, file] of both.files.entries()) {
    const id = await idOf(rows.nth(at + 1));
    expect(await readFile(file)).toEqual(await bytesAt(page, `/api/messages/${id}/raw`));
  }
  const alone = await pull(application, rows.nth(0));
  expect(alone.files.map((file) => basename(file))).toEqual(['invoice.eml']);
});

test('the open message, an attachment and a part are dragged out too; what was dragged goes with the application', async ({
  dataFolder,
}) => {
  const application = await launchDesktop(dataFolder);
  const page = await application.firstWindow();
  await page.waitForLoadState();
  await keepDrags(application);
  const attachment = Buffer.from([0, 1, 2, 0xff, 0x0d, 0x0a]);
  await sendTo(await firstAgent(page), {
    subject: 'With a file',
    text: 'See below',
    attachments: [{ filename: '../CON\u202Ecod.exe', content: attachment }],
  });
  const row = page.getByRole('option', { name: /With a file/ });
  await row.click();

  const whole = await pull(application, page.getByRole('link', { name: 'Download as .eml' }));
  expect(basename(whole.file)).toBe('with-a-file.eml');
  expect(await readFile(whole.file)).toEqual(await bytesAt(page, `/api/messages/${await idOf(row)}/raw`));

  await page.getByRole('tab', { name: 'Attachments' }).click();
  const saved = await pull(application, page.getByRole('tabpanel').getByRole('listitem'));
  expect(basename(saved.file)).toBe('_CON_cod.exe');
  expect(await readFile(saved.file)).toEqual(attachment);

  await page.getByRole('tab', { name: 'Structure' }).click();
  const part = await pull(application, page.getByRole('treeitem', { name: /text\/plain/ }));
  expect(basename(part.file)).toBe('part-1.1.txt');
  expect((await readFile(part.file, 'utf8')).trim()).toBe('See below');

  const folder = join(whole.file, '../..');
  expect(await readdir(folder)).toHaveLength(3);
  await application.close();
  await expect(readdir(folder)).rejects.toThrow('ENOENT');
});

test('the page cannot have any other file dragged', async ({ application, page }) => {
  await keepDrags(application);
  const answers = await page.evaluate(async () => {
    const wishes: unknown[] = [
      { of: 'messages', ids: ['../../etc/passwd'] },
      { of: 'messages', ids: [] },
      { of: 'part', messageId: crypto.randomUUID(), path: '../1', as: 'decoded' },
      { of: 'file', path: '/etc/passwd' },
      { of: 'messages', ids: [crypto.randomUUID()] },
    ];
    window.restante?.startDrag('/etc/passwd');
    const answered: unknown[] = [];
    for (const wish of wishes) {
      answered.push(await window.restante?.prepareDrag(wish as never));
    }
    return answered;
  });
  const refused = { outcome: 'failed', problem: 'This cannot be dragged.' };
  expect(answers).toEqual([
    refused,
    refused,
    refused,
    refused,
    { outcome: 'failed', problem: 'It was deleted meanwhile.' },
  ]);
  expect(await dragsOf(application)).toEqual([]);
});
