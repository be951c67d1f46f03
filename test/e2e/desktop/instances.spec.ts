import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from '../support/desktop-test.ts';
import { startHeadless } from '../support/headless.ts';
import { desktopCommand, launchDesktop } from '../support/on-desktop.ts';

test('a second start on the same data folder shows the first window and ends', async ({
  application,
  page,
  dataFolder,
}) => {
  await page.waitForLoadState();
  await application.evaluate(({ app }) => {
    Object.assign(globalThis, { second: new Promise((resolve) => app.once('second-instance', resolve)) });
  });
  const { program, args } = desktopCommand(dataFolder);
  const second = spawn(program, args, { stdio: 'ignore' });
  const [code] = (await once(second, 'exit')) as [number | null];
  expect(code).toBe(0);
  await application.evaluate(() => (globalThis as unknown as { second: Promise<unknown> }).second);
  expect(
    await application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()),
  ).toBe(true);
});

test('a data folder in use by a headless server is refused in words', async ({ dataFolder }) => {
  const server = await startHeadless(dataFolder);
  const { program, args } = desktopCommand(dataFolder);
  const desktop = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const said = new Promise<string>((resolve) => {
    let heard = '';
    desktop.stderr.setEncoding('utf8').on('data', (part: string) => {
      heard += part;
      if (heard.includes('--data')) {
        resolve(heard);
      }
    });
  });
  expect(await said).toContain(`already uses the data folder ${dataFolder}`);
  // Its dialog waits for a person.
  desktop.kill('SIGKILL');
  await once(desktop, 'exit');
  await server.close();
});

test('quitting stops the post office in order: the next one finds its data folder free', async ({
  dataFolder,
}) => {
  const application = await launchDesktop(dataFolder);
  await application.firstWindow();
  const desktop = application.process();
  const gone = once(desktop, 'exit');
  await application.close();
  await gone;
  expect(desktop.exitCode).toBe(0);

  const server = await startHeadless(dataFolder);
  const health = await fetch(`${server.url}/api/health`);
  expect(await health.json()).toMatchObject({ status: 'ok', notices: [] });
  await server.close();
});
