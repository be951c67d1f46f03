import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { RestanteError } from '#shared/errors.ts';
import { createControlApp } from '../control/control-app.ts';
import { writeAtomically } from '../files/write-atomically.ts';
import type { PostOffice } from '../post-office/post-office.ts';
import { openPostOffice } from '../post-office/open-post-office.ts';

/** Where a headless Restante tells commands of the same data folder its address. */
const addressFile = 'restante.url';

/** Asks the control API; `path` begins with `/api/`. */
export type Ask = (path: string, init?: RequestInit) => Promise<Response>;

/** Tells where the control API of a data folder is, as long as it is served; answers with how to take that back. */
export async function tellAddress(folder: string, url: string): Promise<() => Promise<void>> {
  const file = join(folder, addressFile);
  await writeAtomically(file, `${url}\n`, 0o600);
  return () => rm(file, { force: true });
}

/**
 * Lets a command ask the control API: of the Restante that serves the data folder, or without one in this process, with all
 * doors closed meanwhile.
 * @throws RestanteError `data.locked` when the folder is in use by a Restante that has no address, as the desktop app
 */
export async function reachRestante<T>(
  folder: string,
  version: string,
  work: (ask: Ask) => Promise<T>,
): Promise<T> {
  let postOffice: PostOffice;
  try {
    postOffice = await openPostOffice({ folder, agentPorts: 'default', isClosed: true });
  } catch (error) {
    const url = await readFile(join(folder, addressFile), 'utf8').catch(() => undefined);
    if (!(error instanceof RestanteError && error.code === 'data.locked') || url === undefined) {
      throw error;
    }
    return work((path, init) => fetch(new URL(path, url.trim()), init));
  }
  const control = createControlApp({
    postOffice,
    platform: 'headless',
    version,
    isOwnHost: () => true,
    // Nobody looks at mail here.
    mailView: { urlOf: () => 'about:blank', source: () => "'none'" },
  });
  try {
    return await work((path, init) => control.fetch(new Request(new URL(path, 'http://localhost'), init)));
  } finally {
    await control.close();
    await postOffice.close();
  }
}
