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

/** Further arguments are files to open. */
export function launchDesktop(
  dataFolder: string,
  files: readonly string[] = [],
): Promise<ElectronApplication> {
  return _electron.launch({ args: [...desktopCommand(dataFolder).args, ...files] });
}

/** With everything in its usual place, which is below this folder. */
export function launchAtHome(home: string, flags: readonly string[]): Promise<ElectronApplication> {
  return _electron.launch({
    args: [...rootNeeds, root, '--agent-ports', 'any', ...flags],
    env: environmentAt(home),
  });
}

/** Of a person whose data lies below this folder, whatever the system. */
function environmentAt(home: string): Record<string, string> {
  const own = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined || name.startsWith('RESTANTE_') ? [] : [[name, value] as const],
  );
  return { ...Object.fromEntries(own), XDG_DATA_HOME: home, LOCALAPPDATA: home, HOME: home };
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
