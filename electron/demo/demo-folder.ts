import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import envPaths from 'env-paths';
import { RestanteError } from '#shared/errors.ts';
import { lockDataFolder } from '../post-office/data-lock.ts';

/** Tells a demo's data folder from one with somebody's mail, which is never filled or emptied. */
const markFile = 'demo.json';

/** Where the demo lies unless told otherwise: beside the data of every day. */
export function demoDataFolder(): string {
  return envPaths('restante-demo', { suffix: '' }).data;
}

/** Whether this folder holds the demo, and nobody's own mail. */
export function isDemoFolder(folder: string): Promise<boolean> {
  return isMark(join(folder, markFile));
}

/**
 * Makes sure that a folder holds the demo: an empty or missing one is filled; with `reset` a demo is made anew, with times
 * counted from now. A folder with anything else is refused.
 * @throws RestanteError `demo.not-empty`, `data.locked`
 */
export async function prepareDemo(folder: string, { reset }: { readonly reset: boolean }): Promise<void> {
  const content = await readdir(folder).catch((): string[] => []);
  const isDemo = await isDemoFolder(folder);
  if (isDemo && !reset) {
    return;
  }
  if (!isDemo && content.length > 0) {
    throw new RestanteError('demo.not-empty', { folder });
  }
  if (isDemo) {
    // Nobody may be using what is about to go.
    (await lockDataFolder(folder)).release();
  }
  // Made beside it and put into its place whole: what was broken off is no half demo.
  const draft = `${folder}.new`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true, mode: 0o700 });
  // Its mails and pictures are made as they are loaded: who never asks for the demo need not wait for them.
  const { fillDemo } = await import('./fill-demo.ts');
  await fillDemo(draft);
  await writeFile(join(draft, markFile), `${JSON.stringify({ madeAt: new Date().toISOString() })}\n`);
  await rm(folder, { recursive: true, force: true });
  await rename(draft, folder);
}

async function isMark(file: string): Promise<boolean> {
  try {
    const mark: unknown = JSON.parse(await readFile(file, 'utf8'));
    return typeof mark === 'object' && mark !== null && 'madeAt' in mark;
  } catch {
    return false;
  }
}
