import type { Browser, Page, ViewportSize } from '@playwright/test';
import { startHeadless } from './headless.ts';

/** The headless server of the build, and a fresh browser on its page. */
export async function openInBrowser(
  dataFolder: string,
  launch: () => Promise<Browser>,
  viewport: ViewportSize | null,
): Promise<{ page: Page; requests: readonly string[]; close(): Promise<void> }> {
  const server = await startHeadless(dataFolder);
  const browser = await launch();
  const context = await browser.newContext({ viewport });
  const requests: string[] = [];
  context.on('response', (response) => requests.push(response.url()));
  const page = await context.newPage();
  await page.goto(server.url);
  return {
    page,
    requests,
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
