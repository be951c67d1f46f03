import { existsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import { memoryOf, type PageMemory } from '../page/memory-of-page.ts';
import { installProbe } from '../page/probe.ts';
import { everythingIndexed } from '../restante-client.ts';
import { startRestante, type RestanteServer } from '../servers/restante.ts';
import { SmtpClient } from '../smtp-client.ts';
import { sendLoad } from '../smtp-load.ts';
import { rareWord, variedMail } from '../varied-mail.ts';

export interface PageTimes {
  readonly what: string;
  /** Milliseconds, each until the frame that showed it was painted. */
  readonly times: readonly number[];
}

export interface PageMemoryRow extends PageMemory {
  readonly at: string;
}

/** Is told what was measured as it is measured. */
export interface PageReports {
  readonly times: (row: PageTimes) => void;
  readonly memory: (row: PageMemoryRow) => void;
}

const searches: readonly (readonly [string, string])[] = [
  ['a rare word', rareWord],
  ['a word in most messages', 'order'],
  ['one sender', 'from:billing@zylker.example'],
  ['mixed', 'has:attachment from:zylker order !zanzibar larger:1KB'],
  ['two letters that words begin with', 'wi'],
  ['all that have HTML', 'has:html'],
  ['all but a word', '!zanzibar'],
];

/** What a person waits for in the page of an agent that holds so many messages, and the memory that scrolling takes. */
export async function measurePage(held: number, reports: PageReports): Promise<void> {
  const server = await startRestante();
  const system = '/usr/bin/chromium';
  const browser = await chromium.launch({
    ...(existsSync(chromium.executablePath()) ? {} : { executablePath: system }),
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-background-networking', '--disable-component-update'],
  });
  try {
    await fill(server, held);
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await installProbe(page);
    await page.goto(`${server.url}/agents/${server.agentId}`);
    await page.evaluate(() => window.probe.shownAt(() => window.probe.areRowsShown('')));
    reports.times(await openList(page, server));
    for (const measure of [scroll, search, open]) {
      await measure(page, reports);
    }
    await wait(page, server, held, reports);
    await scrollFromEndToEnd(page, reports);
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function fill(server: RestanteServer, messages: number): Promise<void> {
  await sendLoad({
    port: server.smtpPort,
    connections: 10,
    messages,
    payload: 'varied',
    reuse: true,
    distinct: true,
  });
  await everythingIndexed(server, messages);
}

async function repeated(rounds: number, round: (n: number) => Promise<number>): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < rounds; n += 1) {
    times.push(await round(n));
  }
  return times;
}

async function openList(page: Page, { agentId }: RestanteServer): Promise<PageTimes> {
  const times = await repeated(30, async () => {
    await page.click('a[href="/codes"]');
    await page.waitForSelector('section[aria-label="Messages"]', { state: 'detached' });
    return page.evaluate(
      (href) =>
        window.probe.measure(
          () => document.querySelector<HTMLElement>(`a[href="${href}"]`)?.click(),
          () => window.probe.areRowsShown(''),
        ),
      `/agents/${agentId}`,
    );
  });
  return { what: 'open the list', times };
}

async function scroll(page: Page, reports: PageReports): Promise<void> {
  const scrollTo = (place: { by: number } | { share: number }) =>
    page.evaluate(
      (to) =>
        window.probe.measure(
          () => {
            const list = window.probe.list();
            const whole = list.scrollHeight - list.clientHeight;
            list.scrollTop = 'by' in to ? list.scrollTop + to.by * list.clientHeight : to.share * whole;
          },
          () => window.probe.areRowsShown(''),
        ),
      place,
    );
  reports.times({ what: 'scroll by a page', times: await repeated(100, () => scrollTo({ by: 1 })) });
  // Far apart from each other, and the same in every run.
  const anywhere = (n: number) => scrollTo({ share: (n * 0.618_034 + 0.3) % 1 });
  reports.times({ what: 'drag the scrollbar anywhere', times: await repeated(60, anywhere) });
  const ends = await repeated(30, (n) => scrollTo({ share: (n + 1) % 2 }));
  reports.times({ what: 'from one end to the other', times: ends });
}

async function search(page: Page, reports: PageReports): Promise<void> {
  for (const [what, q] of searches) {
    const rows: number[] = [];
    const totals: number[] = [];
    for (let round = 0; round < 40; round += 1) {
      const [shown, counted] = await page.evaluate(async (text) => {
        const rowsShown = window.probe.measure(
          () => window.probe.type(text),
          () => window.probe.areRowsShown(text),
        );
        const totalShown = window.probe.measure(
          () => undefined,
          () => window.probe.areRowsShown(text) && window.probe.isTotalShown(),
        );
        return Promise.all([rowsShown, totalShown]);
      }, q);
      rows.push(shown);
      totals.push(counted);
      await page.evaluate(async () => {
        window.probe.type('');
        await window.probe.shownAt(() => window.probe.areRowsShown(''));
      });
    }
    reports.times({ what: `search ${what}: rows`, times: rows });
    reports.times({ what: `search ${what}: total`, times: totals });
  }
}

/** Somebody points at a row for a moment before the click, and reads for a moment before the next key; or does neither. */
const moment = 250;

async function open(page: Page, reports: PageReports): Promise<void> {
  const clicks = await repeated(30, (n) => openAnywhere(page, n, moment));
  reports.times({ what: 'open a message: its preview', times: clicks });
  const keys = await repeated(60, () => openNext(page, moment));
  reports.times({ what: 'the next message, by `j`', times: keys });
  const hasty = await repeated(30, (n) => openAnywhere(page, n + 0.5, 0));
  reports.times({ what: 'open a message, not pointed at before', times: hasty });
  const held = await repeated(60, () => openNext(page, 0));
  reports.times({ what: 'by `j`, each as soon as the last is there', times: held });
}

/** Clicks the third row of those in sight, somewhere in the list. */
async function openAnywhere(page: Page, n: number, pointedAt: number): Promise<number> {
  await page.mouse.move(0, 0);
  const row = await page.evaluate(
    async (share) => {
      const { list, shownAt, areRowsShown } = window.probe;
      list().scrollTop = share * (list().scrollHeight - list().clientHeight);
      await shownAt(() => areRowsShown(''));
      const position = Math.ceil(list().scrollTop / 70) + 2;
      const { x, y } = list().querySelector(`[aria-posinset="${position}"]`)?.getBoundingClientRect() ?? {};
      return { position, x: (x ?? 0) + 100, y: (y ?? 0) + 30 };
    },
    (n * 0.618_034) % 1,
  );
  await page.evaluate((position) => {
    const { subjectAt, measureFrom, isOpen } = window.probe;
    const subject = subjectAt(position);
    window.probe.begun = measureFrom('click', () => isOpen(subject));
  }, row.position);
  await page.mouse.move(row.x, row.y);
  await setTimeout(pointedAt);
  await page.mouse.click(row.x, row.y);
  return page.evaluate(() => window.probe.begun ?? Number.NaN);
}

async function openNext(page: Page, read: number): Promise<number> {
  await setTimeout(read);
  return page.evaluate(() => {
    const { list, subjectAt, measure, isOpen } = window.probe;
    const active = list().querySelector('[data-active]');
    const subject = subjectAt(Number(active?.ariaPosInSet) + 1);
    return measure(
      () =>
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', code: 'KeyJ', bubbles: true })),
      () => isOpen(subject),
    );
  });
}

/** From the 250 of a message to what waits for it. */
async function wait(page: Page, server: RestanteServer, held: number, reports: PageReports): Promise<void> {
  await page.evaluate(() => {
    window.probe.list().scrollTop = 0;
  });
  const client = await SmtpClient.open(server.smtpPort);
  const answers: number[] = [];
  const rows: number[] = [];
  for (let serial = held + 1; serial <= held + 40; serial += 1) {
    const waiting = fetch(
      `${server.url}/api/messages/wait?${new URLSearchParams({ agent: server.agentId, to: `person-${serial}@example.com`, after: '1s' }).toString()}`,
    ).then(async (answer) => {
      await answer.json();
      return Date.now();
    });
    const shown = page
      .evaluate(
        (words) => window.probe.shownAt(() => window.probe.list().textContent.includes(words)),
        `person-${serial}@example.com`,
      )
      .catch(() => Number.NaN);
    await client.send(variedMail(serial), serial);
    const sent = Date.now();
    const [answered, seen] = await Promise.all([waiting, shown]);
    answers.push(answered - sent);
    rows.push(seen - sent);
  }
  await client.quit();
  reports.times({ what: 'a new message: `wait` answers', times: answers });
  reports.times({ what: 'a new message: its row', times: rows });
}

async function scrollFromEndToEnd(page: Page, reports: PageReports): Promise<void> {
  const walk = (from: number, to: number) =>
    page.evaluate(
      async ([first, last]) => {
        const list = window.probe.list();
        const whole = list.scrollHeight - list.clientHeight;
        const steps = Math.ceil((Math.abs(last - first) * whole) / 7000);
        for (let step = 0; step <= steps; step += 1) {
          list.scrollTop = (first + ((last - first) * step) / steps) * whole;
          await window.probe.shownAt(() => window.probe.areRowsShown(''));
        }
      },
      [from, to] as const,
    );
  const note = async (at: string) => reports.memory({ at, ...(await memoryOf(page)) });
  await page.reload();
  await page.evaluate(() => window.probe.shownAt(() => window.probe.areRowsShown('')));
  await note('top');
  await walk(0, 0.5);
  await note('middle');
  await walk(0.5, 1);
  await note('end');
  await walk(1, 0.5);
  await note('middle again');
  await walk(0.5, 0);
  await note('top again');
}
