import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { endProcess, outputLine, type Server } from './server.ts';

/** Bare smtp-server that keeps nothing. */
export async function startDraining(): Promise<Server> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./draining-process.ts', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ready = await outputLine(child, /draining on (\d+)/);
  return {
    name: 'smtp-server, draining',
    pid: child.pid ?? 0,
    smtpPort: Number(ready[1]),
    stop: () => endProcess(child),
  };
}
