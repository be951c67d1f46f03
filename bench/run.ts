// `npm run bench` measures everything; `npm run bench -- burst events memory reading api page` a part. Linux.
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { measureApi } from './scenarios/api.ts';
import { measureBursts, type BurstRow } from './scenarios/burst.ts';
import { measureEvents } from './scenarios/events.ts';
import { measureMemory } from './scenarios/memory.ts';
import { measurePage } from './scenarios/page.ts';
import { measureReading } from './scenarios/reading.ts';
import { quantile } from './statistics.ts';

const wanted = new Set(process.argv.slice(2));

function asked(part: string): boolean {
  return wanted.size === 0 || wanted.has(part);
}

function printBursts(rows: readonly BurstRow[]): void {
  console.log(
    '\n| mail | connections | server | messages/s | ratio | until indexed, ratio | CPU ms a message |',
  );
  console.log('|---|---|---|---|---|---|---|');
  for (const row of rows) {
    const reference = rows.find((other) => other.payload === row.payload && other.reuse === row.reuse);
    const base = reference?.messagesPerSecond ?? Number.NaN;
    const indexed = row.indexedPerSecond === null ? '' : (row.indexedPerSecond / base).toFixed(2);
    console.log(
      `| ${row.payload} | ${row.reuse ? 'ten, kept' : 'one a message, ten at a time'} | ${row.server} | ${row.messagesPerSecond.toFixed(0)} | ${(row.messagesPerSecond / base).toFixed(2)} | ${indexed} | ${row.cpuMsPerMessage.toFixed(2)} |`,
    );
  }
}

if (!existsSync(new URL('../dist/headless.js', import.meta.url))) {
  throw new Error('dist/headless.js is missing: run `npm run build` first.');
}
console.log(`${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`);

if (asked('burst')) {
  printBursts(await measureBursts(5_000, 3, ['text-5k', 'html-50k']));
}
if (asked('api')) {
  const rows = await measureApi(3_000, 5);
  const base = rows[0]?.requestsPerSecond ?? Number.NaN;
  console.log('\n| API, ten kept connections | requests/s | ratio | CPU ms a request |\n|---|---|---|---|');
  for (const row of rows) {
    console.log(
      `| ${row.server} | ${row.requestsPerSecond.toFixed(0)} | ${(row.requestsPerSecond / base).toFixed(2)} | ${row.cpuMsPerRequest.toFixed(2)} |`,
    );
  }
}
if (asked('events')) {
  const delays = await measureEvents(100, 20);
  console.log('\n| at 100 messages/s, from 250 to | p50 ms | p99 ms |\n|---|---|---|');
  console.log(`| message.held | ${delays.heldP50.toFixed(1)} | ${delays.heldP99.toFixed(1)} |`);
  console.log(`| message.indexed | ${delays.indexedP50.toFixed(1)} | ${delays.indexedP99.toFixed(1)} |`);
}
if (asked('memory')) {
  console.log('\n| after | resident MB |\n|---|---|');
  for (const row of await measureMemory()) {
    console.log(`| ${row.after} | ${row.residentMegabytes.toFixed(0)} |`);
  }
}
if (asked('reading')) {
  console.log('\n| messages held | what | p50 ms | p99 ms |\n|---|---|---|---|');
  for (const row of await measureReading([10_000, 100_000])) {
    console.log(`| ${row.held} | ${row.what} | ${row.p50.toFixed(1)} | ${row.p99.toFixed(1)} |`);
  }
}
if (asked('page')) {
  const held = Number(process.env['RESTANTE_BENCH_HELD'] ?? 100_000);
  let headOf = '';
  const head = (line: string, columns: number) => {
    if (headOf !== line) {
      console.log(`\n${line}\n${'|---'.repeat(columns)}|`);
      headOf = line;
    }
  };
  await measurePage(held, {
    times({ what, times }) {
      head(`| in the page, ${held.toLocaleString('en')} held | p50 ms | p95 ms | max ms |`, 4);
      const [p50, p95, most] = [0.5, 0.95, 1].map((q) => quantile(times, q).toFixed(0));
      console.log(`| ${what} | ${p50} | ${p95} | ${most} |`);
    },
    memory({ at, heapMegabytes, elements }) {
      head('| scrolled to | heap MB | elements |', 3);
      console.log(`| ${at} | ${heapMegabytes.toFixed(1)} | ${elements} |`);
    },
  });
}
