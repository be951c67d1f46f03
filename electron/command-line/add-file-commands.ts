import { type Command, Option } from 'commander';
import { RestanteError } from '#shared/errors.ts';
import { exportFile, exportWorkspace, importFiles, importWorkspace, type Terminal } from './file-commands.ts';
import { type Ask, reachRestante } from './reach-restante.ts';

interface FileCommandsOptions {
  readonly version: string;
  /** `--data`, as `serve` has it. */
  readonly dataOption: () => Option;
  readonly terminal: Terminal;
}

const where =
  '\nIt asks the Restante that serves the data folder (restante serve). Where none does, it opens the folder itself, with all doors closed. A folder that the desktop app uses is refused: import and export are in its window.';

/** `import`, `export` and `workspace`: mail and everything else, in files and out of them. */
export function addFileCommands(
  program: Command,
  { version, dataOption, terminal }: FileCommandsOptions,
): void {
  async function reach<T>(folder: string, use: (ask: Ask) => Promise<T>): Promise<T> {
    try {
      return await reachRestante(folder, version, use);
    } catch (error) {
      // A file that is missing, or there already, is the person's to mend.
      throw error instanceof Error && 'syscall' in error
        ? new RestanteError('request.invalid', { reason: error.message }, { cause: error })
        : error;
    }
  }

  program
    .command('import <paths...>')
    .description(
      'put messages into a Mail Agent: .eml files, mbox files, zip archives, and all that lies below folders',
    )
    .addHelpText('after', where)
    .addOption(dataOption())
    .option('--agent <name>', 'its name or id; may be left out when there is only one')
    .addOption(
      new Option('--time <date|now>', 'the time they are listed under')
        .choices(['date', 'now'])
        .default('date'),
    )
    .addOption(
      new Option('--quoting <kind>', 'how an mbox quotes lines that begin with “From ”')
        .choices(['mboxrd', 'mboxo', 'none'])
        .default('mboxrd'),
    )
    .action(
      async (paths: string[], options: { data: string; agent?: string; time: string; quoting: string }) => {
        const isWhole = await reach(options.data, (ask) => importFiles(ask, paths, options, terminal));
        process.exitCode = isWhole ? 0 : 1;
      },
    );

  program
    .command('export <file>')
    .description(
      'write messages into a zip of .eml files or an mbox, oldest first; never over a file that is there',
    )
    .addHelpText('after', where)
    .addOption(dataOption())
    .option('--agent <name>', 'only those of this Mail Agent')
    .option('--query <search>', 'only those that a search finds')
    .addOption(new Option('--format <zip|mbox>', 'the form').choices(['zip', 'mbox']).default('zip'))
    .action((file: string, options: { data: string; agent?: string; query?: string; format: string }) =>
      reach(options.data, (ask) => exportFile(ask, file, options)),
    );

  const workspace = program
    .command('workspace')
    .description('everything in one file: agents, templates, settings, messages');
  workspace
    .command('export <file>')
    .description('write a workspace file; never over a file that is there')
    .addHelpText('after', where)
    .addOption(dataOption())
    .option(
      '--no-credentials',
      'leave out tokens, short passwords and keys; with them, whoever has the file can send',
    )
    .option('--no-messages', 'leave out the mail')
    .action((file: string, options: { data: string; credentials: boolean; messages: boolean }) =>
      reach(options.data, (ask) => exportWorkspace(ask, file, options)),
    );
  workspace
    .command('import <file>')
    .description('add what a workspace file holds; nothing that is there changes')
    .addHelpText('after', where)
    .addOption(dataOption())
    .option('--take-settings', 'the gateway’s settings become those of the file', false)
    .action((file: string, options: { data: string; takeSettings: boolean }) =>
      reach(options.data, (ask) => importWorkspace(ask, file, options, terminal)),
    );
}
