/** What stands in an expected text for something that is different each time, and what it must look like. */
const kinds: Readonly<Record<string, string>> = {
  /** Ids of production's grammar: a single mail, a batch, an error, a cached file, a template. */
  ...Object.fromEntries(['m1', 'b1', 'm4', 'h1', 'k1'].map((kind) => [kind, productionId(kind)])),
  /** As the management endpoints show times, and as the logs do. */
  time: String.raw`\d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2} [AP]M`,
  'zoned time': String.raw`\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}`,
  'agent key': '[0-9a-f]{16}',
  'long agent key': String.raw`[0-9a-f]+\.[0-9a-f]{16}\.[0-9a-f]+`,
  token: '[A-Za-z0-9+/=]{144}',
  'access token': String.raw`1000\.[0-9a-f]{32}\.[0-9a-f]{32}`,
  'short username': String.raw`emailappsmtp\.?[A-Za-z0-9]+`,
  /** Of a mail that is on its way, or arrived. */
  'good status': '(?:processed|delivered)',
  address: String.raw`[^\s@]+@[^\s@]+`,
  domain: String.raw`[^\s@]+\.[^\s@]+`,
  'web address': String.raw`https?://\S+`,
  /** Anything, also over lines. */
  text: '[^]+',
};

/** Stands for a number; as the last element of a list, `more` stands for any others, in any order. */
export const number = '<number>';
export const more = '<more>';

/**
 * An answer as the expected one writes it: what a placeholder may stand for is replaced by the placeholder, and all else
 * stays, so that the two are equal when the answer is right. Key order is the answer's.
 */
export function inWordsOf(expected: unknown, actual: unknown): unknown {
  if (typeof expected === 'string') {
    return fits(expected, actual) ? expected : actual;
  }
  if (Array.isArray(expected)) {
    return Array.isArray(actual) ? listInWordsOf(expected, actual) : actual;
  }
  if (isRecord(expected) && isRecord(actual)) {
    return Object.fromEntries(
      Object.entries(actual).map(([name, value]) => [name, inWordsOf(expected[name], value)]),
    );
  }
  return actual;
}

function listInWordsOf(expected: readonly unknown[], actual: readonly unknown[]): unknown[] {
  if (expected.at(-1) !== more) {
    return actual.map((element, index) => inWordsOf(expected[index], element));
  }
  const named = expected.slice(0, -1).map((element) => {
    const shown = actual.map((one) => inWordsOf(element, one));
    return shown.find((one) => JSON.stringify(one) === JSON.stringify(element)) ?? shown[0];
  });
  return [...named, more];
}

function fits(expected: string, actual: unknown): boolean {
  if (expected === number) {
    return typeof actual === 'number';
  }
  const pattern = expected
    .split(/(<[\w ]+>)/)
    .map((part) => kinds[part.slice(1, -1)] ?? part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join('');
  return typeof actual === 'string' && new RegExp(`^${pattern}$`).test(actual);
}

function productionId(kind: string): string {
  return String.raw`[0-9a-f]+\.[0-9a-f]+\.${kind}\.[0-9a-f]{8}-[0-9a-f]{4}-1[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\.[0-9a-f]+`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
