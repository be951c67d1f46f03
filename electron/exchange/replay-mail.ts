import { setTimeout as pause } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import type { Agent } from '#shared/agent.ts';
import { ownSmtpOptions } from '../agents/own-transport.ts';
import type { PostOffice } from '../post-office/post-office.ts';
import type { HeldParcel } from '../road/archive.ts';
import type { TaskWork } from './tasks.ts';

export interface ReplayWish {
  readonly agent: Agent;
  /** 1: as they came; 10: ten times as fast; null: one after the other without waiting. */
  readonly speed: number | null;
}

/** A timer's longest time. */
const longestPauseMs = 2 ** 31 - 1;

/**
 * Sends held messages once more, in the order of `ids`, through the agent's own SMTP port and with their envelopes. What the
 * agent refuses is told, and the others go on. Resolves with how many were sent.
 */
export async function replayMail(
  ids: readonly string[],
  { agent, speed }: ReplayWish,
  { archive, authority }: Pick<PostOffice, 'archive' | 'authority'>,
  task: TaskWork,
): Promise<number> {
  task.expect(ids.length);
  const transport = createTransport({
    ...ownSmtpOptions(agent, authority.caPem),
    pool: true,
    // One connection keeps the order.
    maxConnections: 1,
    maxMessages: Number.POSITIVE_INFINITY,
  });
  const beganAt = Date.now();
  let first: number | undefined;
  let sent = 0;
  try {
    for (const id of ids) {
      const held = await archive.parcel(id);
      if (held === undefined) {
        task.passed({ name: id, reason: 'It was deleted meanwhile.' });
        continue;
      }
      const at = Date.parse(held.summary.receivedAt);
      first ??= at;
      if (speed !== null) {
        await until(beganAt + (at - first) / speed, task.signal);
      }
      if (task.signal.aborted) {
        break;
      }
      const problem = await send(held);
      sent += problem === undefined ? 1 : 0;
      task.passed(problem === undefined ? undefined : { name: held.summary.subject, reason: problem });
    }
  } finally {
    transport.close();
  }
  return sent;

  /** Why it was not taken, or undefined. */
  async function send({ facts: { envelope }, raw }: HeldParcel): Promise<string | undefined> {
    if (envelope.rcptTo.length === 0) {
      return 'Its envelope has no recipients.';
    }
    try {
      await transport.sendMail({
        envelope: { from: envelope.mailFrom ?? '', to: envelope.rcptTo },
        raw: Buffer.from(raw),
      });
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
}

/** Waits for a moment, at once when it is over or the task is cancelled. */
async function until(moment: number, signal: AbortSignal): Promise<void> {
  for (let left = moment - Date.now(); left > 0 && !signal.aborted; left = moment - Date.now()) {
    await pause(Math.min(left, longestPauseMs), undefined, { signal }).catch(() => undefined);
  }
}
