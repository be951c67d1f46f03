import type { ChildProcess } from 'node:child_process';

/** A server under measurement: a process of its own that takes mail on `smtpPort`. */
export interface Server {
  readonly name: string;
  readonly pid: number;
  readonly smtpPort: number;
  stop(): Promise<void>;
}

/** Ends a child by SIGTERM and waits until it is gone. */
export async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}

/** The first line of a child's output that matches. */
export function outputLine(child: ChildProcess, pattern: RegExp): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    let seen = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      seen += chunk.toString();
      const match = pattern.exec(seen);
      if (match !== null) {
        resolve(match);
      }
    });
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${seen}`)));
  });
}
