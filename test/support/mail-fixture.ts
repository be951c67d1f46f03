import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../fixtures/mail/', import.meta.url);

/** The raw bytes of test/fixtures/mail/<name>.eml. */
export function mailFixture(name: string): Buffer {
  return readFileSync(new URL(`${name}.eml`, folder));
}

export function mailFixtureNames(): string[] {
  return readdirSync(folder).map((file) => file.replace(/\.eml$/, ''));
}
