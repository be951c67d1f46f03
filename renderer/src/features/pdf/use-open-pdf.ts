import { useEffect, useState } from 'react';
import { fetchBytes } from '../message/fetch-bytes.ts';
import { openPdf } from './open-pdf.ts';
import type { OpenPdf } from './open-pdf.ts';

/** Larger ones are for saving only. Bytes. */
const largest = 50 * 1024 * 1024;

/** The PDF at this address, what is wrong with it, or undefined while it is being opened. */
export function useOpenPdf(url: string, password: string): OpenPdf | Error | undefined {
  const [opened, setOpened] = useState<OpenPdf | Error>();
  useEffect(() => {
    const stop = new AbortController();
    let open: OpenPdf | undefined;
    const start = async (): Promise<void> => {
      const { bytes, cut } = await fetchBytes(url, { signal: stop.signal, limit: largest });
      if (cut) {
        throw new Error('It is too large to be shown here: download it.');
      }
      open = await openPdf(bytes, { password, signal: stop.signal });
      if (stop.signal.aborted) {
        open.close();
        return;
      }
      setOpened(open);
    };
    start().catch((error: unknown) => {
      if (!stop.signal.aborted) {
        setOpened(error instanceof Error ? error : new Error(String(error)));
      }
    });
    return () => {
      stop.abort();
      open?.close();
    };
  }, [url, password]);
  return opened;
}
