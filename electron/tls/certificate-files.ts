import { createPrivateKey, X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import { readText } from '../files/read-text.ts';
import { exists, setAside } from '../files/set-aside.ts';
import { writeAtomically } from '../files/write-atomically.ts';
import type { KeyPair } from './sign.ts';

/** Where a certificate and its key lie. */
export interface PairFiles {
  readonly cert: string;
  readonly key: string;
}

export function authorityFiles(folder: string): PairFiles {
  return { cert: join(folder, 'ca.pem'), key: join(folder, 'ca-key.pem') };
}

export function serverFiles(folder: string): PairFiles {
  return { cert: join(folder, 'server.pem'), key: join(folder, 'server-key.pem') };
}

/** The certificate for host names alone. */
export function namedServerFiles(folder: string): PairFiles {
  return { cert: join(folder, 'server-named.pem'), key: join(folder, 'server-named-key.pem') };
}

/** What a pair of files holds: nothing yet, something that cannot be used and why, or a certificate with its key. */
export type StoredPair =
  | { readonly state: 'absent' }
  | { readonly state: 'unusable'; readonly reason: string }
  | { readonly state: 'sound'; readonly pair: KeyPair; readonly certificate: X509Certificate };

/** Reads a pair; half-written, foreign and mismatched files are unusable, and no error. */
export async function readPair(files: PairFiles): Promise<StoredPair> {
  const [cert, key] = await Promise.all([readText(files.cert), readText(files.key)]);
  if (cert === undefined && key === undefined) {
    return { state: 'absent' };
  }
  if (cert === undefined || key === undefined) {
    return {
      state: 'unusable',
      reason: cert === undefined ? 'the certificate is missing' : 'the key is missing',
    };
  }
  try {
    const certificate = new X509Certificate(cert);
    if (!certificate.checkPrivateKey(createPrivateKey(key))) {
      return { state: 'unusable', reason: 'the key belongs to another certificate' };
    }
    return { state: 'sound', pair: { cert, key }, certificate };
  } catch (error) {
    return { state: 'unusable', reason: error instanceof Error ? error.message : String(error) };
  }
}

/** Keeps a pair, the key for the owner's eyes only. The certificate comes last: with it the pair is whole. */
export async function writePair(files: PairFiles, pair: KeyPair): Promise<void> {
  await writeAtomically(files.key, pair.key, 0o600);
  await writeAtomically(files.cert, pair.cert, 0o644);
}

/** Sets aside whatever there is of a pair. Answers with the new names. */
export async function setPairAside(files: PairFiles, at: Date): Promise<string[]> {
  const aside: string[] = [];
  for (const file of [files.cert, files.key]) {
    if (await exists(file)) {
      aside.push(await setAside(file, 'corrupt', at));
    }
  }
  return aside;
}
