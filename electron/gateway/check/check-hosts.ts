import { lookup } from 'node:dns/promises';
import { assertNonNullable } from '#shared/assert.ts';
import type { CheckGateway, CheckStep, GatewayCheck, HostCheck } from '#shared/gateway-check.ts';
import { zeptomailRegions } from '#shared/zeptomail-hosts.ts';
import { isLoopbackAddress } from './loopback.ts';
import { checkPort } from './check-port.ts';
import type { Service } from './check-port.ts';

/** The ports that applications use in production. */
const productionPorts: Readonly<Record<Service, number>> = { https: 443, starttls: 587, smtps: 465 };

interface Surroundings {
  /** The certificate of the local authority, PEM. */
  readonly ca: string;
  /** The addresses of a name on this machine, hosts file included. */
  readonly resolve?: (host: string) => Promise<readonly string[]>;
  readonly ports?: Readonly<Record<Service, number>>;
}

/**
 * Whether an application that speaks to ZeptoMail's public hosts reaches this Restante: each name must lead to this
 * machine alone, its ports must answer, and what answers must have the certificate of our authority. Nothing is ever
 * connected to but loopback addresses.
 */
export async function checkHosts(
  { region, oauth }: CheckGateway,
  surroundings: Surroundings,
): Promise<GatewayCheck> {
  const named = zeptomailRegions.find(({ id }) => id === region);
  assertNonNullable(named, 'the schema knows the same regions');
  const hosts = await Promise.all([
    ...[...named.api, ...(oauth ? [named.accounts] : [])].map((host) =>
      checkHost(host, ['https'], surroundings),
    ),
    ...named.smtp.map((host) => checkHost(host, ['starttls', 'smtps'], surroundings)),
  ]);
  return { works: hosts.every(({ works }) => works), hosts };
}

async function checkHost(
  host: string,
  services: readonly Service[],
  { ca, resolve = addressesOf, ports = productionPorts }: Surroundings,
): Promise<HostCheck> {
  const { addresses, step } = await resolved(host, resolve);
  if (!step.passed) {
    return { host, works: false, steps: [step] };
  }
  const places = services.flatMap((service) =>
    addresses.map((address) => checkPort({ service, host, address, port: ports[service], ca })),
  );
  const steps = [step, ...(await Promise.all(places)).flat()];
  return { host, works: steps.every(({ passed }) => passed), steps };
}

async function resolved(
  host: string,
  resolve: (host: string) => Promise<readonly string[]>,
): Promise<{ addresses: readonly string[]; step: CheckStep }> {
  const told = (passed: boolean, text: string): CheckStep => ({ step: 'resolve', place: '', passed, text });
  let addresses: readonly string[];
  try {
    addresses = await resolve(host);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      addresses: [],
      step: told(false, `The name leads nowhere (${reason}): the hosts file has no entry for it.`),
    };
  }
  const foreign = addresses.find((address) => !isLoopbackAddress(address));
  if (foreign !== undefined) {
    const text = `The name leads to ${foreign}, which is not this machine. The check stops here, so that nothing is sent there. Add the lines to the hosts file, for both families of addresses.`;
    return { addresses, step: told(false, text) };
  }
  return addresses.length === 0
    ? { addresses, step: told(false, 'The name has no address: the hosts file has no entry for it.') }
    : { addresses, step: told(true, `The name leads to ${addresses.join(' and ')}.`) };
}

/** As the programs of this machine resolve it: the hosts file first. */
async function addressesOf(host: string): Promise<readonly string[]> {
  const found = await lookup(host, { all: true });
  return [...new Set(found.map(({ address }) => address))];
}
