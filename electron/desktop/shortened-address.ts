const limit = 600;

/** An address that fits into a dialog: its beginning, which names the host, and its end. */
export function shortenedAddress(address: string): string {
  return address.length <= limit ? address : `${address.slice(0, limit - 100)} … ${address.slice(-97)}`;
}
