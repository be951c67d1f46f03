import { useEffect, useRef } from 'react';
import { useHealth } from './use-health.ts';

/**
 * Loads the page anew when the server was started anew: it may be another version, and it shows mail at another
 * address, which the policy that this page was loaded with forbids to frame.
 */
export function useReloadAfterRestart(): void {
  const run = useHealth().data?.run;
  const first = useRef(run);
  useEffect(() => {
    first.current ??= run;
    if (run !== first.current) {
      location.reload();
    }
  }, [run]);
}
