import type { MessageSummary } from '../../../shared/message.ts';
import { agentNamed } from '../support/agents.ts';
import { expect, test } from '../support/test.ts';
import type { Restante } from '../support/test.ts';
import { tortureMails } from '../../support/torture/torture-mails.ts';
import type { TortureMail } from '../../support/torture/torture-mail.ts';

async function unread(restante: Restante): Promise<string[]> {
  const { messages } = (await restante.api('GET', '/api/messages?limit=500')) as {
    messages: MessageSummary[];
  };
  return messages.filter(({ index }) => index === 'pending').map(({ subject }) => subject);
}

/** Two workers share them. */
const halves: readonly (readonly TortureMail[])[] = [
  tortureMails.filter((_, at) => at % 2 === 0),
  tortureMails.filter((_, at) => at % 2 === 1),
];

for (const [half, mails] of halves.entries()) {
  test(`every view opens of what mail programs choke on, half ${half + 1}`, async ({ restante }) => {
    test.setTimeout(600_000);
    const { page } = restante;
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    const { id: agent } = await agentNamed(restante, 'My app');
    for (const { name, raw } of mails) {
      const query = new URLSearchParams({ agent, name: `${name}.eml`, time: 'now' });
      const answer = await page.request.post(new URL(`/api/messages/import?${query}`, page.url()).href, {
        data: raw(),
        headers: { 'content-type': 'application/octet-stream' },
      });
      expect(await answer.json(), name).toMatchObject({ taken: 1 });
    }
    await expect(page.getByRole('search').getByRole('status')).toHaveText(String(mails.length));
    // What can be shown of a message is known when it has been read.
    await expect.poll(() => unread(restante), { timeout: 120_000 }).toEqual([]);

    const list = page.getByRole('listbox', { name: 'Messages' });
    await list.focus();
    await list.press('Home');
    const slowest = { view: '', ms: 0 };
    const { messages } = (await restante.api('GET', '/api/messages?limit=500')) as {
      messages: { id: string }[];
    };
    for (const [at, { name }] of mails.toReversed().entries()) {
      // The pane and its tabs stay from message to message.
      await expect(page, name).toHaveURL(new RegExp(messages[at]?.id ?? ''));
      const tabs = page.getByRole('tablist', { name: 'Views of the message' }).getByRole('tab');
      await expect(tabs.first(), name).toBeVisible();
      for (const tab of await tabs.and(page.locator(':enabled')).all()) {
        const view = `${name}: ${await tab.textContent()}`;
        const begun = performance.now();
        await tab.click();
        await expect(tab, view).toHaveAttribute('aria-selected', 'true');
        await expect(page.getByRole('tabpanel'), view).toBeVisible();
        await expect(page.getByText('Loading…'), view).toHaveCount(0);
        await expect(page.getByText('This could not be loaded'), view).toHaveCount(0);
        const ms = performance.now() - begun;
        if (ms > slowest.ms) {
          Object.assign(slowest, { view, ms });
        }
      }
      await list.press('j');
    }
    expect(errors).toEqual([]);
    test.info().annotations.push({
      type: 'slowest view',
      description: `${slowest.view}: ${Math.round(slowest.ms)} ms`,
    });
  });
}
