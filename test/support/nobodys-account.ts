import type { Account } from '../../electron/zeptomail/management/account.ts';

function refuse(): never {
  throw new Error('There is no office behind this door.');
}

/** For a door that was opened without the office of its agents: it takes mail, and there is nothing to manage. */
export const nobodysAccount: Account = {
  agents: refuse,
  outcomesKnown: async () => undefined,
  archive: { list: refuse, detail: refuse, listActivity: refuse },
};
