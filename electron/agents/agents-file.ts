import { z } from 'zod';
import { agentConfigSchema, agentLimits } from '#shared/agent.ts';
import { ConfigFile } from '../files/config-file.ts';
import { migrations } from './migrations.ts';

const agentsSchema = z.object({
  agents: z
    .array(agentConfigSchema)
    .max(agentLimits.agents)
    .refine(
      (agents) => new Set(agents.map((agent) => agent.id)).size === agents.length,
      'two agents have one id',
    ),
});

/** `agents.json` in the data folder. Tokens and passwords are inside. */
export function agentsFile(folder: string): ConfigFile<z.infer<typeof agentsSchema>> {
  return new ConfigFile(folder, {
    name: 'agents.json',
    schema: agentsSchema,
    migrations,
    newer: 'agents.newer',
    otherwise: 'Restante begins with a new Mail Agent.',
  });
}
