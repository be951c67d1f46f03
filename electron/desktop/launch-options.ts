import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import envPaths from 'env-paths';

export interface LaunchOptions {
  readonly dataFolder: string;
  readonly agentPorts: 'default' | 'any';
}

/**
 * Reads `--data` and `--agent-ports`, or their environment variables; flags win, an empty value counts as none.
 * Chromium's own switches stand among the arguments and are passed over.
 */
export function readLaunchOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): LaunchOptions {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    options: { data: { type: 'string' }, 'agent-ports': { type: 'string' } },
  });
  const folder = given(values.data) ?? given(environment.RESTANTE_DATA);
  const agentPorts = given(values['agent-ports']) ?? given(environment.RESTANTE_AGENT_PORTS);
  return {
    dataFolder: folder === undefined ? envPaths('restante', { suffix: '' }).data : resolve(folder),
    agentPorts: agentPorts === 'any' ? 'any' : 'default',
  };
}

function given(value: string | boolean | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
