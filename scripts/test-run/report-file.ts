import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';

/** Lends a path for a runner's JSON report; answers with what the runner left there, or undefined when it left none. */
export async function withReport<T extends z.ZodType>(
  schema: T,
  run: (file: string) => Promise<number>,
): Promise<{ readonly exitCode: number; readonly report: z.output<T> | undefined }> {
  const folder = mkdtempSync(join(tmpdir(), 'restante-report-'));
  const file = join(folder, 'report.json');
  try {
    const exitCode = await run(file);
    const report = schema.safeParse(readJson(file));
    return { exitCode, report: report.success ? report.data : undefined };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // A runner that crashed leaves no report or half of one: its exit code speaks for it.
    return undefined;
  }
}
