import { relative, resolve } from 'node:path';
import { z } from 'zod';
import { runChild } from '../run-child.ts';
import { withReport } from './report-file.ts';
import { nothing, withExitCode } from './tally.ts';
import type { Tally } from './tally.ts';

const modules = resolve(import.meta.dirname, '../../node_modules');
const vitest = resolve(modules, '.bin/vitest');
/** Node never clears it: here it goes with the next `npm ci`. */
const compiled = resolve(modules, '.cache/compiled');

const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

type FileReport = z.infer<typeof reportSchema>['testResults'][number];

/** A project of vitest.config.ts. */
type VitestProject = 'unit' | 'integration' | 'conformance';

/** Runs a project of vitest.config.ts. */
export async function runVitest(project: VitestProject, args: readonly string[]): Promise<Tally> {
  const { exitCode, report } = await withReport(reportSchema, (file) =>
    runChild(
      vitest,
      [
        'run',
        '--project',
        project,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${file}`,
        ...args,
      ],
      // Nearly every test starts worker threads from the sources, which Node would compile anew each time.
      { ...process.env, NODE_COMPILE_CACHE: compiled },
    ),
  );
  const tally =
    report === undefined
      ? nothing
      : {
          passed: report.numPassedTests,
          failed: report.numFailedTests,
          skipped: report.numPendingTests + report.numTodoTests,
          failures: report.testResults.flatMap(failuresOf),
        };
  return withExitCode(tally, exitCode);
}

/** The failed tests of a file; the file itself when it came to none, because it broke off. */
function failuresOf({ name, status, assertionResults }: FileReport): string[] {
  const file = relative(process.cwd(), name);
  const failed = assertionResults.filter((test) => test.status === 'failed');
  return status === 'failed' && failed.length === 0
    ? [`${file} broke off`]
    : failed.map(({ fullName }) => `${file}: ${fullName}`);
}
