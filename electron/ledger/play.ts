import type { BounceCategory } from '#shared/bounce.ts';
import type { Outcome } from '#shared/outcome.ts';

/** What happens to one recipient of a message. */
export type Play = Pick<Outcome, 'agentId' | 'messageId' | 'recipient' | 'kind' | 'origin'> & {
  readonly category?: BounceCategory | undefined;
  readonly link?: string | undefined;
  readonly userAgent?: string | undefined;
};
