import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { watch } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { createServer } from 'vite';
import { exitOf } from './run-child.ts';

/**
 * Hot reload: Vite serves the page, and a headless server runs from source behind it and starts again when a file
 * under electron/ or shared/ changes. Arguments go to the server (`--data` and the like).
 */
const root = resolve(import.meta.dirname, '..');

function startServer(port: string): { child: ChildProcess; ready: Promise<string> } {
  const args = [join(root, 'electron/headless.ts'), 'serve', '--port', port, ...process.argv.slice(2)];
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, RESTANTE_DEV_PAGE: 'http://127.0.0.1:*' },
  });
  const lines = createInterface({ input: child.stdout });
  const ready = new Promise<string>((found, failed) => {
    lines.on('line', (line) => {
      process.stdout.write(`${line}\n`);
      const url = /^restante ready (\S+)/.exec(line)?.[1];
      if (url !== undefined) {
        found(url);
      }
    });
    child.once('exit', (code) => {
      failed(new Error(`The server ended with code ${String(code)} before it was ready.`));
    });
  });
  return { child, ready };
}

let server = startServer('0');
const apiUrl = new URL(await server.ready);
process.env.RESTANTE_DEV_API = apiUrl.origin;
const page = await createServer({ configFile: join(root, 'vite.config.ts') });
await page.listen();
page.printUrls();

let restarting = false;
let changedMeanwhile = false;

/** Starts the server anew on the same port, so that the page's proxy finds it again. */
async function restart(): Promise<void> {
  changedMeanwhile = restarting;
  if (restarting) {
    return;
  }
  restarting = true;
  do {
    changedMeanwhile = false;
    if (server.child.exitCode === null && server.child.signalCode === null) {
      const gone = exitOf(server.child);
      server.child.kill('SIGTERM');
      await gone;
    }
    server = startServer(apiUrl.port);
    // A file that does not run yet: say so, and wait for the next change.
    await server.ready.catch((error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
    });
  } while (changedMeanwhile);
  restarting = false;
  page.ws.send({ type: 'full-reload' });
}

const watchers = ['electron', 'shared'].map((folder) =>
  watch(join(root, folder), { recursive: true }, (_, file) => {
    if (file?.endsWith('.ts') === true) {
      void restart();
    }
  }),
);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    for (const watcher of watchers) {
      watcher.close();
    }
    server.child.kill('SIGTERM');
    void page.close();
  });
}
