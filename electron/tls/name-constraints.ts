import { signedAddresses, signedHosts } from './names.ts';

/** id-ce-nameConstraints (RFC 5280, 4.2.1.10). */
export const nameConstraintsOid = '2.5.29.30';

const SEQUENCE = 0x30;
/** GeneralName: `dNSName [2] IA5String`, `iPAddress [7] OCTET STRING`. */
const DNS_NAME = 0x82;
const IP_ADDRESS = 0x87;
/** `permittedSubtrees [0]`. */
const PERMITTED = 0xa0;

/** The extension's DER: what a certificate below the authority may be made out to, and nothing else of these kinds. */
export function nameConstraints(): Buffer {
  const bases = [
    ...signedHosts.map((host) => der(DNS_NAME, Buffer.from(host, 'ascii'))),
    // An address with a mask of ones: this one and no other.
    ...signedAddresses.map(({ bytes }) =>
      der(IP_ADDRESS, Uint8Array.from([...bytes, ...bytes.map(() => 255)])),
    ),
  ];
  const subtrees = bases.map((base) => der(SEQUENCE, base));
  return der(SEQUENCE, der(PERMITTED, Buffer.concat(subtrees)));
}

function der(tag: number, content: Uint8Array): Buffer {
  const { length } = content;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Uint8Array.from([tag, ...size]), content]);
}
