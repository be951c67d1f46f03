import { agentNamed, sendTo } from '../support/agents.ts';
import { expect, test } from '../support/test.ts';

const html = `<p>Your verification code is</p><h1>482 913</h1>
<p><a href="https://shop.example/magic/abc">Sign in to the shop</a></p>
<p><a href="https://shop.example/unsubscribe/7">Unsubscribe</a></p>`;

test('the code of a message is copied from the list, from the message and with a key', async ({
  restante,
}) => {
  const { page } = restante;
  if (restante.platform === 'browser') {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  }
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  const agent = await agentNamed(restante, 'My app');
  await sendTo(agent, { subject: 'No code', text: 'hello' });
  await sendTo(agent, { subject: 'Sign in', html });
  const row = page.getByRole('option', { name: /Sign in.*Code 482913/ });
  await row.getByText('482913', { exact: true }).click();
  await expect.poll(clipboard).toBe('482913');
  await expect(page.getByRole('heading', { name: 'Sign in' }), 'copying opens nothing').toHaveCount(0);

  await page.evaluate(() => navigator.clipboard.writeText('nothing'));
  await page.getByRole('option', { name: /No code/ }).click();
  await page.keyboard.press('c');
  await page.keyboard.press('k');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  expect(await clipboard()).toBe('nothing');
  await page.keyboard.press('c');
  await expect.poll(clipboard).toBe('482913');

  await page.evaluate(() => navigator.clipboard.writeText('nothing'));
  await page.getByRole('button', { name: 'Copy the code 482 913' }).click();
  await expect.poll(clipboard).toBe('482913');
});

test('the links of a message stand above it by what they are for', async ({ restante }) => {
  const { page } = restante;
  const agent = await agentNamed(restante, 'My app');
  await sendTo(agent, { subject: 'Sign in', html });
  await page.getByRole('option', { name: /Sign in/ }).click();
  const found = page.getByRole('list', { name: 'Code and links' });
  const signIn = found.getByRole('link', { name: 'Sign in' });
  await expect(signIn).toHaveAttribute('href', 'https://shop.example/magic/abc');
  await expect(signIn).toHaveAttribute('target', '_blank');
  await expect(found.getByRole('link', { name: 'Unsubscribe' })).toHaveAttribute(
    'href',
    'https://shop.example/unsubscribe/7',
  );
  if (restante.platform === 'browser') {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  }
  await found.getByRole('button', { name: 'Copy the address of “Sign in”' }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe('https://shop.example/magic/abc');
});
