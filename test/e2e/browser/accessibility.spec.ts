import { agentNamed, createAgent, postTo, sendTo } from '../support/agents.ts';
import { expect, test } from '../support/test.ts';
import { violations } from '../support/violations.ts';

for (const scheme of ['light', 'dark'] as const) {
  test(`no view breaks an accessibility rule, ${scheme}`, async ({ restante }) => {
    test.slow();
    const { page } = restante;
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    expect(await violations(page), 'the empty inbox').toEqual([]);

    const agent = await agentNamed(restante, 'My app');
    const strict = await createAgent(restante, { name: 'Strict', mode: 'strict', domains: ['example.com'] });
    await postTo(strict, 'wrong', { subject: 'No', textbody: 'no' });
    await sendTo(agent, { subject: 'Plain', text: 'hello' });
    await page.getByRole('button', { name: 'Actions for My app' }).click();
    await page.getByRole('menuitem', { name: 'Send a sample' }).click();
    await page.getByRole('option', { name: /sign-in code/ }).click();
    for (const tab of [
      'Preview',
      'Text',
      'Source',
      'Headers',
      'Raw',
      'Structure',
      'Attachments',
      'Session',
      'Delivery',
    ]) {
      await page.getByRole('tab', { name: tab }).click();
      await expect(page.getByRole('tabpanel')).toBeVisible();
      expect(await violations(page), `the tab ${tab}`).toEqual([]);
    }

    await page.keyboard.press('ControlOrMeta+k');
    await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeVisible();
    expect(await violations(page), 'the palette').toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.getByRole('tab', { name: 'Delivery' }).press('?');
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    expect(await violations(page), 'the shortcuts').toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.getByRole('listbox', { name: 'Messages' }).press('Delete');
    await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
    expect(await violations(page), 'a deletion').toEqual([]);
    await page.getByRole('button', { name: 'Undo' }).click();

    const agents = page.getByRole('navigation', { name: 'Mail Agents' });
    await agents.getByRole('link', { name: /Strict/ }).click();
    expect(await violations(page), 'an agent without mail').toEqual([]);
    await page.getByRole('link', { name: 'Connect' }).click();
    await expect(page.getByRole('heading', { name: 'SMTP' })).toBeVisible();
    expect(await violations(page), 'Connect').toEqual([]);
    await page.getByRole('link', { name: 'Activity' }).click();
    await page.getByRole('option').first().click();
    await expect(page.getByRole('article')).toBeVisible();
    expect(await violations(page), 'Activity').toEqual([]);
    await page.getByRole('link', { name: 'Webhooks' }).click();
    await page.getByRole('button', { name: 'Add webhook' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await violations(page), 'the form of a webhook').toEqual([]);
    await page.getByRole('textbox', { name: 'Address' }).fill('http://localhost:1/hook');
    await page.getByRole('dialog').getByRole('button', { name: 'Add webhook' }).click();
    await page.getByRole('button', { name: 'Send test' }).click();
    await page.getByRole('menuitem', { name: 'Opened' }).click();
    await page.getByRole('button', { name: /Opened \(sample\) Failed/ }).click();
    await expect(page.getByRole('region', { name: 'Attempt 1' })).toBeVisible();
    expect(await violations(page), 'Webhooks').toEqual([]);

    await agents.getByRole('link', { name: 'Error codes' }).click();
    await page.getByRole('searchbox', { name: 'Search the error codes' }).fill('token');
    await expect(page.getByRole('article', { name: 'TM_4001 SERR_157' })).toBeVisible();
    expect(await violations(page), 'Error codes').toEqual([]);

    await page.getByRole('button', { name: 'Actions for Strict' }).click();
    await page.getByRole('menuitem', { name: 'Edit…' }).click();
    for (const tab of ['General', 'Ports', 'Limits', 'Credentials']) {
      await page.getByRole('dialog').getByRole('tab', { name: tab }).click();
      expect(await violations(page), `the form’s tab ${tab}`).toEqual([]);
    }
  });
}
