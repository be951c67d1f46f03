import { RestanteError } from '#shared/errors.ts';

/** From where on messages count: those that came at this time or later; a message that is named is the last that does not. */
export interface Floor {
  /** Milliseconds since the epoch. */
  readonly time: number;
  readonly messageId?: string;
}

const unitMs = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Reads `after`. @throws RestanteError `request.invalid` at the field `after`. */
export function floorOf(after: string, now: number): Floor {
  const age = /^(\d{1,6}(?:\.\d{1,3})?)([smhd])$/.exec(after);
  if (age !== null) {
    return { time: now - Number(age[1]) * unitMs[age[2] as keyof typeof unitMs] };
  }
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(after)) {
    // Its time says from where on to look, also when the message is gone.
    return {
      time: Number.parseInt(after.replaceAll('-', '').slice(0, 12), 16),
      messageId: after.toLowerCase(),
    };
  }
  const time = /^\d{4}-\d\d-\d\d/.test(after)
    ? Date.parse(after.replace(/ (?=\d\d:?\d\d$)/, '+'))
    : Number.NaN;
  if (Number.isNaN(time)) {
    const reason = '“after” is an ISO time, a message’s id, or an age such as 30s, 5m or 1h.';
    throw new RestanteError('request.invalid', { reason }, { field: 'after' });
  }
  return { time };
}
