import { agentNamed, sendTo } from '../support/agents.ts';
import { expect, test } from '../support/test.ts';

test('what is opened is marked read a moment later, several at once, and not what is marked unread before', async ({
  restante,
}) => {
  const { page } = restante;
  const agent = await agentNamed(restante, 'My app');
  for (const subject of ['One', 'Two', 'Three']) {
    await sendTo(agent, { subject, html: `<h1>Mail ${subject}</h1>` });
  }
  const row = (subject: string) => page.getByRole('option', { name: subject });
  await expect(row('Three')).toContainText('Unread');
  const marked: unknown[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PATCH') {
      marked.push(request.postDataJSON());
    }
  });
  const [one, two, three] = await Promise.all(
    ['One', 'Two', 'Three'].map((subject) => row(subject).getAttribute('data-id')),
  );
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  await row('Three').click();
  for (const subject of ['Three', 'Two', 'One']) {
    await expect(page.getByRole('article', { name: subject })).toBeVisible();
    await page.keyboard.press(subject === 'One' ? 'u' : 'j');
  }
  await page.clock.runFor(1000);
  await expect(row('Three')).not.toContainText('Unread');
  await expect(row('Two')).not.toContainText('Unread');
  await expect(row('One')).toContainText('Unread');
  expect(marked).toEqual([
    { ids: [one], read: false },
    { ids: [three, two], read: true },
  ]);

  // Who opens it again and leaves the list at once has opened it all the same.
  for (const [key, subject] of Object.entries({ k: 'Two', j: 'One' })) {
    await page.keyboard.press(key);
    await expect(page.getByRole('article', { name: subject })).toBeVisible();
  }
  await page.getByRole('link', { name: 'Error codes' }).click();
  await expect.poll(() => marked.at(-1)).toEqual({ ids: [one], read: true });
});
