import type { CheckStep } from '#shared/gateway-check.ts';
import { errnoOf } from '../../net/port-problem.ts';
import { within } from '../../net/within.ts';
import { connected, startTls, verified } from './conversation.ts';
import { connectToLoopback } from './loopback.ts';

/** HTTPS, SMTP with STARTTLS, and SMTP over implicit TLS. */
export type Service = 'https' | 'starttls' | 'smtps';

export interface PortToCheck {
  readonly service: Service;
  /** The name that the certificate must be for. */
  readonly host: string;
  /** A loopback address. */
  readonly address: string;
  readonly port: number;
  readonly ca: string;
}

/** Milliseconds for everything with one port. */
const patienceMs = 5000;

/** The steps on one port, up to the first that does not pass. */
export async function checkPort(port: PortToCheck): Promise<CheckStep[]> {
  const place = port.address.includes(':')
    ? `[${port.address}]:${port.port}`
    : `${port.address}:${port.port}`;
  const steps: CheckStep[] = [];
  const socket = connectToLoopback(port.address, port.port);
  // Whoever waits for the socket hears of its errors; one that comes later changes nothing.
  socket.on('error', () => undefined);
  async function attempt(
    step: CheckStep['step'],
    work: () => Promise<void>,
    passed: string,
    why: (error: unknown) => string,
  ): Promise<boolean> {
    try {
      await within(work(), patienceMs, `“${step}”`);
      steps.push({ step, place, passed: true, text: passed });
      return true;
    } catch (error) {
      steps.push({ step, place, passed: false, text: why(error) });
      return false;
    }
  }
  try {
    if (!(await attempt('connect', () => connected(socket), 'Something listens.', whyNoConnection))) {
      return steps;
    }
    if (
      port.service === 'starttls' &&
      !(await attempt('starttls', () => startTls(socket), 'STARTTLS is offered.', whyNoStartTls))
    ) {
      return steps;
    }
    await attempt(
      'tls',
      () => verified(socket, port.host, port.ca),
      `The certificate is Restante’s, and for ${port.host}.`,
      whyNoTls,
    );
    return steps;
  } finally {
    socket.destroy();
  }
}

function whyNoConnection(error: unknown): string {
  return errnoOf(error) === 'ECONNREFUSED'
    ? 'Nothing listens. Redirect this port to the gateway, or let the gateway listen on it.'
    : `No connection: ${reasonOf(error)}`;
}

function whyNoStartTls(error: unknown): string {
  return `What listens is no SMTP server with STARTTLS, so it is not the gateway: ${reasonOf(error)}`;
}

function whyNoTls(error: unknown): string {
  const code = errnoOf(error) ?? '';
  if (/^(?:UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|CERT_)/.test(code)) {
    return `Another program answers, or another Restante: its certificate is not of this authority (${code}).`;
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return 'The certificate is for other names.';
  }
  return `What listens does not speak TLS here, so it is not the gateway: ${reasonOf(error)}`;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
