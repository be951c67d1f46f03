import { spawn } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { endProcess, outputLine, type Server } from './server.ts';

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** MailDev 3 as it comes. */
export async function startMaildev(): Promise<Server> {
  const [smtp, web] = [await freePort(), await freePort()];
  const command = fileURLToPath(new URL('../node_modules/.bin/maildev', import.meta.url));
  const child = spawn(
    process.execPath,
    [command, '--smtp', String(smtp), '--web', String(web), '--ip', '127.0.0.1', '--web-ip', '127.0.0.1'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await outputLine(child, /web|listening|running/i);
  return { name: 'MailDev 3', pid: child.pid ?? 0, smtpPort: smtp, stop: () => endProcess(child) };
}
