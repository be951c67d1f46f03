const units = ['KB', 'MB', 'GB'] as const;

/** A size as people read it, in steps of 1024: `312 bytes`, `4.8 KB`, `15 MB`. */
export function byteWords(bytes: number): string {
  if (bytes < 1024) {
    return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  }
  let amount = bytes / 1024;
  let unit = 0;
  while (amount >= 1023.5 && unit < units.length - 1) {
    amount /= 1024;
    unit += 1;
  }
  return `${amount < 9.95 ? amount.toFixed(1) : Math.round(amount)} ${units[unit] ?? 'GB'}`;
}
