import { execFile, spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { ApiOffice } from '../../support/api-office.ts';
import { hasProgram } from '../../support/has-program.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const run = promisify(execFile);
const samples = resolve(import.meta.dirname, '../../fixtures/samples');

/** Debian's, where another Python goes before it and has no packages. */
const python =
  ['python3', '/usr/bin/python3'].find(
    (command) => spawnSync(command, ['-c', 'import requests']).status === 0,
  ) ?? 'python3';

/** The documentation's programs that send a test mail (https://www.zoho.com/zeptomail/help/code-examples.html). */
const programs = [
  { file: 'send-test-email.sh', command: 'sh', isThere: hasProgram('curl', '--version') },
  { file: 'send-test-email.py', command: python, isThere: hasProgram(python, '-c', 'import requests') },
  {
    file: 'send-test-email.php',
    command: 'php',
    isThere: hasProgram('php', '-r', "exit(extension_loaded('curl') ? 0 : 1);"),
  },
];

test.for(programs)(
  '$file sends as it is printed, base address and token apart',
  async ({ file, command, isThere }, { skip }) => {
    skip(!isThere, `this machine cannot run ${file}`);
    const office = await ApiOffice.open({ mode: 'strict', domains: ['zylker.com'] });
    const printed = await readFile(join(samples, file), 'utf8');
    const program = join(await temporaryFolder(), file);
    await writeFile(
      program,
      printed
        .replace('https://api.zeptomail.com/', office.url)
        .replace('Zoho-enczapikey ****', office.authorization),
    );
    const { stdout } = await run(command, [program], { env: { ...process.env, no_proxy: '*' } });
    expect(JSON.parse(stdout)).toMatchObject({ data: [{ code: 'EM_104' }], message: 'OK', object: 'email' });
    expect(await office.message()).toMatchObject({
      subject: 'Test Email',
      verdicts: [],
      from: { address: 'invoice@zylker.com' },
      to: [{ address: 'rebecca@zohomail.com', name: 'Rebecca' }],
    });
  },
);
