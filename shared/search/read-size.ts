const steps: Readonly<Record<string, number>> = { '': 1, b: 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 };

/** Bytes of `500`, `10k`, `1.5 MB`, `2GiB`, in steps of 1024; undefined for what is no size. */
export function bytesOf(text: string): number | undefined {
  const [, number = '', unit = ''] = /^(\d{1,15}(?:\.\d{1,6})?) ?(?:(b|[kmg])(?:i?b)?)?$/i.exec(text) ?? [];
  const step = steps[unit.toLowerCase()];
  return number === '' || step === undefined ? undefined : Math.round(Number(number) * step);
}
