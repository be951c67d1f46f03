import { resolve } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import envPaths from 'env-paths';
import type { PortPolicy } from './agents/ports.ts';
import { addFileCommands } from './command-line/add-file-commands.ts';
import { demoDataFolder } from './demo/demo-folder.ts';

/** What `restante serve` was asked for. */
export interface ServeOptions {
  readonly data: string;
  readonly port: number;
  readonly host: string;
  readonly agentPorts: PortPolicy;
  /** Serves the demo mailbox, which is made where it is not yet there. */
  readonly demo: boolean;
  /** Makes the demo anew. */
  readonly reset: boolean;
}

/** The headless page and control API (the agents' own ports are elsewhere). */
const defaultPort = 8025;

/** The command line. Flags win over environment variables; an empty value counts as none. */
export function commandLine(version: string, serve: (options: ServeOptions) => Promise<void>): Command {
  const program = new Command('restante')
    .description('A post office for development: holds what applications send by SMTP and the ZeptoMail API.')
    .version(version);
  program
    .command('serve')
    .description('serve the page and the control API on this machine, without a window')
    .addOption(dataOption())
    .addOption(
      new Option('--port <number>', 'port of the page and the control API; 0 takes any free one')
        .env('RESTANTE_PORT')
        .default(defaultPort)
        .argParser((value: string, before: number) => (value === '' ? before : portOf(value))),
    )
    .addOption(
      new Option(
        '--host <host>',
        'address of the page and the control API; localhost is loopback in both families',
      )
        .env('RESTANTE_HOST')
        .default('localhost')
        .argParser((value: string, before: string) => (value === '' ? before : value)),
    )
    .addOption(
      new Option(
        '--agent-ports <default|any>',
        'new Mail Agents get the table’s ports, or any free ones at each start',
      )
        .env('RESTANTE_AGENT_PORTS')
        .default('default')
        .argParser((value: string, before: PortPolicy) => (value === '' ? before : policyOf(value))),
    )
    .option('--demo', 'serve a demo mailbox, kept in a data folder of its own', false)
    .option('--reset', 'with --demo: make it anew, with times counted from now', false)
    .action((given: ServeOptions, command: Command) => {
      if (given.reset && !given.demo) {
        command.error('error: --reset goes with --demo: nothing else is ever emptied.');
      }
      const isChosen = command.getOptionValueSource('data') !== 'default';
      return serve(given.demo && !isChosen ? { ...given, data: demoDataFolder() } : given);
    });
  addFileCommands(program, {
    version,
    dataOption,
    terminal: {
      say: (line) => process.stdout.write(`${line}\n`),
      warn: (line) => process.stderr.write(`${line}\n`),
    },
  });
  return program;
}

function dataOption(): Option {
  return new Option('--data <folder>', 'where agents, messages and certificates are kept')
    .env('RESTANTE_DATA')
    .default(envPaths('restante', { suffix: '' }).data)
    .argParser((value: string, before: string) => (value === '' ? before : resolve(value)));
}

/** Whether only this machine can reach what listens on this host. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || /^\[?::1\]?$/.test(host) || /^127(?:\.\d{1,3}){3}$/.test(host);
}

function portOf(value: string): number {
  const port = Number(value);
  if (!/^\d+$/.test(value) || port > 65_535) {
    throw new InvalidArgumentError('It is a number from 0 to 65535.');
  }
  return port;
}

function policyOf(value: string): PortPolicy {
  if (value !== 'default' && value !== 'any') {
    throw new InvalidArgumentError('It is “default” or “any”.');
  }
  return value;
}
