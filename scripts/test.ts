import { ensureBuilt } from './build-stamp.ts';
import { prepareChromium } from './prepare/chromium.ts';
import { ensureClients } from './prepare/clients.ts';
import { prepareDesktop } from './prepare/desktop.ts';
import type { Prepared } from './prepare/prepared.ts';
import { runChecks } from './test-run/run-checks.ts';
import { runPlaywright, skipPlaywright } from './test-run/run-playwright.ts';
import type { PlaywrightProject } from './test-run/run-playwright.ts';
import { runVitest } from './test-run/run-vitest.ts';
import { add, closingLine, nothing, withExitCode } from './test-run/tally.ts';
import type { Tally } from './test-run/tally.ts';

/**
 * `npm test`: every part one after the other, and one closing line over all of them. `npm run test:unit` and the like
 * run one part; further arguments go to its runner. With RESTANTE_TEST_REQUIRE=all a skipped end-to-end test fails the run.
 */
type Part = (args: readonly string[]) => Promise<Tally>;

const parts = new Map<string, Part>([
  ['check', runChecks],
  ['unit', (args) => runVitest('unit', args)],
  ['integration', (args) => built(() => withClients(() => runVitest('integration', args)))],
  ['conformance', (args) => runVitest('conformance', args)],
  ['browser', (args) => built(() => endToEnd('browser', prepareChromium(), args))],
  ['desktop', (args) => built(async () => endToEnd('desktop', await prepareDesktop(), args))],
]);

async function built(run: () => Promise<Tally>): Promise<Tally> {
  ensureBuilt();
  return run();
}

async function withClients(run: () => Promise<Tally>): Promise<Tally> {
  ensureClients();
  return run();
}

async function endToEnd(
  project: PlaywrightProject,
  prepared: Prepared,
  args: readonly string[],
): Promise<Tally> {
  if (!prepared.ready) {
    process.stdout.write(`Skipped: ${prepared.reason}\n`);
    return skipPlaywright(project, args);
  }
  process.stdout.write(`Runs in ${prepared.what}\n`);
  try {
    return await runPlaywright(project, args, prepared.environment);
  } finally {
    prepared.close?.();
  }
}

/** A part that breaks off is one failure; the others are still run. */
async function runPart(name: string, part: Part, args: readonly string[]): Promise<Tally> {
  process.stdout.write(`\n── ${name}\n`);
  try {
    return await part(args);
  } catch (error) {
    process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return withExitCode(nothing, 1);
  }
}

const [wanted, ...args] = process.argv.slice(2);
const chosen = wanted === undefined ? [...parts] : [...parts].filter(([name]) => name === wanted);
if (chosen.length === 0) {
  throw new Error(`There is no part ${String(wanted)}: choose one of ${[...parts.keys()].join(', ')}.`);
}

const tallies = new Map<string, Tally>();
for (const [name, part] of chosen) {
  tallies.set(name, await runPart(name, part, args));
}
const total = [...tallies.values()].reduce(add, nothing);
const isIncomplete =
  process.env.RESTANTE_TEST_REQUIRE === 'all' &&
  ['browser', 'desktop'].some((name) => (tallies.get(name)?.skipped ?? 0) > 0);

process.stdout.write('\n');
for (const failure of total.failures) {
  process.stdout.write(`✗ ${failure}\n`);
}
if (tallies.size > 1) {
  for (const [name, tally] of tallies) {
    process.stdout.write(`${name}: ${closingLine(tally)}\n`);
  }
}
process.stdout.write(`${closingLine(total)}\n`);
process.exitCode = total.failed > 0 || isIncomplete ? 1 : 0;
