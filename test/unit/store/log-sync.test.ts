import type * as FileSystem from 'node:fs';
import { closeSync, fdatasync, openSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { LogSync } from '../../../electron/store/log-sync.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

// What reaches the disk cannot be seen from here, only that the operating system is asked for it.
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof FileSystem>();
  return { ...fs, fdatasync: vi.fn<typeof fs.fdatasync>(fs.fdatasync) };
});

afterEach(() => {
  vi.mocked(fdatasync).mockClear();
});

async function log(): Promise<string> {
  const file = join(await temporaryFolder(), 'log');
  closeSync(openSync(file, 'w'));
  return file;
}

test('a run of commits is synced together, and what is committed afterwards again', async () => {
  const sync = new LogSync(await log(), (error) => expect.unreachable(error.message));
  sync.committed();
  sync.committed();
  await vi.waitFor(() => expect(fdatasync).toHaveBeenCalledTimes(1));
  sync.committed();
  await vi.waitFor(() => expect(fdatasync).toHaveBeenCalledTimes(2));
  sync.close();
});

test('a disk that cannot be written is told of', async () => {
  const failed = vi.fn<(error: Error) => void>();
  vi.mocked(fdatasync).mockImplementationOnce((_descriptor, done) => done(new Error('input/output error')));
  const sync = new LogSync(await log(), failed);
  sync.committed();
  await vi.waitFor(() => expect(failed).toHaveBeenCalledWith(new Error('input/output error')));
  sync.close();
});
