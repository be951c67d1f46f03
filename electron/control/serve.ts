import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { listenOnAll } from '../net/listen.ts';
import type { Listening } from '../net/listen.ts';
import type { PostOffice } from '../post-office/post-office.ts';
import { createControlApp } from './control-app.ts';
import type { ControlAppOptions } from './control-app.ts';
import { createHttpMailView, cspSource, httpMailViewPlace } from './mail-view/http-mail-view.ts';
import { listenAddresses, ownHostRule } from './own-hosts.ts';
import { servePageFiles } from './page-files.ts';
import { answerBrokenConnection, answerUnreadable } from './unreadable-requests.ts';

interface ServeControlOptions extends Partial<
  Pick<ControlAppOptions, 'allowedOrigins' | 'checkAnswers' | 'isDemo' | 'report' | 'version'>
> {
  readonly postOffice: PostOffice;
  readonly version: string;
  /** `localhost` listens on loopback in both families. */
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Where the built page lies. */
  readonly pageFolder: string;
}

type Fetch = (request: Request, environment: object) => Promise<Response>;

/** Milliseconds that requests may still take when the server closes. */
const closeGraceMs = 1000;

/**
 * Serves the control API with the page, and on a second port, which the page learns, the messages' HTML.
 * @throws RestanteError `port.*`
 */
export async function serveControl(
  options: ServeControlOptions,
): Promise<{ url: string; close(): Promise<void> }> {
  const { postOffice, host, port, pageFolder, allowedOrigins = [] } = options;
  const secret = randomBytes(24).toString('base64url');
  const ports = { page: port, mailView: 0 };
  const hosts = listenAddresses(host);

  const app = createControlApp({
    ...options,
    platform: 'headless',
    page: servePageFiles(pageFolder),
    isOwnHost: ownHostRule(host, () => ports.page),
    mailView: httpMailViewPlace(secret, () => ports.mailView),
  });
  const mailView = createHttpMailView({
    postOffice,
    secret,
    ancestors: (request) =>
      [cspSource(new URL(request.url).hostname, ports.page), ...allowedOrigins].join(' '),
  });

  const { report = console.error } = options;
  const page = await listen(hosts, port, report, (request, environment) => app.fetch(request, environment));
  ports.page = page.port;
  let mail: Listening;
  try {
    mail = await listen(hosts, 0, report, mailView);
  } catch (error) {
    await page.close();
    throw error;
  }
  ports.mailView = mail.port;

  let closed: Promise<void> | undefined;
  return {
    url: `http://${urlHost(host)}:${page.port}`,
    close: () => (closed ??= closeInOrder(app, [page, mail])),
  };
}

function listen(
  hosts: readonly string[],
  port: number,
  report: (error: unknown) => void,
  fetch: Fetch,
): Promise<Listening<Server>> {
  const listener = getRequestListener(fetch, {
    // Node's own Request and Response stay as they are for everything else in this process.
    overrideGlobalObjects: false,
    errorHandler: (error) => answerUnreadable(error, report),
  });
  return listenOnAll({ hosts, port }, () => {
    const server = createServer({ requireHostHeader: false }, (incoming, outgoing) => {
      void listener(incoming, outgoing);
    });
    server.on('clientError', (error, socket) => {
      void answerBrokenConnection(error, socket);
    });
    return server;
  });
}

async function closeInOrder(app: { close(): Promise<void> }, listeners: readonly Listening[]): Promise<void> {
  const ended = app.close();
  const timer = setTimeout(() => {
    for (const listener of listeners) {
      listener.destroyConnections();
    }
  }, closeGraceMs);
  await Promise.all(listeners.map((listener) => listener.close()));
  clearTimeout(timer);
  await ended;
}

/** The host of the address that is printed: an address for all interfaces cannot be opened itself. */
function urlHost(host: string): string {
  if (host === 'localhost' || host === '0.0.0.0' || host === '::') {
    return '127.0.0.1';
  }
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
}
