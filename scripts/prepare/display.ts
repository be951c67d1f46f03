import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { aptInstall } from './apt.ts';

export interface Display {
  readonly name: string;
  close(): void;
}

/** Whether windows can be shown on this machine. */
export function hasDisplay(): boolean {
  return (
    process.platform !== 'linux' ||
    [process.env.DISPLAY, process.env.WAYLAND_DISPLAY].some((name) => name !== undefined && name !== '')
  );
}

/** Opens a virtual display of its own (Xvfb) on a number that Xvfb finds free; undefined where there is no Xvfb. */
export async function openVirtualDisplay(): Promise<Display | undefined> {
  if (!existsSync('/usr/bin/Xvfb') && !aptInstall(['xvfb'])) {
    return undefined;
  }
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const numbers = server.stdio[3];
  if (numbers === null || numbers === undefined || !('readable' in numbers)) {
    server.kill();
    return undefined;
  }
  const number = await new Promise<string | undefined>((resolve) => {
    createInterface({ input: numbers }).once('line', resolve);
    server.once('exit', () => resolve(undefined));
    server.once('error', () => resolve(undefined));
  });
  return number === undefined ? undefined : { name: `:${number.trim()}`, close: () => server.kill() };
}
