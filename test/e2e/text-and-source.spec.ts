import { agentNamed, sendTo } from './support/agents.ts';
import { expect, test } from './support/test.ts';

const reply = [
  'Yes, see https://docs.example.com/a or ask help@example.com.',
  '',
  'On Mon, 3 Mar 2025 at 10:15, Jane <jane@example.com> wrote:',
  '> Is it ready?',
  '>> The first question',
  '-- ',
  'The shop',
].join('\n');

test('plain text folds what was quoted, sets the signature back and links addresses; its type is remembered', async ({
  restante,
}) => {
  const { page } = restante;
  await sendTo(await agentNamed(restante, 'My app'), { subject: 'Reply', text: reply });
  await page.getByRole('option', { name: /Reply/ }).click();
  await page.getByRole('tab', { name: 'Text' }).click();
  const text = page.getByRole('region', { name: 'Plain text' });
  await expect(text.getByText('Yes, see')).toBeVisible();

  const docs = text.getByRole('link', { name: 'https://docs.example.com/a' });
  await expect(docs).toHaveAttribute('rel', 'noreferrer noopener');
  await expect(docs).toHaveAttribute('target', '_blank');
  await expect(text.getByRole('link', { name: 'help@example.com' })).toHaveAttribute(
    'href',
    'mailto:help@example.com',
  );

  const quoted = text.getByText('Is it ready?');
  await expect(quoted).toBeHidden();
  const fold = text.getByText(/^On Mon, 3 Mar 2025/);
  await expect(fold).toBeVisible();
  await fold.locator('xpath=ancestor::summary').press('Enter');
  await expect(quoted).toBeVisible();
  await expect(text.getByText('The first question')).toBeVisible();
  await fold.click();
  await expect(quoted).toBeHidden();
  await page.getByRole('button', { name: 'Unfold all quotes' }).click();
  await expect(quoted).toBeVisible();

  const lines = text.getByText('The shop');
  const colour = (of: typeof lines) => of.evaluate((element) => getComputedStyle(element).color);
  expect(await colour(lines), 'the signature is dimmed').not.toBe(await colour(text.getByText('Yes, see')));
  await page.getByRole('button', { name: 'Monospace' }).click();
  await page.getByRole('button', { name: 'Wrap lines' }).click();
  await page.reload();
  await expect(lines).toHaveCSS('font-family', /mono/i);
  await expect(text.getByText('Yes, see')).toHaveCSS('white-space-collapse', 'preserve');
  await expect(text.getByText('Yes, see')).toHaveCSS('text-wrap-mode', 'nowrap');
});

test('the HTML source is searched forwards and backwards with the keyboard, and indented', async ({
  restante,
}) => {
  const { page } = restante;
  const row = '<tr><td align="left">cell</td></tr>';
  const html = `<table>${row.repeat(200)}<tr><td>needle</td></tr>${row}<tr><td>Needle</td></tr></table>`;
  await sendTo(await agentNamed(restante, 'My app'), { subject: 'Source', html });
  await page.getByRole('option', { name: /Source/ }).click();
  await page.getByRole('tab', { name: 'Source' }).click();
  const source = page.getByRole('region', { name: 'HTML source' });
  await expect(source).toContainText('<table>');

  await source.press('ControlOrMeta+f');
  await page.keyboard.type('needle');
  const count = page.getByRole('tabpanel').getByRole('search').getByRole('status');
  await expect(count).toHaveText('1 of 2');
  const shown = source.locator('mark[class*=current]');
  await expect(shown).toHaveText('needle');
  await expect(shown).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(count).toHaveText('2 of 2');
  await page.keyboard.press('Enter');
  await expect(count, 'from the last to the first').toHaveText('1 of 2');
  await page.keyboard.press('Shift+Enter');
  await expect(count).toHaveText('2 of 2');

  await page.getByRole('button', { name: 'Pretty-print' }).click();
  await expect(page.getByRole('tabpanel')).toContainText('HTML, indented');
  await expect(shown).toHaveText('Needle');
  await expect(shown).toBeInViewport();
  await expect(shown.locator('xpath=ancestor::pre'), 'a cell has a line of its own').toHaveText(
    /^\s*<td>Needle<\/td>\s*$/,
  );
  await page.keyboard.press('Escape');
  await page.getByRole('searchbox', { name: 'Find in the source' }).fill('nothing of the kind');
  await expect(count).toHaveText('None');
});

test('a source of 5 MB is shown, coloured and searched while the page answers', async ({ restante }) => {
  test.slow();
  const { page } = restante;
  const row =
    '<tr class="row"><td style="padding:4px" align="left"><a href="https://example.com/?y=1">Link</a></td></tr>\n';
  const html = `<table>\n${row.repeat(50_000)}<tr><td>last</td></tr></table>`;
  await sendTo(await agentNamed(restante, 'My app'), { subject: 'Large', html });
  await page.getByRole('option', { name: /Large/ }).click();
  await page.getByRole('tab', { name: 'Source' }).click();
  const source = page.getByRole('region', { name: 'HTML source' });
  await expect(source, 'once it is read').toContainText('<table>', { timeout: 60_000 });
  await expect(source.locator('span[class*=tag]').first()).toBeVisible();
  expect(await source.locator('pre').count(), 'only what is in sight is in the page').toBeLessThan(100);
  await page.getByRole('searchbox', { name: 'Find in the source' }).fill('last');
  await expect(source.locator('mark')).toHaveText('last');
  await expect(source.locator('mark')).toBeInViewport();
});
