import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { answerQuestions, choose, expect, test } from '../support/desktop-test.ts';
import { launchAtHome } from '../support/on-desktop.ts';

/** The page, which comes after the window that says that the demo is made. */
async function pageOf(application: ElectronApplication): Promise<Page> {
  const isPage = (window: Page): boolean => window.url().startsWith('app:');
  await expect.poll(() => application.windows().some(isPage), { timeout: 60_000 }).toBe(true);
  return application.windows().find(isPage) ?? application.firstWindow();
}

function healthOf(page: Page): Promise<{ demo: boolean; dataFolder: string }> {
  return page.evaluate(
    async () => (await (await fetch('/api/health')).json()) as { demo: boolean; dataFolder: string },
  );
}

test('the demo is an instance of its own, marked as one, opened from the menu and made anew when asked for', async ({
  dataFolder: home,
}) => {
  test.slow();
  const demo = await launchAtHome(home, ['--demo']);
  const page = await pageOf(demo);
  const mark = page.getByRole('navigation', { name: 'Mail Agents' }).getByText('Demo', { exact: true });
  await expect(mark).toBeVisible();
  await expect(page).toHaveTitle(/Restante Demo$/);
  await expect(page.getByRole('option').first()).toBeVisible();
  const { dataFolder } = await healthOf(page);
  expect(dataFolder).toBe(join(home, 'restante-demo'));
  const folders = (await readdir(home)).filter((name) => !name.startsWith('.'));
  expect(folders.toSorted()).toEqual(['restante-demo', 'restante-demo-desktop']);
  expect(demo.windows(), 'the window of the making is gone').toHaveLength(1);

  const everyday = await launchAtHome(home, []);
  const own = await pageOf(everyday);
  await expect(own.getByRole('heading', { name: /Send the first mail/ })).toBeVisible();
  await expect(own.getByRole('option')).toHaveCount(0);
  await expect(own.getByText('Demo', { exact: true })).toHaveCount(0);
  expect(await healthOf(own)).toMatchObject({ demo: false, dataFolder: join(home, 'restante') });
  await demo.evaluate(({ app }) => {
    Object.assign(globalThis, { shown: new Promise((resolve) => app.once('second-instance', resolve)) });
  });
  await choose(everyday, 'Open Demo Mailbox');
  await demo.evaluate(() => (globalThis as unknown as { shown: Promise<unknown> }).shown);
  await everyday.close();

  await answerQuestions(demo, 'Make Anew');
  await demo.evaluate(({ app }) => {
    const relaunched: unknown[] = [];
    Object.assign(globalThis, { relaunched });
    Object.assign(app, {
      relaunch: (options: { args: string[] }) => relaunched.push(options.args.slice(-2)),
      quit: () => relaunched.push('quit'),
    });
  });
  await choose(demo, 'Make the Demo Anew…');
  await expect
    .poll(() => demo.evaluate(() => (globalThis as unknown as { relaunched: unknown[] }).relaunched))
    .toEqual([['--demo', '--reset'], 'quit']);
  await demo.evaluate(({ app }) => app.exit(0)).catch(() => undefined);

  const before = await readFile(join(dataFolder, 'demo.json'), 'utf8');
  const anew = await launchAtHome(home, ['--demo', '--reset']);
  await expect((await pageOf(anew)).getByRole('option').first()).toBeVisible();
  expect(await readFile(join(dataFolder, 'demo.json'), 'utf8')).not.toBe(before);
  await anew.close();
});
