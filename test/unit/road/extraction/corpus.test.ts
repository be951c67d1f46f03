import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { LinkPurpose } from '#shared/message.ts';
import { readMessage } from '../../../../electron/road/reading/read-message.ts';

interface Label {
  readonly code: string | null;
  /** What links are for, by their addresses. */
  readonly links?: Readonly<Record<string, LinkPurpose>>;
}

const folder = resolve(import.meta.dirname, '../../../fixtures/codes');

/** Counts what was found rightly, found, and to be found. */
class Tally {
  right = 0;
  found = 0;
  labelled = 0;

  count<T>(found: T, labelled: T, nothing: T): void {
    this.right += found === labelled && labelled !== nothing ? 1 : 0;
    this.found += found === nothing ? 0 : 1;
    this.labelled += labelled === nothing ? 0 : 1;
  }

  get precision(): number {
    return this.right / this.found;
  }

  get recall(): number {
    return this.right / this.labelled;
  }

  get words(): string {
    return `precision ${this.precision.toFixed(4)}, recall ${this.recall.toFixed(4)} (${this.labelled} labelled, ${this.found} found, ${this.right} right)`;
  }
}

async function measure(half: 'tuning' | 'held-out'): Promise<{ mails: number; codes: Tally; links: Tally }> {
  const labels = JSON.parse(readFileSync(`${folder}/${half}.json`, 'utf8')) as Record<string, Label>;
  const codes = new Tally();
  const links = new Tally();
  for (const [file, { code, links: purposes = {} }] of Object.entries(labels)) {
    const message = await readMessage(readFileSync(`${folder}/${half}/${file}`));
    codes.count(message.code?.typed ?? null, code, null);
    for (const [url, purpose] of Object.entries(purposes)) {
      links.count(message.links.find((link) => link.url === url)?.purpose ?? 'other', purpose, 'other');
    }
  }
  return { mails: Object.keys(labels).length, codes, links };
}

// The held-out half was written before anything was tuned, and nothing was tuned on it. Keep it so.
test.each(['tuning', 'held-out'] as const)('codes and links are found in the %s mails', async (half) => {
  const { mails, codes, links } = await measure(half);
  process.stdout.write(`${half}: ${mails} mails\n  codes: ${codes.words}\n  links: ${links.words}\n`);
  expect(mails).toBeGreaterThanOrEqual(150);
  expect(codes.labelled).toBeLessThan((2 / 3) * mails);
  for (const measured of [codes.precision, codes.recall]) {
    expect(measured).toBeGreaterThanOrEqual(0.98);
  }
  for (const measured of [links.precision, links.recall]) {
    expect(measured).toBeGreaterThanOrEqual(0.95);
  }
});
