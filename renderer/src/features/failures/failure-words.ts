import { assertNever } from '#shared/assert.ts';
import type { Failure, FailureEffect, SmtpStage } from '#shared/failure.ts';
import type { FailurePreset } from '#shared/failure-presets.ts';

export const stageWords: Readonly<Record<SmtpStage, string>> = {
  connect: 'at the greeting',
  ehlo: 'at EHLO',
  auth: 'at AUTH',
  mail: 'at MAIL FROM',
  rcpt: 'at RCPT TO',
  data: 'at DATA',
  'end-of-data': 'after the mail',
};

/** The numbers of an effect that a person sets, by their field. */
export const numberLabels: Readonly<Record<string, string>> = {
  requests: 'Requests that pass',
  windowSeconds: 'Within, seconds',
  retryAfterSeconds: 'Retry-After, seconds',
  milliseconds: 'Delay, milliseconds',
  jitterMilliseconds: 'Up to so many milliseconds more',
  bytesPerSecond: 'Bytes a second',
  afterBytes: 'Bytes before the drop',
};

/** What a switch does, in a few words: `SMTP 451 at RCPT TO`. */
export function effectWords(effect: FailureEffect, presets: readonly FailurePreset[]): string {
  switch (effect.kind) {
    case 'api-refusal': {
      const preset = presets.find((one) => isSameRefusal(one.effect, effect));
      return preset === undefined ? `API: ${effect.refusal}` : `API: ${preset.name}, ${preset.says}`;
    }
    case 'api-rate-limit':
      return `API: 429 after ${effect.requests} requests in ${effect.windowSeconds} s, Retry-After ${effect.retryAfterSeconds}`;
    case 'api-latency':
      return `API: answers ${delayWords(effect)} later`;
    case 'api-reset':
      return 'API: connection reset';
    case 'api-html-error':
      return 'API: 500 with an HTML page';
    case 'api-slow-answer':
      return `API: answers at ${effect.bytesPerSecond} bytes a second`;
    case 'smtp-reply':
      return `SMTP: ${effect.code} ${stageWords[effect.stage]}`;
    case 'smtp-latency':
      return `SMTP: waits ${delayWords(effect)} ${stageWords[effect.stage]}`;
    case 'smtp-slow-reading':
      return `SMTP: reads ${effect.bytesPerSecond} bytes a second`;
    case 'smtp-drop':
      return `SMTP: drops the connection after ${effect.afterBytes} bytes of DATA`;
    case 'smtp-process-failed':
      return 'SMTP: takes the mail and does not process it';
    default:
      return assertNever(effect);
  }
}

/** When and for whom, and how often so far. */
export function whenWords({ when, left, recipients, senders, fired, seen }: Failure): string {
  return [
    occasionWords(when, left),
    ...(recipients === null ? [] : [`to ${recipients}`]),
    ...(senders === null ? [] : [`from ${senders}`]),
    `used ${fired} of ${seen} times`,
  ].join(' · ');
}

function occasionWords(when: Failure['when'], left: number | null): string {
  switch (when.kind) {
    case 'always':
      return 'Always';
    case 'every':
      return `Every ${when.n}th time`;
    case 'share':
      return `${when.percent} % of the times, seed ${when.seed}`;
    case 'next':
      return `The next ${when.count}, ${left ?? 0} left`;
    default:
      return assertNever(when);
  }
}

function delayWords(effect: { milliseconds: number; jitterMilliseconds?: number | undefined }): string {
  const { milliseconds, jitterMilliseconds = 0 } = effect;
  return jitterMilliseconds === 0
    ? `${milliseconds} ms`
    : `${milliseconds} to ${milliseconds + jitterMilliseconds} ms`;
}

function isSameRefusal(one: FailureEffect, other: FailureEffect): boolean {
  return one.kind === 'api-refusal' && other.kind === 'api-refusal' && one.refusal === other.refusal;
}
