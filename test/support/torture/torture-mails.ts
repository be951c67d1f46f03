import { bodies } from './bodies.ts';
import { boundaries } from './boundaries.ts';
import { charsets } from './charsets.ts';
import { headers } from './headers.ts';
import { largeMails } from './large.ts';
import { parts } from './parts.ts';
import type { TortureMail } from './torture-mail.ts';

/** What mail programs choke on. */
export const tortureMails: readonly TortureMail[] = [
  ...boundaries,
  ...charsets,
  ...headers,
  ...parts,
  ...bodies,
  ...largeMails,
];
