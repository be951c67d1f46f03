import { resolve } from 'node:path';
import { z } from 'zod';
import { runChild } from '../run-child.ts';
import { withReport } from './report-file.ts';
import { nothing, withExitCode } from './tally.ts';
import type { Tally } from './tally.ts';

const playwright = resolve(import.meta.dirname, '../../node_modules/.bin/playwright');

export type PlaywrightProject = 'browser' | 'desktop';

const suiteSchema = z.object({
  specs: z.array(
    z.object({
      file: z.string(),
      title: z.string(),
      tests: z.array(z.object({ status: z.string() })),
    }),
  ),
  get suites() {
    return z.array(suiteSchema).optional();
  },
});

const reportSchema = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  suites: z.array(suiteSchema),
});

/** Runs a project of playwright.config.ts. A test that passed only when it was tried again counts as failed. */
export async function runPlaywright(
  project: PlaywrightProject,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Tally> {
  const { exitCode, report } = await withReport(reportSchema, (file) =>
    runChild(playwright, ['test', `--project=${project}`, ...args], {
      ...process.env,
      ...environment,
      RESTANTE_TEST_REPORT: file,
    }),
  );
  const tally =
    report === undefined
      ? nothing
      : {
          passed: report.stats.expected,
          failed: report.stats.unexpected + report.stats.flaky,
          skipped: report.stats.skipped,
          failures: report.suites.flatMap(failuresOf),
        };
  return withExitCode(tally, exitCode);
}

/** Counts a project's tests as skipped, without running them; at least one, so that the closing line shows it. */
export async function skipPlaywright(project: PlaywrightProject, args: readonly string[]): Promise<Tally> {
  const { report } = await withReport(reportSchema, (file) =>
    runChild(playwright, ['test', '--list', `--project=${project}`, ...args], {
      ...process.env,
      RESTANTE_TEST_REPORT: file,
    }),
  );
  return { ...nothing, skipped: Math.max(1, (report?.suites ?? []).reduce(countTests, 0)) };
}

function failuresOf({ specs, suites }: z.infer<typeof suiteSchema>): string[] {
  const failed = specs.filter(({ tests }) =>
    tests.some(({ status }) => status === 'unexpected' || status === 'flaky'),
  );
  return [...failed.map(({ file, title }) => `${file}: ${title}`), ...(suites ?? []).flatMap(failuresOf)];
}

function countTests(sum: number, suite: z.infer<typeof suiteSchema>): number {
  const own = suite.specs.reduce((tests, spec) => tests + spec.tests.length, 0);
  return (suite.suites ?? []).reduce(countTests, sum + own);
}
