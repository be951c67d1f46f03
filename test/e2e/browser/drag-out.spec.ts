import type { Locator, Page } from '@playwright/test';
import { agentsOf, sendTo } from '../support/agents.ts';
import { expect, test } from '../support/test.ts';

/** Pulls at it with the mouse; answers with what the browser is told to save where it is dropped. */
async function pull(page: Page, handle: Locator): Promise<string> {
  const told = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const listener = (event: DragEvent): void =>
          resolve(event.dataTransfer?.getData('DownloadURL') ?? '');
        window.addEventListener('dragstart', listener, { once: true });
      }),
  );
  await handle.hover();
  await page.mouse.down();
  await page.mouse.move(400, 300, { steps: 4 });
  const download = await told;
  await page.mouse.up();
  return download;
}

test('messages and attachments are dragged out of a browser as files', async ({ restante }) => {
  const { page } = restante;
  const [agent] = await agentsOf(restante);
  if (agent === undefined) {
    throw new Error('There is an agent from the first run on.');
  }
  await sendTo(agent, { subject: 'Plain' });
  await sendTo(agent, {
    subject: 'Order: 7',
    attachments: [{ filename: 'a:b.txt', content: 'x', contentType: 'text/x-note' }],
  });
  const rows = page.getByRole('option');
  await expect(rows).toHaveCount(2);
  const ids = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-id') ?? ''));
  const origin = new URL(page.url()).origin;
  const one = await pull(page, rows.first());
  expect(one).toBe(`message/rfc822:order-7.eml:${origin}/api/messages/${ids[0]}/raw`);

  await rows.first().click();
  await page.getByRole('tab', { name: 'Attachments' }).click();
  expect(await pull(page, page.getByRole('tabpanel').getByRole('listitem'))).toBe(
    `text/x-note:a_b.txt:${origin}/api/messages/${ids[0]}/parts/0`,
  );

  await rows.last().click({ modifiers: ['Shift'] });
  const both = await pull(page, rows.last());
  expect(both).toBe(
    `application/zip:messages.zip:${origin}/api/messages/export?ids=${ids.join('%2C')}&format=zip`,
  );
});
