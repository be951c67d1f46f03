#!/usr/bin/env node
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { RestanteError } from '#shared/errors.ts';
import { commandLine, isLoopback, type ServeOptions } from './cli.ts';
import { tellAddress } from './command-line/reach-restante.ts';
import { serveControl } from './control/serve.ts';
import { isDemoFolder, prepareDemo } from './demo/demo-folder.ts';
import { openPostOffice } from './post-office/open-post-office.ts';

// One folder below the root, from source and in the bundle alike.
const { version } = createRequire(import.meta.url)('../package.json') as { readonly version: string };
const fromSource = import.meta.url.endsWith('.ts');
const pageFolder = fileURLToPath(new URL(fromSource ? '../dist/page' : './page', import.meta.url));

/** `npm run dev` serves the page itself and frames mail from here. */
const allowedOrigins = fromSource && process.env.RESTANTE_DEV_PAGE ? [process.env.RESTANTE_DEV_PAGE] : [];

/** Opens everything, says so, and closes it in reverse order at the first signal. */
async function serve(options: ServeOptions): Promise<void> {
  const stopped = stopSignal();
  warnOfStrangers(options.host);
  if (options.demo) {
    await prepareDemo(options.data, { reset: options.reset });
  }
  const postOffice = await openPostOffice({ folder: options.data, agentPorts: options.agentPorts });
  try {
    const { host, port } = options;
    const isDemo = await isDemoFolder(options.data);
    const control = await serveControl({
      postOffice,
      host,
      port,
      pageFolder,
      version,
      isDemo,
      allowedOrigins,
    });
    const forgetAddress = await tellAddress(options.data, control.url);
    process.stdout.write(`restante ready ${control.url}\n`);
    await stopped;
    await forgetAddress();
    await control.close();
  } finally {
    await postOffice.close();
  }
}

/** Resolves at the first SIGINT or SIGTERM; a second one ends the process at once. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    const ask = (signal: 'SIGINT' | 'SIGTERM'): void => {
      if (asked) {
        process.exit(signal === 'SIGINT' ? 130 : 143);
      }
      asked = true;
      resolve();
    };
    process.on('SIGINT', ask);
    process.on('SIGTERM', ask);
  });
}

function warnOfStrangers(host: string): void {
  if (!isLoopback(host)) {
    process.stderr.write(
      `WARNING: Restante listens on ${host}. Everybody who can reach this address can read all held mail and all tokens. There is no password.\n`,
    );
  }
}

/** What people can mend is said in one sentence; anything else with its stack and its cause. */
function fail(error: unknown): never {
  console.error(error instanceof RestanteError ? error.message : error);
  process.exit(1);
}

// A log that cannot be written, on a full disk or to a reader that left, is no reason to stop holding mail.
for (const log of [process.stdout, process.stderr]) {
  log.on('error', () => undefined);
}
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);

try {
  await commandLine(version, serve).parseAsync();
  // A handle that somebody forgot must not keep a stopped server alive.
  process.exit(process.exitCode ?? 0);
} catch (error) {
  fail(error);
}
