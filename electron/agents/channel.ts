import type { ChannelName, ChannelProblem } from '#shared/agent.ts';
import { RestanteError } from '#shared/errors.ts';
import type { Door } from '../net/door.ts';
import { within } from '../net/within.ts';
import { type ChannelEvent, type ChannelStatus, nextStatus } from './channel-state.ts';

/** Opens a door of this channel on a port; 0 takes any. */
export type OpenDoor = (channel: ChannelName, port: number) => Promise<Door>;

/** A door that has not closed this long after its grace is given up. */
const closeSlackMs = 2000;

/** One door with its state. Its calls are to be made one after the other. */
export class Channel {
  readonly name: ChannelName;
  readonly #openDoor: OpenDoor;
  readonly #changed: () => void;
  #status: ChannelStatus = { state: 'stopped' };
  #door: Door | undefined;
  /** The port that was asked for when it was opened last. */
  #asked: number | undefined;

  constructor(name: ChannelName, openDoor: OpenDoor, changed: () => void) {
    this.name = name;
    this.#openDoor = openDoor;
    this.#changed = changed;
  }

  get status(): ChannelStatus {
    return this.#status;
  }

  /** Whether it is open, or has failed to open, with this configured port. */
  settledOn(port: number): boolean {
    return this.#asked === port && (this.#status.state === 'listening' || this.#status.state === 'failed');
  }

  /** Opens the door, or fails: what went wrong is then in the status. A channel that listens is left alone. */
  async open(port: number): Promise<void> {
    if (this.#status.state === 'listening') {
      return;
    }
    this.#asked = port;
    this.#take({ type: 'open' });
    try {
      this.#door = await this.#openDoor(this.name, port);
      this.#take({ type: 'opened', port: this.#door.port });
    } catch (error) {
      this.#take({ type: 'refused', problem: this.#problem(error, port) });
    }
  }

  /** Closes the door: what is being answered may finish for `graceMs`. Never throws; bounded. */
  async close(graceMs: number): Promise<void> {
    const door = this.#door;
    this.#asked = undefined;
    if (this.#status.state === 'stopped') {
      return;
    }
    this.#take({ type: 'close' });
    if (door !== undefined) {
      this.#door = undefined;
      try {
        await within(door.close(graceMs), graceMs + closeSlackMs, `Closing the ${this.name} door`);
      } catch (error) {
        process.emitWarning(error instanceof Error ? error : String(error));
      }
      this.#take({ type: 'closed' });
    }
  }

  #take(event: ChannelEvent): void {
    this.#status = nextStatus(this.#status, event);
    this.#changed();
  }

  #problem(error: unknown, port: number): ChannelProblem {
    const known = error instanceof RestanteError ? error : unexpected(error, port);
    return { code: known.code, message: known.message, channel: this.name, port };
  }
}

/** Not one of the refusals that we know: it reaches the log with its stack, and the person with its words. */
function unexpected(cause: unknown, port: number): RestanteError {
  const error = cause instanceof Error ? cause : new Error(String(cause));
  process.emitWarning(error);
  return new RestanteError('port.failed', { port, reason: error.message }, { cause });
}
