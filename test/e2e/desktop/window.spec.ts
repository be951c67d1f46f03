import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { answerQuestions, expect, questionsOf, test } from '../support/desktop-test.ts';
import type { Agent } from '../../../shared/agent.ts';
import { sendTo } from '../support/agents.ts';
import { shownMail } from '../support/mail-frames.ts';
import { launchDesktop } from '../support/on-desktop.ts';

test('the page is served in process and knows nothing of Node', async ({ page }) => {
  expect(page.url()).toBe('app://restante/');
  expect(
    await page.evaluate(() => ({
      bridge: Object.keys(window.restante ?? {}).toSorted(),
      node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in window),
    })),
  ).toEqual({
    bridge: [
      'onFilesOpened',
      'onMenuCommand',
      'platform',
      'prepareDrag',
      'putOut',
      'setMenuState',
      'startDrag',
      'takeOpenedFiles',
    ],
    node: [],
  });
});

test('the control API answers over the private scheme, its event stream too', async ({ page }) => {
  const answers = await page.evaluate(async () => {
    const health = (await (await fetch('/api/health')).json()) as { platform: string };
    const source = new EventSource('/api/events');
    const changed = new Promise<string>((resolve) => {
      source.addEventListener('agent.created', (event) => resolve(String(event.data)));
    });
    await new Promise((resolve) => {
      source.addEventListener('open', resolve);
    });
    await fetch('/api/agents', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Billing' }),
    });
    const created = JSON.parse(await changed) as { agent: { name: string } };
    source.close();
    return { platform: health.platform, created: created.agent.name };
  });
  expect(answers).toEqual({ platform: 'desktop', created: 'Billing' });
});

test('the page reaches no network, opens no window and leaves for no other place', async ({
  application,
  page,
}) => {
  await answerQuestions(application, 'Cancel');
  const reached = await page.evaluate(async () => {
    const image = new Image();
    const loaded = new Promise((resolve) => {
      image.addEventListener('load', () => resolve('loaded'));
      image.addEventListener('error', () => resolve('refused'));
    });
    image.src = 'http://127.0.0.1:9/pixel.gif';
    const opened = window.open('https://example.com/opened');
    return { image: await loaded, opened };
  });
  expect(reached).toEqual({ image: 'refused', opened: null });

  await page.evaluate(() => {
    location.href = 'https://example.com/left';
  });
  await expect
    .poll(async () => (await questionsOf(application)).asked)
    .toEqual(['https://example.com/opened', 'https://example.com/left']);
  expect(page.url()).toBe('app://restante/');
  expect(application.windows()).toHaveLength(1);
});

test('a link is opened outside only after its address was shown, and only if it leads to the web or to mail', async ({
  application,
  page,
}) => {
  await answerQuestions(application, 'Open');
  await page.evaluate(() => {
    for (const url of [
      'https://exämple.com/a?b=c',
      'file:///etc/passwd',
      'smb://host/share',
      'mailto:a@b.example',
    ]) {
      window.open(url);
    }
  });
  await expect
    .poll(() => questionsOf(application))
    .toEqual({
      asked: ['https://xn--exmple-cua.com/a?b=c', 'mailto:a@b.example'],
      opened: ['https://xn--exmple-cua.com/a?b=c', 'mailto:a@b.example'],
    });
});

test('a link in a mail shows where it really leads, and mail and page stay', async ({
  application,
  page,
}) => {
  await answerQuestions(application, 'Open');
  const html = `<h1>Offer</h1><a href="https://real.example/a?b=c">https://bank.example</a>
    <a href="https://top.example" target="_top">Top</a> <a href="file:///etc/passwd">File</a>`;
  await sendTo(await firstAgent(page), { subject: 'Links', html });
  await page.getByRole('option', { name: /Links/ }).click();
  const mail = shownMail(page);
  for (const name of ['File', 'https://bank.example', 'Top']) {
    await mail.getByRole('link', { name }).click();
  }
  await expect
    .poll(async () => (await questionsOf(application)).asked)
    .toEqual(['https://real.example/a?b=c', 'https://top.example/']);
  await expect(mail.getByRole('heading', { name: 'Offer' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Links' })).toBeVisible();
  expect(application.windows()).toHaveLength(1);
});

test('permissions are denied, but the page may copy', async ({ page }) => {
  const answers = await page.evaluate(async () => {
    const states = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'].map(
      async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
    );
    const copied = await navigator.clipboard.writeText('token').then(
      () => 'copied',
      (error: unknown) => String(error),
    );
    return { states: await Promise.all(states), copied };
  });
  expect(answers).toEqual({ states: Array.from({ length: 5 }, () => 'denied'), copied: 'copied' });
});

test('the window comes back where it was', async ({ dataFolder }) => {
  const bounds = { x: 60, y: 80, width: 1000, height: 640 };
  const first = await launchDesktop(dataFolder);
  await first.firstWindow();
  await first.evaluate(
    ({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setBounds(wanted),
    bounds,
  );
  await first.close();
  expect(JSON.parse(await readFile(join(dataFolder, 'window.json'), 'utf8'))).toEqual({
    bounds,
    maximised: false,
  });

  const second = await launchDesktop(dataFolder);
  await second.firstWindow();
  expect(await second.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())).toEqual(
    bounds,
  );
  await second.close();
});

async function firstAgent(page: Page): Promise<Agent> {
  const answer = await page.evaluate(async () => (await fetch('/api/agents')).json() as Promise<unknown>);
  return (answer as { agents: [Agent] }).agents[0];
}
