import { createAgent, postTo, sendTo } from './support/agents.ts';
import { expect, test } from './support/test.ts';

test('a wrong token at a strict agent is refused, and Activity explains it', async ({ restante }) => {
  const { page } = restante;
  const agent = await createAgent(restante, { name: 'Strict', mode: 'strict', domains: ['example.com'] });
  const answer = await postTo(agent, 'wrong', { subject: 'Hello', textbody: 'hello' });
  expect(answer.status).toBe(401);
  expect(await answer.json()).toMatchObject({
    error: { code: 'TM_4001', details: [{ code: 'SERR_157', message: 'Invalid API Token found' }] },
  });

  await page
    .getByRole('navigation', { name: 'Mail Agents' })
    .getByRole('link', { name: /Strict/ })
    .click();
  await expect(page.getByRole('option')).toHaveCount(0);
  await page.getByRole('link', { name: 'Activity' }).click();
  await page.getByRole('option', { name: /Refused.*TM_4001/ }).click();
  const detail = page.getByRole('article');
  await expect(detail.getByRole('region', { name: 'Why' })).toContainText('SERR_157');
  await expect(detail.getByRole('region', { name: 'Why' })).toContainText('token', { ignoreCase: true });
  await expect(detail).not.toContainText('Zoho-enczapikey wrong');
});

test('a relaxed agent holds what production refuses, and the message says why', async ({ restante }) => {
  const { page } = restante;
  const agent = await createAgent(restante, { name: 'Relaxed', domains: ['other.example'] });
  await sendTo(agent, { from: 'shop@example.com', subject: 'From elsewhere', text: 'hello' });
  await page.getByRole('option', { name: /From elsewhere/ }).click();
  const verdicts = page.getByRole('region', { name: 'What production would have answered' });
  await expect(verdicts).toContainText('Production would have refused this');
  await verdicts.getByRole('button').click();
  await expect(verdicts).toContainText('example.com');
  await expect(verdicts).toContainText('553 Relaying disallowed');

  await verdicts.getByRole('link', { name: 'What does this mean? 553' }).click();
  await expect(page).toHaveURL(/\/codes\?code=553\+Relaying\+disallowed$/);
  const entry = page.getByRole('article', { name: '553 Relaying disallowed' });
  await expect(entry).toBeFocused();
  await expect(entry).toContainText('The domain of the from address is not the agent’s.');
});
