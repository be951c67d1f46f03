import { resolve } from 'node:path';
import { _electron } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';

const main = resolve(import.meta.dirname, '../../../dist/main.js');

/** Electron's own sandbox needs a user other than root; the machine's renderers keep theirs. */
const rootNeeds = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** The built desktop application on a data folder of its own, its agents on free ports. */
export function launchDesktop(dataFolder: string, ...args: readonly string[]): Promise<ElectronApplication> {
  return _electron.launch({
    args: [...rootNeeds, main, '--data', dataFolder, '--agent-ports', 'any', ...args],
    env: { ...definedEnvironment(), ELECTRON_ENABLE_LOGGING: '0' },
  });
}

export async function openOnDesktop(
  dataFolder: string,
): Promise<{ page: Page; requests: readonly string[]; close(): Promise<void> }> {
  const application = await launchDesktop(dataFolder);
  const requests: string[] = [];
  application.context().on('request', (request) => requests.push(request.url()));
  const page = await application.firstWindow();
  return { page, requests, close: () => application.close() };
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
