import type { ElectronApplication, Page } from '@playwright/test';
import { launchDesktop } from './on-desktop.ts';
import { test as base } from './test.ts';

/** For what only the desktop has: the application itself, with its dialogs answered by the test. */
export const test = base.extend<{ application: ElectronApplication; page: Page }>({
  application: async ({ dataFolder }, lend) => {
    const application = await launchDesktop(dataFolder);
    await lend(application);
    await application.close();
  },

  page: async ({ application }, lend) => {
    await lend(await application.firstWindow());
  },
});

/** From now on every question is answered with this button; what was asked is kept for `questionsOf`. */
export async function answerQuestions(application: ElectronApplication, button: string): Promise<void> {
  await application.evaluate(({ dialog, shell }, wanted) => {
    const asked: string[] = [];
    const opened: string[] = [];
    Object.assign(globalThis, { asked, opened });
    Object.assign(shell, {
      openExternal: (url: string) => {
        opened.push(url);
        return Promise.resolve();
      },
    });
    Object.assign(dialog, {
      showMessageBox: (...args: { detail?: string; buttons?: string[] }[]) => {
        const question = args.at(-1);
        asked.push(question?.detail ?? '');
        return Promise.resolve({
          response: question?.buttons?.indexOf(wanted) ?? -1,
          checkboxChecked: false,
        });
      },
    });
  }, button);
}

/** What was asked and what was given to the system since `answerQuestions`. */
export function questionsOf(
  application: ElectronApplication,
): Promise<{ asked: string[]; opened: string[] }> {
  return application.evaluate(() => {
    const { asked, opened } = globalThis as unknown as { asked: string[]; opened: string[] };
    return { asked, opened };
  });
}

/** Chooses an entry of the application menu. */
export function choose(application: ElectronApplication, label: string): Promise<void> {
  return application.evaluate(({ Menu }, wanted) => {
    const entries = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []);
    entries?.find((entry) => entry.label === wanted)?.click();
  }, label);
}

export { expect } from './test.ts';
