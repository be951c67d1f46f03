import type { Page } from '@playwright/test';

export interface PageMemory {
  readonly heapMegabytes: number;
  readonly elements: number;
}

/** What the page holds when its garbage was collected. */
export async function memoryOf(page: Page): Promise<PageMemory> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  await session.detach();
  return {
    heapMegabytes: value('JSHeapUsedSize') / 1024 / 1024,
    elements: await page.evaluate(() => document.querySelectorAll('*').length),
  };
}
