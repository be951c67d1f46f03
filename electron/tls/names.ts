import { zeptomailHosts } from '#shared/zeptomail-hosts.ts';

/** The only host names that the authority may sign. X.509 cannot say less than a name with its subdomains. */
export const signedHosts: readonly string[] = ['localhost', ...zeptomailHosts];

/** The only addresses that the authority may sign, each with its bytes. */
export const signedAddresses = [
  { text: '127.0.0.1', bytes: [127, 0, 0, 1] },
  { text: '::1', bytes: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1] },
] as const;

export const signedNames: readonly string[] = [
  ...signedHosts,
  ...signedAddresses.map((address) => address.text),
];
