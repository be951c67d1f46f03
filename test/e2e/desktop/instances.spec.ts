import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from '../support/desktop-test.ts';
import type { Agent } from '../../../shared/agent.ts';
import { sendTo } from '../support/agents.ts';
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

test('quitting while mail arrives loses nothing that was answered', async ({ dataFolder }) => {
  const application = await launchDesktop(dataFolder);
  const page = await application.firstWindow();
  const answer = await page.evaluate(async () => (await fetch('/api/agents')).json() as Promise<unknown>);
  const [agent] = (answer as { agents: [Agent] }).agents;
  const answered: string[] = [];
  const quit = Promise.withResolvers<void>();
  async function sendUntilRefused(sender: number): Promise<void> {
    try {
      for (let sent = 0; ; sent += 1) {
        const subject = `From ${sender}, number ${sent}`;
        await sendTo(agent, { subject, text: 'hello' });
        answered.push(subject);
        if (answered.length === 40) {
          quit.resolve();
        }
      }
    } catch {
      // The post office has closed: that is how this ends.
    }
  }
  const senders = Promise.all([1, 2, 3, 4].map(sendUntilRefused));
  await quit.promise;
  await application.close();
  await senders;

  const server = await startHeadless(dataFolder);
  async function lost(): Promise<string[]> {
    const list = (await (await fetch(`${server.url}/api/messages?limit=500`)).json()) as {
      messages: { subject: string }[];
    };
    const held = new Set(list.messages.map(({ subject }) => subject));
    return answered.filter((subject) => !held.has(subject));
  }
  await expect.poll(lost, 'what was not read before the end is read now').toEqual([]);
  await server.close();
});
