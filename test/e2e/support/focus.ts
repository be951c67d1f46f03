import { expect } from '@playwright/test';
import type { Locator } from '@playwright/test';

/**
 * Waits until this has the focus of its page. `toBeFocused` wants the window to have the system's focus as well,
 * which only one of the windows that are tested side by side can have.
 */
export async function expectFocusOn(locator: Locator): Promise<void> {
  await expect
    .poll(
      () => locator.evaluate((element) => element === document.activeElement),
      'it has the focus of its page',
    )
    .toBe(true);
}
