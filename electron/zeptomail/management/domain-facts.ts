import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';

/** Where bounce sub-domains point to, as the documentation's sample shows it. */
const bounceHost = 'cluster90.zeptomail.com';

/** DER of an Ed25519 private key up to its 32 bytes (RFC 8410 section 7). */
const privateKeyHead = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Sixteen hex digits, the same for the same name (assumed: production's keys are of a form that nobody shows). */
export function domainKeyOf(name: string): string {
  return digestOf(name).toString('hex', 0, 8);
}

interface DnsRecords {
  readonly dkim: {
    readonly public_key: string;
    readonly host: string;
    readonly selector: number;
    readonly status: string;
    readonly verified_time: string;
  };
  readonly cname: { readonly host: string; readonly cname_record: string; readonly status: string };
}

/** The DNS records that a domain needs: made from its name, so that they stay the same without being kept. */
export function recordsOf(name: string, subDomainPrefix: string, verifiedTime: string): DnsRecords {
  const digest = digestOf(name);
  const selector = 1_000_000 + (digest.readUInt32BE(8) % 9_000_000);
  return {
    dkim: {
      public_key: `k=ed25519; p=${publicKeyOf(digest)}`,
      host: `${selector}._domainkey.${name}`,
      selector,
      status: 'verified',
      verified_time: verifiedTime,
    },
    cname: { host: `${subDomainPrefix}.${name}`, cname_record: bounceHost, status: 'verified' },
  };
}

function publicKeyOf(seed: Buffer): string {
  const privateKey = createPrivateKey({
    key: Buffer.concat([privateKeyHead, seed]),
    format: 'der',
    type: 'pkcs8',
  });
  return createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).toString('base64', 12);
}

function digestOf(name: string): Buffer {
  return createHash('sha256').update(name).digest();
}
