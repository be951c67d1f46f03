import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openPostOffice } from '../../../electron/post-office/open-post-office.ts';
import { postOfficeForTest } from '../../support/post-office.ts';
import { opened, takesConnections } from '../../support/sockets.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

test('a second instance on the same folder is refused in words, and disturbs nothing', async () => {
  const postOffice = await postOfficeForTest();
  const { dataFolder: folder } = postOffice;
  const before = await readFile(join(folder, 'agents.json'), 'utf8');
  await expect(openPostOffice({ folder, agentPorts: 'any' })).rejects.toMatchObject({
    code: 'data.locked',
    message: `Another Restante already uses the data folder ${folder} (process ${process.pid}). Close it, or choose another folder with --data.`,
  });
  expect(await readFile(join(folder, 'agents.json'), 'utf8')).toBe(before);
  expect(postOffice.agents.list()[0]?.state).toBe('listening');
});

test('the folder is free again after closing', async () => {
  const first = await postOfficeForTest();
  await first.close();
  const second = await postOfficeForTest({ folder: first.dataFolder });
  expect(second.agents.list()).toHaveLength(1);
});

test('a folder that cannot be made is refused in words', async () => {
  const file = join(await temporaryFolder(), 'file');
  await writeFile(file, '');
  const opening = openPostOffice({ folder: join(file, 'below'), agentPorts: 'any' });
  await expect(opening).rejects.toMatchObject({ code: 'data.unwritable' });
});

test('what was opened is closed again when a later step fails', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'agents.json'), '{"version":99}');
  await expect(openPostOffice({ folder, agentPorts: 'any' })).rejects.toMatchObject({ code: 'agents.newer' });
  await rm(join(folder, 'agents.json'));
  const postOffice = await postOfficeForTest({ folder });
  expect(postOffice.agents.list()[0]?.state).toBe('listening');
});

test('a corrupt agents.json and a damaged store are set aside, and notices say so', async () => {
  const first = await postOfficeForTest();
  await first.agents.create({ name: 'Shop' });
  const { dataFolder: folder } = first;
  await first.close();
  await writeFile(join(folder, 'agents.json'), 'not at all');
  // The log alone could bring the store back.
  await rm(join(folder, 'messages.db-wal'), { force: true });
  await writeFile(join(folder, 'messages.db'), 'no database either'.repeat(100));

  const second = await postOfficeForTest({ folder });
  expect(second.agents.list().map(({ name }) => name)).toEqual(['My app', 'Shop']);
  expect(second.notices.list().map(({ title }) => title)).toEqual([
    'The message store was damaged',
    'The Mail Agents’ file needs a look',
  ]);
  const aside = (await readdir(folder)).filter((name) => name.includes('.corrupt-'));
  expect(aside).toEqual([expect.stringContaining('agents.json'), expect.stringContaining('messages.db')]);
});

test('a dismissed notice is gone', async () => {
  const { notices } = await postOfficeForTest();
  const notice = notices.add({ level: 'info', title: 'Something', text: 'happened' });
  expect(notices.list()).toEqual([notice]);
  notices.dismiss(notice.id);
  notices.dismiss(notice.id);
  expect(notices.list()).toEqual([]);
});

test('closing is idempotent, and ends connections that never speak', async () => {
  const postOffice = await postOfficeForTest();
  const [agent] = postOffice.agents.list();
  const port = agent?.channels.smtp.port ?? 0;
  const silent = await opened(port);
  const ended = new Promise((resolve) => silent?.once('close', resolve));
  silent?.resume();
  await Promise.all([postOffice.close(), postOffice.close()]);
  await ended;
  expect(await takesConnections(port)).toBe(false);
});
