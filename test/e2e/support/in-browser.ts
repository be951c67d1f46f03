import type { Browser, Page, ViewportSize } from '@playwright/test';
import { startHeadless } from './headless.ts';

/** The headless server of the build, and its page in a browser, with nothing of the pages before. */
export async function openInBrowser(
  dataFolder: string,
  browser: Browser,
  viewport: ViewportSize | null,
): Promise<{ page: Page; requests: readonly string[]; close(): Promise<void> }> {
  const server = await startHeadless(dataFolder);
  const context = await browser.newContext({ viewport });
  const requests: string[] = [];
  context.on('response', (response) => requests.push(response.url()));
  const page = await context.newPage();
  await page.goto(server.url);
  return {
    page,
    requests,
    close: async () => {
      await context.close();
      await server.close();
    },
  };
}
