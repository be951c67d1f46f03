/** The agents of the demo, by what their applications do. */
export const demoAgents = ['shop', 'accounts', 'letters', 'operations'] as const;
export type DemoAgent = (typeof demoAgents)[number];

export interface Person {
  readonly name: string;
  readonly address: string;
}

export interface DemoPicture {
  /** As the HTML names it, `cid:<id>`. */
  readonly id: string;
  readonly png: Buffer;
}

export interface DemoAttachment {
  readonly name: string;
  readonly type: string;
  readonly content: string | Buffer;
}

interface DemoMailBase {
  readonly agent: DemoAgent;
  /** How long before now it came. */
  readonly minutesAgo: number;
  /** Whether somebody has read it. */
  readonly read?: boolean;
  readonly from: Person;
  readonly to: readonly Person[];
}

/** What an application says to its mail library or posts to the API. */
export interface DemoLetter extends DemoMailBase {
  readonly door: 'smtp' | 'api';
  readonly cc?: readonly Person[];
  readonly bcc?: readonly Person[];
  readonly replyTo?: Person;
  readonly subject: string;
  readonly html?: string;
  readonly text: string;
  readonly pictures?: readonly DemoPicture[];
  readonly attachments?: readonly DemoAttachment[];
  readonly headers?: Readonly<Record<string, string>>;
  /** An invitation (RFC 5546), as calendars take it. */
  readonly invitation?: string;
  /** Opens and clicks are to be counted. */
  readonly tracked?: boolean;
}

/** Made from one of the agent's templates. */
export interface DemoTemplated extends DemoMailBase {
  readonly door: 'template';
  readonly template: string;
  readonly mergeInfo: Readonly<Record<string, unknown>>;
}

/** A whole message as it stands, by SMTP; the null sender when `from` has no address. */
export interface DemoRaw extends DemoMailBase {
  readonly door: 'raw';
  readonly raw: (at: Date) => string;
}

export type DemoMail = DemoLetter | DemoTemplated | DemoRaw;

const minute = 1;
const hour = 60 * minute;
/** `ago(1, 3, 20)`: a day, three hours and twenty minutes before now, in minutes. */
export function ago(days: number, hours = 0, minutes = 0): number {
  return days * 24 * hour + hours * hour + minutes;
}
