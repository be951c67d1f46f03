import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where what the tests fetch is kept between runs, outside node_modules so that `npm ci` leaves it alone. */
export function cacheFolder(): string {
  return (
    process.env.RESTANTE_CACHE ??
    join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'restante-test')
  );
}
