import type { DatabaseSync } from 'node:sqlite';
import { addWebhooks } from './webhooks-schema.ts';
import { addFailures } from './failures-schema.ts';
import { addOutcomeKinds, addOutcomes, addPlannedKinds } from './outcomes-schema.ts';
import { addTemplates } from './templates-schema.ts';
import { addSavedSearches } from './saved-searches-schema.ts';
import { addSuppressions } from './suppressions-schema.ts';
import { addFiles } from './files-schema.ts';
import { addDomainKeys, addDomains } from './domains-schema.ts';
import { addExports } from './exports-schema.ts';
import { addSandboxDays } from './sandbox-days-schema.ts';
import { addOAuth } from './oauth-schema.ts';
import { addAccessTokenSources, addOAuthGrants } from './oauth-grants-schema.ts';

/**
 * The ledger's schema as an ordered list: migration k brings it from version k to k + 1 (PRAGMA user_version).
 * A migration that was released is never changed; a new one is appended.
 * What belongs to one agent has a column `agent` (its id), and goes with the agent.
 */
export const ledgerMigrations: readonly ((database: DatabaseSync) => void)[] = [
  addWebhooks,
  addSuppressions,
  addOutcomes,
  addFiles,
  addTemplates,
  addFailures,
  addOAuth,
  addDomains,
  addExports,
  addOAuthGrants,
  addSandboxDays,
  addOutcomeKinds,
  addSavedSearches,
  addPlannedKinds,
  addAccessTokenSources,
  addDomainKeys,
];
