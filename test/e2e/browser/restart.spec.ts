import type { Agent } from '../../../shared/agent.ts';
import { expect, test } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sendTo } from '../support/agents.ts';
import { shownMail } from '../support/mail-frames.ts';
import { startHeadless } from '../support/headless.ts';

test('a page whose server went away says so, and shows the right state when it is back', async ({ page }) => {
  const folder = await mkdtemp(join(tmpdir(), 'restante-e2e-'));
  const first = await startHeadless(folder);
  await page.goto(first.url);
  await page.getByRole('button', { name: 'Send a sample' }).click();
  await page.getByRole('option', { name: /sign-in code/ }).click();
  const mail = shownMail(page);
  await expect(mail.getByRole('heading', { name: 'Your sign-in code' })).toBeVisible();

  await first.close();
  await expect(page.getByText('Reconnecting…')).toBeVisible();

  const second = await startHeadless(folder, new URL(first.url).port);
  const answer = (await (await fetch(`${second.url}/api/agents`)).json()) as { agents: [Agent] };
  await sendTo(answer.agents[0], { subject: 'While away', text: 'hello' });
  await expect(page.getByText('Reconnecting…')).toHaveCount(0);
  await expect(page.getByRole('option', { name: /unread.*While away/i })).toBeVisible();
  await expect(page.getByRole('option')).toHaveCount(2);
  // The mail is framed from another address now, which the page's policy must allow.
  await expect(mail.getByRole('heading', { name: 'Your sign-in code' })).toBeVisible();
  await second.close();
  await rm(folder, { recursive: true, force: true });
});
