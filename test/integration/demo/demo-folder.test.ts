import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished, expect, test } from 'vitest';
import { prepareDemo } from '../../../electron/demo/demo-folder.ts';
import { openPostOffice } from '../../../electron/post-office/open-post-office.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

test('the demo is made in an empty folder: whole, of the last days, with everything that happens to mail', async () => {
  const folder = join(await temporaryFolder(), 'demo');
  await prepareDemo(folder, { reset: false });
  const made = await readFile(join(folder, 'demo.json'), 'utf8');
  const postOffice = await openPostOffice({ folder, agentPorts: 'any' });
  onTestFinished(() => postOffice.close());
  const { archive, ledger, agents, webhooks } = postOffice;

  expect(agents.list().map(({ name }) => name)).toEqual([
    'Storefront',
    'Accounts',
    'Newsletter',
    'Operations',
  ]);
  const { messages, total } = await archive.list({}, { limit: 200 });
  expect(total).toBeGreaterThan(50);
  expect(messages.filter(({ index }) => index !== 'done')).toEqual([]);
  const ages = messages.map(({ receivedAt }) => Date.now() - Date.parse(receivedAt));
  expect(ages).toEqual(ages.toSorted((first, second) => first - second));
  expect(ages.at(-1)).toBeGreaterThan(2 * 24 * 3_600_000);
  expect(new Set(messages.map(({ door }) => door))).toEqual(new Set(['smtp', 'api']));
  expect(messages.some(({ verdictCount }) => verdictCount > 0)).toBe(true);
  expect(messages.some(({ read }) => !read) && messages.some(({ read }) => read)).toBe(true);

  const kinds = messages.flatMap(({ id }) => ledger.outcomes.of(id)).map(({ kind }) => kind);
  expect(new Set(kinds)).toEqual(new Set(['hardbounce', 'softbounce', 'complaint', 'open', 'click']));
  const deliveries = agents.list().flatMap(({ id }) => webhooks.deliveries(id, { limit: 50 }).deliveries);
  expect(new Set(deliveries.map(({ state }) => state))).toEqual(new Set(['delivered']));
  const details = await Promise.all(messages.map(({ id }) => archive.detail(id)));
  expect(details.filter((detail) => detail?.parseProblem !== null)).toEqual([]);
  expect(details.flatMap((detail) => detail?.sending?.missingVariables ?? [])).toEqual(['shop']);
  const activity = await archive.listActivity({}, { limit: 200 });
  expect(activity.activity.map(({ outcome }) => outcome)).toContain('refused');

  // It is there already, and somebody may have changed it.
  await prepareDemo(folder, { reset: false });
  expect(await readFile(join(folder, 'demo.json'), 'utf8')).toBe(made);
  // Whoever uses it is not pulled away from under.
  await expect(prepareDemo(folder, { reset: true })).rejects.toMatchObject({ code: 'data.locked' });
  expect((await archive.list({}, { limit: 1 })).total).toBe(total);
}, 60_000);

test('a folder that holds anything else is neither filled nor emptied', async () => {
  const folder = join(await temporaryFolder(), 'mail');
  await mkdir(folder);
  await writeFile(join(folder, 'agents.json'), '{}');
  for (const reset of [false, true]) {
    await expect(prepareDemo(folder, { reset })).rejects.toMatchObject({ code: 'demo.not-empty' });
  }
  expect(await readFile(join(folder, 'agents.json'), 'utf8')).toBe('{}');
});
