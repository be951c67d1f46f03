import type { FrameLocator, Locator, Page } from '@playwright/test';

/** The frame that the HTML of messages is shown in. */
export function mailFrame(page: Page, title = 'The message as HTML'): Locator {
  return page.locator(`iframe[title="${title}"]`);
}

/** The HTML that is written into it, of a message without its remote content. */
export function shownMail(page: Page, title?: string): FrameLocator {
  return mailFrame(page, title).contentFrame().frameLocator('iframe[title="The message"]');
}
