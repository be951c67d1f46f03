import { type AddressInfo, createServer } from 'node:net';
import { agentNamed } from '../support/agents.ts';
import { expect, test } from '../support/test.ts';
import { violations } from '../support/violations.ts';

for (const scheme of ['light', 'dark'] as const) {
  test(`the ways to connect break no accessibility rule, ${scheme}`, async ({ restante }) => {
    const { page } = restante;
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page
      .getByRole('navigation', { name: 'Mail Agents' })
      .getByRole('link', { name: /My app/ })
      .click();
    await page.getByRole('link', { name: 'Connect' }).click();
    for (const way of ['Its own ports', 'The gateway', 'Without touching code']) {
      await page.getByRole('tab', { name: way }).click();
      if (way === 'Without touching code') {
        await page.getByLabel('Region').selectOption('eu');
        await expect(page.getByText(/127\.0\.0\.1 api\.zeptomail\.eu/)).toBeVisible();
        await page.getByRole('button', { name: 'Check now' }).click();
        await expect(page.getByRole('heading', { name: 'smtp.zeptomail.eu' })).toBeVisible();
      }
      expect(await violations(page)).toEqual([]);
    }
  });
}

test('a port that somebody has is refused at its field, with who has it', async ({ restante }) => {
  const { page } = restante;
  const { smtp } = (await agentNamed(restante, 'My app')).channels;
  await page
    .getByRole('navigation', { name: 'Mail Agents' })
    .getByRole('link', { name: /My app/ })
    .click();
  await page.getByRole('link', { name: 'Connect' }).click();
  await page.getByRole('tab', { name: 'The gateway' }).click();
  const ports = page.getByRole('form', { name: 'Ports of the gateway' });
  await restante.api('PATCH', `/api/agents/${(await agentNamed(restante, 'My app')).id}`, {
    channels: { smtp: { port: smtp.port } },
  });
  const api = ports.getByLabel('API over HTTP', { exact: true });
  await api.fill('seven');
  await ports.getByRole('button', { name: 'Change ports' }).click();
  await expect(ports).toContainText('A port is a number from 1 to 65535');
  await api.fill(String(smtp.port));
  await api.press('Enter');
  await expect(api).toHaveAttribute('aria-invalid', 'true');
  await expect(ports).toContainText(`Port ${smtp.port} is already used by My app (smtp).`);

  const free = await freePort();
  await api.fill(String(free));
  await api.press('Enter');
  await expect(ports.getByRole('button', { name: 'Change ports' })).toBeDisabled();
  await page.getByRole('button', { name: 'Actions for My app' }).click();
  await page.getByRole('menuitem', { name: 'Edit…' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('tab', { name: 'Ports' }).click();
  await form.getByLabel('SMTP over TLS').fill(String(free));
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toContainText(`Port ${free} is already used by the gateway (api).`);
});

/** A port that nothing listens on any more. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
