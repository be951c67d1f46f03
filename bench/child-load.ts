import { fork } from 'node:child_process';

/** Hands a load to a child process and resolves with what that process measured. */
export function inChildProcess<Result>(file: string, load: object): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = fork(new URL(file, import.meta.url));
    child.once('message', (answer: { result: Result } | { error: string }) => {
      if ('result' in answer) {
        resolve(answer.result);
      } else {
        reject(new Error(answer.error));
      }
    });
    child.once('exit', (code) => reject(new Error(`The load ended with ${code} before it answered`)));
    child.send(load);
  });
}
