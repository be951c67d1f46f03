import { createHmac, timingSafeEqual } from 'node:crypto';

/** Checks a signature as ZeptoMail's documentation tells receivers to: written from it, not from our own code. */
export function isSignedBy(key: string, signed: string, header: unknown): boolean {
  const fields = new Map(
    String(header)
      .split(';')
      .map((field): [string, string] => [
        field.slice(0, field.indexOf('=')),
        field.slice(field.indexOf('=') + 1),
      ]),
  );
  const given = Buffer.from(decodeURIComponent(fields.get('s') ?? ''), 'base64');
  const wanted = createHmac('sha256', key).update(signed).digest();
  return (
    fields.get('s-algorithm') === 'HmacSHA256' &&
    /^\d{13}$/.test(fields.get('ts') ?? '') &&
    given.length === wanted.length &&
    timingSafeEqual(given, wanted)
  );
}
