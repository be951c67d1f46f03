import type { X509Certificate } from 'node:crypto';
import type { Validity } from './sign.ts';

const day = 24 * 60 * 60 * 1000;

const authorityDays = 3650;
/** Browsers refuse server certificates that are valid for more than 398 days (CA/Browser Forum). */
const serverDays = 397;
const renewDaysBefore = 30;
/** Clocks of containers and of machines that woke up may be behind a little. */
const backdatedMs = day;

/** How often it is looked whether the server certificate is due. */
export const renewalCheckMs = 6 * 60 * 60 * 1000;

export function authorityValidity(now: Date): Validity {
  return validity(now, authorityDays);
}

/** Never beyond the authority's own end. */
export function serverValidity(now: Date, authority: X509Certificate): Validity {
  const { notBefore, notAfter } = validity(now, serverDays);
  return { notBefore, notAfter: new Date(Math.min(notAfter.getTime(), authority.validToDate.getTime())) };
}

/** Whether a certificate is to be made anew: it ends within thirty days, or has not begun. */
export function isDue(certificate: X509Certificate, now: Date): boolean {
  return (
    certificate.validToDate.getTime() - now.getTime() < renewDaysBefore * day ||
    certificate.validFromDate.getTime() > now.getTime()
  );
}

function validity(now: Date, days: number): Validity {
  const notBefore = new Date(now.getTime() - backdatedMs);
  return { notBefore, notAfter: new Date(notBefore.getTime() + days * day) };
}
