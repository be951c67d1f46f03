import { expect, test } from '../support/test.ts';
import { violations } from '../support/violations.ts';

test('a template is written with its preview beside it, and its draft outlives leaving the page', async ({
  restante,
}) => {
  const { page } = restante;
  await page.getByRole('link', { name: /My app/ }).click();
  await page.getByRole('link', { name: 'Templates' }).click();
  await page.getByRole('button', { name: 'New template' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Order confirmation');
  await expect(page.frameLocator('iframe').getByText('Lamp')).toBeVisible();

  await page.getByRole('link', { name: 'Activity' }).click();
  await page.getByRole('link', { name: 'Templates' }).click();
  await page.getByRole('button', { name: 'New template' }).click();
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Order confirmation');
  await page.getByRole('button', { name: 'Create template' }).click();
  await expect(page.getByRole('region', { name: 'Send it' })).toContainText('sendMailWithTemplate');

  const html = page.getByRole('textbox', { name: 'HTML' });
  await html.fill('<p>{{name}} {{coupon}}</p>');
  await expect(page.getByText('Not in the sample, and so empty: coupon')).toBeVisible();
  await html.fill('<p>{{name</p>');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(html).toHaveAttribute('aria-invalid', 'true');
  expect(await violations(page)).toEqual([]);

  await page.getByRole('button', { name: 'Discard changes' }).click();
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(page.getByRole('button', { name: /\(copy\)/ })).toBeVisible();
  await page.getByRole('button', { name: 'Delete…' }).click();
  await page.getByRole('button', { name: 'Delete template' }).click();
  await expect(page.getByRole('button', { name: /\(copy\)/ })).toHaveCount(0);
});

test('a hostile template runs nothing and leads nowhere', async ({ restante }) => {
  const { page } = restante;
  const asked: string[] = [];
  await page.route(/evil\.test/, async (route) => {
    asked.push(route.request().url());
    await route.abort();
  });
  await page.getByRole('link', { name: /My app/ }).click();
  await page.getByRole('link', { name: 'Templates' }).click();
  await page.getByRole('button', { name: 'New template' }).click();
  await page
    .getByRole('textbox', { name: 'HTML' })
    .fill(
      '<meta http-equiv="refresh" content="0;url=http://evil.test/"><script>parent.document.title="owned"</script>' +
        '<img src="http://evil.test/x.png" onerror="parent.document.title=\'owned\'"><a href="http://evil.test/">link</a>',
    );
  const frame = page.frameLocator('iframe');
  // Not by pointer: under load a browser may leave a frame of another origin unpainted for minutes.
  await frame.getByText('link').dispatchEvent('click');
  await expect(frame.getByText('link')).toBeAttached();
  expect(asked).toEqual([]);
  await expect(page).not.toHaveTitle('owned');
});
