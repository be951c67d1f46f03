import { ensureBuilt } from './build-stamp.ts';
import { serveHeadless } from './serve-headless.ts';

ensureBuilt();
process.exitCode = await serveHeadless(process.argv.slice(2));
