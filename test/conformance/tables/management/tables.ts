import type { Table } from '../../row.ts';
import { accessTables } from './access.ts';
import { agentTables } from './agents.ts';
import { authorizationTables } from './authorization.ts';
import { credentialTables } from './credentials.ts';
import { domainTables } from './domains.ts';
import { exportTables } from './exports.ts';
import { logTables } from './logs.ts';
import { olderTables } from './older.ts';
import { suppressionTables } from './suppressions.ts';
import { templateTables } from './templates.ts';
import { tokenTables } from './token.ts';

/** The endpoints that take an OAuth access token, and those that hand it out; a credential’s agent is made before it, and the log asks of {idle} before it is deleted. */
export const management: readonly Table[] = [
  ...accessTables,
  ...authorizationTables,
  ...tokenTables,
  ...logTables,
  ...agentTables('agents'),
  ...credentialTables('agents'),
  ...agentTables('mailagents'),
  ...credentialTables('mailagents'),
  ...templateTables('agents'),
  ...templateTables('mailagents'),
  ...domainTables,
  ...suppressionTables,
  ...exportTables,
  ...olderTables,
];
