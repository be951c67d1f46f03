import { createHmac } from 'node:crypto';

/**
 * The `producer-signature` header (help/webhooks.html): `s` is the URL-encoded base64 of the HMAC-SHA256, with the
 * agent's Authentication Key, over the payload's bytes. `ts`, milliseconds of the sending, is not part of it.
 */
export function producerSignature(key: string, payload: string, now: Date): string {
  const mac = createHmac('sha256', key).update(payload, 'utf8').digest('base64');
  return `ts=${now.getTime()};s=${encodeURIComponent(mac)};s-algorithm=HmacSHA256`;
}
