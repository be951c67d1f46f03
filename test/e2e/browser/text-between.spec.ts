import { agentNamed, sendTo } from '../support/agents.ts';
import { mailFrame, shownMail } from '../support/mail-frames.ts';
import { expect, test } from '../support/test.ts';

test('behind a text the frame of the HTML before stays as it is, out of reach, for the HTML after', async ({
  restante,
}) => {
  const { page } = restante;
  const agent = await agentNamed(restante, 'My app');
  await sendTo(agent, { subject: 'One', html: '<h1>Mail One</h1>' });
  await sendTo(agent, { subject: 'Two', text: 'Only words' });
  await sendTo(agent, { subject: 'Three', html: '<h1>Mail Three</h1>' });
  const offered = async (): Promise<number> => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Command' }).fill('hide all images');
    const count = await page.getByRole('option', { name: 'Hide all images' }).count();
    await page.keyboard.press('Escape');
    return count;
  };
  await page.getByRole('option', { name: 'Three' }).click();
  await expect(shownMail(page).getByRole('heading')).toHaveText('Mail Three');
  const size = await mailFrame(page).boundingBox();
  await mailFrame(page).evaluate((frame) => frame.setAttribute('data-kept', ''));
  expect(await offered()).toBe(1);

  await page.keyboard.press('j');
  await expect(page.getByRole('tabpanel').getByText('Only words')).toBeVisible();
  await expect(page.locator('[inert]').locator(mailFrame(page))).toHaveAttribute('data-kept');
  expect(await mailFrame(page).boundingBox()).toEqual(size);
  expect(await offered()).toBe(0);

  await page.keyboard.press('j');
  await expect(shownMail(page).getByRole('heading')).toHaveText('Mail One');
  await expect(mailFrame(page)).toHaveAttribute('data-kept');
  await expect(page.locator('[inert]').locator(mailFrame(page))).toHaveCount(0);
});
