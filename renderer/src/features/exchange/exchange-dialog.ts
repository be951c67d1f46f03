import { useSyncExternalStore } from 'react';
import type { MessageView } from '../../api/query-keys.ts';
import type { Chosen } from '../inbox/use-message-actions.ts';
import type { PickedFile } from './picked-files.ts';

/** Messages of a view: those chosen, or all that it holds. */
export interface ChosenMessages {
  readonly view: MessageView;
  readonly chosen: Chosen;
  readonly count: number;
}

export type ExchangeDialog =
  | { readonly type: 'export' | 'replay'; readonly messages: ChosenMessages }
  | { readonly type: 'save-workspace' }
  | { readonly type: 'open-workspace'; readonly file: File | null }
  | { readonly type: 'import'; readonly agentId: string | null; readonly files: readonly PickedFile[] };

let open: ExchangeDialog | null = null;
const listeners = new Set<() => void>();

/** Opens a dialog of export and import from wherever the person asked for it; null closes it. */
export function openExchange(dialog: ExchangeDialog | null): void {
  open = dialog;
  listeners.forEach((listener) => listener());
}

export function isExchangeOpen(): boolean {
  return open !== null;
}

export function useExchangeDialog(): ExchangeDialog | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => open,
  );
}
