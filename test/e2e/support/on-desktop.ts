import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { _electron } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';

/** The folder with package.json, whose `main` is the built application. */
const root = resolve(import.meta.dirname, '../../..');

/** Electron's sandbox refuses root; only there the tests do without. */
const rootNeeds = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** How the built desktop application is started on a data folder of its own, its agents on free ports. */
export function desktopCommand(dataFolder: string): { readonly program: string; readonly args: string[] } {
  return {
    program: createRequire(import.meta.url)('electron') as string,
    args: [...rootNeeds, root, '--data', dataFolder, '--agent-ports', 'any'],
  };
}

export function launchDesktop(dataFolder: string): Promise<ElectronApplication> {
  return _electron.launch({ args: desktopCommand(dataFolder).args });
}

export async function openOnDesktop(
  dataFolder: string,
): Promise<{ page: Page; requests: readonly string[]; close(): Promise<void> }> {
  const application = await launchDesktop(dataFolder);
  const requests: string[] = [];
  application.context().on('response', (response) => requests.push(response.url()));
  const page = await application.firstWindow();
  return { page, requests, close: () => application.close() };
}
