/** The kinds of systems that commands are written for. */
export type System = 'macos' | 'linux' | 'windows';

/** Something to run on one kind of system. */
export interface SystemCommand {
  readonly id: string;
  readonly system: System;
  readonly title: string;
  /** Where it is run, and what it changes. */
  readonly scope: string;
  readonly command: string;
  /** Takes back what the command did. */
  readonly undo: string;
}
