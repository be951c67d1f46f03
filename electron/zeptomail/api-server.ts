import { randomUUID } from 'node:crypto';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { Socket } from 'node:net';
import type { ActivityEntry } from '#shared/activity.ts';
import type { AgentConfig } from '#shared/agent.ts';
import type { ServerCertificate } from '../net/door.ts';
import { minTlsVersion, namedCertificate } from '../net/named-certificate.ts';
import { resetConnection } from '../net/reset.ts';
import { recordActivity } from '../road/door-agents.ts';
import type { Outcomes } from '../road/outcomes.ts';
import { answerRequest } from './answer-request.ts';
import { answerTracking } from './answer-tracking.ts';
import { type ApiRequest, exchangeOf, responseHeaders } from './exchange.ts';
import { handshakeProblem, brokenHandshake } from './handshake.ts';
import { answerMalformed, unreadRequest, writeBare } from './malformed.ts';
import { ownRefusal } from './own-refusals.ts';
import { type ApiAnswer, type ApiDoorContext, refuse } from './resource.ts';
import { trickle } from './trickle.ts';

export interface ApiServerOptions extends ApiDoorContext {
  readonly channel: 'api' | 'apis';
  readonly outcomes: Outcomes;
  readonly now: () => Date;
  /** The certificate of the moment; given for HTTPS. */
  readonly certificate: (() => ServerCertificate) | undefined;
}

/** Bounds of a connection: milliseconds, bytes and counts. */
const bounds = {
  headersTimeout: 15_000,
  requestTimeout: 120_000,
  keepAliveTimeout: 30_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 32 * 1024,
  /** Answered by us, in JSON. */
  requireHostHeader: false,
} as const;
const maxConnections = 256;

/** The HTTP or HTTPS server of one door: every request is answered in JSON and kept in the agent's activity. */
export function createApiServer(options: ApiServerOptions): Server {
  const { certificate } = options;
  const server =
    certificate === undefined
      ? createServer({ ...bounds })
      : createSecureServer({
          ...bounds,
          cert: certificate().cert,
          key: certificate().key,
          SNICallback: namedCertificate(certificate),
          minVersion: minTlsVersion,
        });
  server.maxConnections = maxConnections;
  /** Connections whose failure was noted. */
  const noted = new WeakSet<Socket>();

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const hit = answerTracking(incoming, options);
    if (hit !== undefined) {
      outgoing.writeHead(hit.status, hit.headers).end(hit.body);
      return;
    }
    const started = performance.now();
    const answered = await answerRequest(incoming, options.now(), options);
    if (answered.answer === undefined) {
      recordLoss(answered.request, answered.agent, started);
      return;
    }
    record(answered.request, answered.answer, answered.agent, started);
    const { response, resets, bytesPerSecond } = answered.answer;
    if (resets === true) {
      resetConnection(incoming.socket);
      return;
    }
    const headers = responseHeaders(answered.request, response).flat();
    if (answered.mustClose || !server.listening) {
      headers.push('Connection', 'close');
    }
    outgoing.writeHead(response.status, headers);
    if (bytesPerSecond === undefined) {
      outgoing.end(response.body);
    } else {
      await trickle(outgoing, Buffer.from(response.body), bytesPerSecond, incoming.socket);
    }
  }

  function listener(incoming: IncomingMessage, outgoing: ServerResponse): void {
    answer(incoming, outgoing).catch((error: unknown) => {
      // A bug of ours; the client gets its JSON all the same, because SDKs hang without.
      if (!outgoing.headersSent) {
        outgoing.writeHead(500, { 'Content-Type': 'application/json', Connection: 'close' });
      }
      const verdict = ownRefusal('internal', 'Restante failed', '');
      const request = unreadRequest('', options.channel === 'apis', options.now());
      const { requestIds, agents } = options;
      outgoing.end(refuse(request, { requestIds, agent: agents.own() }, verdict).response.body);
      process.emitWarning(error instanceof Error ? error : String(error));
    });
  }

  server.on('request', listener);
  // An Expect that we do not know is no reason to refuse mail (RFC 9110 section 10.1.1 allows to ignore it).
  server.on('checkExpectation', listener);
  server.on('connect', (_, socket) => malformed(new Error('CONNECT'), socket as Socket));
  server.on('clientError', (error: Error, socket) => malformed(error, socket as Socket));
  server.on('tlsClientError', (_: Error, socket: Socket & { readonly servername?: string }) => {
    // Comes after clientError. One that named a host and left did not like our certificate, others are mere probes.
    if (!noted.has(socket) && socket.servername) {
      noteConnection(socket, brokenHandshake);
    }
  });

  function malformed(error: Error, socket: Socket): void {
    const handshake = handshakeProblem(error);
    if (handshake !== undefined) {
      noted.add(socket);
      noteConnection(socket, handshake);
      socket.destroy();
      return;
    }
    const agent = options.agents.own();
    const request = unreadRequest(peerOf(socket), options.channel === 'apis', options.now());
    const refused = answerMalformed(error, request, { ...options, agent });
    if (refused === undefined) {
      socket.destroy();
      return;
    }
    record(request, refused, agent, performance.now());
    writeBare(socket, request, refused);
  }

  function noteConnection(socket: Socket, summary: string): void {
    const request = unreadRequest(peerOf(socket), false, options.now());
    keep(request, options.agents.own(), performance.now(), {
      outcome: 'failed',
      summary,
      session: exchangeOf(request, { status: 0, body: '' }),
      messageIds: [],
      verdicts: [],
    });
  }

  function recordLoss(request: ApiRequest, agent: AgentConfig | null, started: number): void {
    keep(request, agent, started, {
      outcome: 'failed',
      summary: `${nameOf(request)}: connection lost after ${request.bodyBytes} bytes of the body`,
      session: exchangeOf(request, { status: 0, body: '' }),
      messageIds: [],
      verdicts: [],
    });
  }

  function record(request: ApiRequest, given: ApiAnswer, agent: AgentConfig | null, started: number): void {
    keep(request, agent, started, { ...given, summary: `${nameOf(request)}: ${given.result}` });
  }

  function keep(
    request: ApiRequest,
    agent: AgentConfig | null,
    started: number,
    what: Pick<ApiAnswer, 'session' | 'messageIds' | 'verdicts'> & Pick<ActivityEntry, 'outcome' | 'summary'>,
  ): void {
    const { outcome, summary, session, messageIds, verdicts } = what;
    const activity = {
      id: randomUUID(),
      door: options.channel,
      startedAt: request.receivedAt.toISOString(),
      durationMs: Math.round(performance.now() - started),
      peer: request.peer,
      outcome,
      summary,
      messageIds: [...messageIds],
      verdicts: [...verdicts],
      session,
    };
    recordActivity(activity, agent, options);
  }

  return server;
}

function nameOf(request: ApiRequest): string {
  return request.method === '' ? 'unreadable request' : `${request.method} ${request.path.slice(0, 200)}`;
}

function peerOf(socket: Socket): string {
  // A socket that is gone does not know its peer any more.
  return socket.remoteAddress === undefined ? '' : `${socket.remoteAddress}:${socket.remotePort}`;
}
