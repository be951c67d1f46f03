import { newAgent } from './configure.ts';
import { Office, type OfficeParts } from './office.ts';
import { newPorts } from './ports.ts';
import { AgentRegistry } from './registry.ts';

export interface OfficeOptions extends Omit<OfficeParts, 'registry'> {
  /** Where agents.json lies. */
  readonly folder: string;
}

/**
 * The Mail Agents of a data folder, their doors not yet open; on a first run there is one.
 * `trouble` tells in words what could not be read, where it lies now and what was used instead.
 * @throws RestanteError `agents.newer`, `data.unwritable`
 */
export async function openOffice(
  options: OfficeOptions,
): Promise<{ office: Office; trouble: string | undefined }> {
  const { folder, ...parts } = options;
  const { registry, trouble } = await AgentRegistry.open(folder, parts.now(), async () =>
    newAgent({ name: 'My app' }, await newPorts(parts.portPolicy, [parts.gateway()]), parts.now(), 0),
  );
  return { office: new Office({ ...parts, registry }), trouble };
}
