import { resolve } from 'node:path';
import { ensureBuilt } from './build-stamp.ts';
import { runChild } from './run-child.ts';

ensureBuilt();
const headless = resolve(import.meta.dirname, '../dist/headless.js');
process.exitCode = await runChild(process.execPath, [headless, 'serve', ...process.argv.slice(2)]);
