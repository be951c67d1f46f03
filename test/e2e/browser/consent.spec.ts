import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAgent } from '../support/agents.ts';
import { expect, test } from '../support/test.ts';
import { violations } from '../support/violations.ts';

for (const scheme of ['light', 'dark'] as const) {
  test(`a person accepts on the page of consent with the keyboard, and is sent back, ${scheme}`, async ({
    restante,
  }) => {
    const { page } = restante;
    const agent = await createAgent(restante, { name: 'Strict', mode: 'strict', domains: ['example.com'] });
    const { clientId } = (await restante.api('POST', '/api/oauth-clients', {
      name: 'Back office',
      scopes: ['Zeptomail.MailAgents.READ'],
    })) as { clientId: string };
    const application = createServer((request, response) => response.end(`Welcome back from ${request.url}`));
    await new Promise<void>((resolve) => application.listen(0, '127.0.0.1', resolve));
    const { port } = application.address() as AddressInfo;
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: clientId,
      scope: 'Zeptomail.MailAgents.READ,Zeptomail.MailTemplates.ALL',
      redirect_uri: `http://127.0.0.1:${port}/callback`,
      access_type: 'offline',
      state: 'here',
    });

    await page.emulateMedia({ colorScheme: scheme });
    await page.goto(`http://127.0.0.1:${agent.channels.api.port}/oauth/v2/auth?${query}`);
    await expect(page.getByRole('heading', { name: '“Back office” asks for access' })).toBeVisible();
    await expect(page.getByRole('listitem')).toHaveText([
      'Zeptomail.MailAgents.READ',
      'Zeptomail.MailTemplates.ALL',
    ]);
    expect(await violations(page)).toEqual([]);

    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Accept' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByText(/Welcome back from \/callback\?state=here&code=1000\./)).toBeVisible();
    application.close();
  });
}
