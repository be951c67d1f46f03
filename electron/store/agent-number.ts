import type { KeptStatements } from './kept-statements.ts';

/** What stands for an agent in the rows of its messages; undefined while it has never held any. */
export function agentNumberOf(statements: KeptStatements, agentId: string): number | undefined {
  const number = statements.get('SELECT number FROM agent WHERE id = ?', agentId)?.['number'];
  return number === undefined ? undefined : Number(number);
}
