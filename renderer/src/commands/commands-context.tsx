import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import type { Command } from './command.ts';
import { CommandRegistry } from './command-registry.ts';

const CommandsContext = createContext<CommandRegistry | null>(null);

export function CommandsProvider({ children }: { readonly children: ReactNode }) {
  const [registry] = useState(() => new CommandRegistry());
  return <CommandsContext value={registry}>{children}</CommandsContext>;
}

export function useCommandRegistry(): CommandRegistry {
  const registry = useContext(CommandsContext);
  if (!registry) {
    throw new Error('useCommandRegistry is used outside CommandsProvider');
  }
  return registry;
}

/** Offers these commands for as long as the component is on the screen. */
export function useCommands(commands: readonly Command[]): void {
  const registry = useCommandRegistry();
  const [owner] = useState(() => Symbol('commands'));
  // At every rendering: what a command does depends on what the component knows.
  useEffect(() => registry.offer(owner, commands));
  useEffect(() => () => registry.withdraw(owner), [registry, owner]);
}

export function useAllCommands(): readonly Command[] {
  const registry = useCommandRegistry();
  return useSyncExternalStore(registry.listen, registry.all);
}
