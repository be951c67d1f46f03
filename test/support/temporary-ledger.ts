import { onTestFinished } from 'vitest';
import { Ledger } from '../../electron/ledger/ledger.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** An empty ledger in a folder of its own; it closes when the test ends. */
export async function temporaryLedger(): Promise<Ledger> {
  const ledger = Ledger.open(await temporaryFolder());
  onTestFinished(() => ledger.close());
  return ledger;
}
