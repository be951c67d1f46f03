import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * What axe finds wrong in the page. The mail itself is somebody else's and is left out, and so are the splitters:
 * one that lies between two landmarks belongs to neither.
 */
export async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .exclude('iframe')
    .exclude('[role=separator]')
    // It would gather what frames say in a page of its own, and Electron opens none.
    .setLegacyMode()
    .analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
}
