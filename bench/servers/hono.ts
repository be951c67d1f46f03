import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { endProcess, outputLine } from './server.ts';

/** A process that takes requests of the ZeptoMail API. */
export interface ApiServer {
  readonly name: string;
  readonly pid: number;
  readonly apiPort: number;
  readonly token: string;
  stop(): Promise<void>;
}

/** A bare Hono route that keeps nothing. */
export async function startHono(): Promise<ApiServer> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./hono-process.ts', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ready = await outputLine(child, /hono on (\d+)/);
  return {
    name: 'bare Hono route',
    pid: child.pid ?? 0,
    apiPort: Number(ready[1]),
    token: '',
    stop: () => endProcess(child),
  };
}
