// @peculiar/x509 asks its host for the reflection polyfill, before itself.
import 'reflect-metadata';
import { createPrivateKey, randomBytes, webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';
import { nameConstraints, nameConstraintsOid } from './name-constraints.ts';
import { signedAddresses, signedHosts } from './names.ts';

/** A certificate and its private key (PKCS #8), both PEM. */
export interface KeyPair {
  readonly cert: string;
  readonly key: string;
}

export interface Validity {
  readonly notBefore: Date;
  readonly notAfter: Date;
}

const keyAlgorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const signingAlgorithm = { name: 'ECDSA', hash: 'SHA-256' } as const;

x509.cryptoProvider.set(globalThis.crypto);

/** A new authority: ECDSA P-256, signs servers only, nothing below it signs again, bound to our names. */
export async function makeAuthority(validity: Validity): Promise<KeyPair> {
  const keys = await webcrypto.subtle.generateKey(keyAlgorithm, true, ['sign', 'verify']);
  const serialNumber = newSerialNumber();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    // The number tells the authorities of several data folders apart in a system's trust store.
    name: `CN=Restante local authority ${serialNumber.slice(-8)}, O=Restante`,
    serialNumber,
    ...validity,
    keys,
    signingAlgorithm,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
      // On an authority it limits what is below: kinds of names that the constraints do not speak of stay useless.
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.Extension(nameConstraintsOid, true, nameConstraints()),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { cert: pem(certificate), key: await privateKeyPem(keys.privateKey) };
}

/** A new server certificate, signed by the authority, for all names that it may sign unless others are given. */
export async function signServer(
  authority: KeyPair,
  validity: Validity,
  names: readonly { type: 'dns' | 'ip'; value: string }[] = allNames(),
): Promise<KeyPair> {
  const issuer = new x509.X509Certificate(authority.cert);
  const signingKey = createPrivateKey(authority.key).toCryptoKey(keyAlgorithm, false, ['sign']);
  const keys = await webcrypto.subtle.generateKey(keyAlgorithm, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.create({
    subject: 'CN=localhost, O=Restante',
    issuer: issuer.subjectName,
    serialNumber: newSerialNumber(),
    ...validity,
    publicKey: keys.publicKey,
    signingKey,
    signingAlgorithm,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension([...names]),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(await issuer.publicKey.export()),
    ],
  });
  return { cert: pem(certificate), key: await privateKeyPem(keys.privateKey) };
}

/** The host names that the authority may sign, as a certificate names them. */
export function hostNames(): { type: 'dns'; value: string }[] {
  return signedHosts.map((value) => ({ type: 'dns', value }));
}

function allNames(): { type: 'dns' | 'ip'; value: string }[] {
  return [...hostNames(), ...signedAddresses.map(({ text }) => ({ type: 'ip' as const, value: text }))];
}

/** Sixteen random bytes, positive and without a leading zero byte (RFC 5280, 4.1.2.2). */
function newSerialNumber(): string {
  const bytes = randomBytes(16);
  bytes[0] = (bytes.readUInt8(0) & 0x7f) | 0x40;
  return bytes.toString('hex');
}

function pem(certificate: x509.X509Certificate): string {
  return `${certificate.toString('pem')}\n`;
}

async function privateKeyPem(key: webcrypto.CryptoKey): Promise<string> {
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', key);
  return `${x509.PemConverter.encode(pkcs8, x509.PemConverter.PrivateKeyTag)}\n`;
}
