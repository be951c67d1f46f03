import { callForFile, urlOf } from '../../api/client.ts';
import { saveAs } from '../../ui/save-as.ts';
import type { ChosenMessages } from './exchange-dialog.ts';

export type ExportFormat = 'zip' | 'mbox';

/** More ids than these have no room in an address. */
export const mostInAddress = 50;

/** Saves messages; whole views come as a stream, whatever their number. */
export async function exportMessages({ view, chosen }: ChosenMessages, format: ExportFormat): Promise<void> {
  if (chosen === 'all') {
    const agent = view.agentId === null ? {} : { agent: view.agentId };
    const q = view.q === '' ? {} : { q: view.q };
    saveAs(urlOf('exportMessages', { query: { ...agent, ...q, format } }));
  } else if (chosen.size <= mostInAddress) {
    saveAs(urlOf('exportMessages', { query: { ids: [...chosen].join(','), format } }));
  } else {
    const file = await callForFile('exportMessagesById', { body: { ids: [...chosen], format } });
    const url = URL.createObjectURL(file);
    saveAs(url, `messages.${format}`);
    // Not before the browser has begun to read it.
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  }
}
