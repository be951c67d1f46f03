import type { ImportSession } from '#shared/session.ts';
import { Facts } from './Facts.tsx';

/** Where an imported message lay, and how its envelope was found. */
export function ImportSessionView({ session }: { readonly session: ImportSession }) {
  const { file, entry, importedAt, envelopeFrom } = session;
  return (
    <Facts
      facts={[
        ['File', entry === null ? file : `${file}, in it ${entry}`],
        [
          'Imported',
          new Date(importedAt).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'medium' }),
        ],
        ['Envelope from', envelopeFrom.join(', ') || 'the header fields From, To, Cc and Bcc'],
      ]}
    />
  );
}
