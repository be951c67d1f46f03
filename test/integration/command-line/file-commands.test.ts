import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { tellAddress } from '../../../electron/command-line/reach-restante.ts';
import { ServedOffice } from '../../support/served-office.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const headless = resolve(import.meta.dirname, '../../../electron/headless.ts');

function restante(...args: string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolved) => {
    execFile(process.execPath, [headless, ...args], (error, stdout, stderr) => {
      resolved({ code: error === null ? 0 : Number(error.code), said: stdout + stderr });
    });
  });
}

async function folderOfMail(): Promise<string> {
  const folder = join(await temporaryFolder(), 'mail');
  await mkdir(join(folder, 'inner'), { recursive: true });
  await writeFile(join(folder, 'one.eml'), 'Subject: one\r\n\r\nx\r\n');
  await writeFile(join(folder, 'inner', 'photo.png'), 'PNG');
  return folder;
}

test('a folder is imported into a free data folder and exported again, never over a file', async () => {
  const data = await temporaryFolder();
  const imported = await restante('import', await folderOfMail(), '--data', data);
  expect(imported.code).toBe(1);
  expect(imported.said).toContain('1 message is in My app.');
  expect(imported.said).toContain('photo.png is no mail');
  const file = join(data, 'out.mbox');
  expect(await restante('export', file, '--format', 'mbox', '--data', data)).toMatchObject({ code: 0 });
  expect(await readFile(file, 'latin1')).toMatch(/^From \S+ .*\nSubject: one\r\n\r\nx\r\n\n$/);
  expect(await restante('export', file, '--data', data)).toMatchObject({
    code: 1,
    said: expect.stringContaining('already exists'),
  });
}, 180_000);

test('a data folder that is served is asked through its control API', async () => {
  const office = await ServedOffice.open();
  onTestFinished(await tellAddress(office.postOffice.dataFolder, office.url));
  const mail = join(await folderOfMail(), 'one.eml');
  const imported = await restante('import', mail, '--data', office.postOffice.dataFolder);
  expect(imported).toMatchObject({ code: 0, said: expect.stringContaining('1 message is in My app.') });
  expect(await office.postOffice.archive.ids({})).toHaveLength(1);
});

test('a data folder that the desktop app uses is refused in words', async () => {
  const office = await ServedOffice.open();
  const answer = await restante('export', '/nowhere/x.zip', '--data', office.postOffice.dataFolder);
  expect(answer).toMatchObject({ code: 1, said: expect.stringContaining('Another Restante already uses') });
});
