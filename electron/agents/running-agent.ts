import { type Agent, type AgentConfig, type ChannelName, channelNames } from '#shared/agent.ts';
import { Channel, type OpenDoor } from './channel.ts';
import { channelView } from './channel-state.ts';
import { OneAtATime } from './one-at-a-time.ts';

/** How long what is being answered may take when a door closes. */
const graceMs = 2000;

/** What doors are opened by. */
type DoorsConfig = Pick<AgentConfig, 'enabled' | 'channels'>;

/** The four doors of one agent, or of the gateway: brought, one call after the other, to what the configuration says at that moment. */
export class RunningAgent {
  readonly #config: () => DoorsConfig;
  readonly #channels: Readonly<Record<ChannelName, Channel>>;
  readonly #turns = new OneAtATime();
  #leaving = false;

  constructor(config: () => DoorsConfig, openDoor: OpenDoor, changed: () => void) {
    this.#config = config;
    const channel = (name: ChannelName): Channel => new Channel(name, openDoor, changed);
    this.#channels = {
      smtp: channel('smtp'),
      smtps: channel('smtps'),
      api: channel('api'),
      apis: channel('apis'),
    };
  }

  /**
   * Opens and closes doors until they are as configured; doors that are so already stay open. Channels that failed
   * are tried again only when asked. Resolves when every channel listens, stopped or failed; never rejects.
   */
  async settle({ retry = false }: { readonly retry?: boolean } = {}): Promise<void> {
    await this.#turns.run(async () => {
      const { enabled, channels } = this.#config();
      const wanted = enabled && !this.#leaving;
      const unsettled = channelNames
        .map((name) => ({ channel: this.#channels[name], port: channels[name].port }))
        .filter(
          ({ channel, port }) =>
            !wanted || !channel.settledOn(port) || (retry && channel.status.state === 'failed'),
        );
      // All are closed before the first is opened: two channels may have changed ports with each other.
      await Promise.all(unsettled.map(({ channel }) => channel.close(graceMs)));
      if (wanted) {
        await Promise.all(unsettled.map(({ channel, port }) => channel.open(port)));
      }
    });
  }

  /** Closes every door for good; what is asked afterwards opens none. Bounded in time. */
  async close(): Promise<void> {
    this.#leaving = true;
    await this.settle();
  }

  /** After a `close` that came to nothing. */
  async reopen(): Promise<void> {
    this.#leaving = false;
    await this.settle();
  }

  view(): Pick<Agent, 'state' | 'problem' | 'channels'> {
    return channelView(this.#config().channels, {
      smtp: this.#channels.smtp.status,
      smtps: this.#channels.smtps.status,
      api: this.#channels.api.status,
      apis: this.#channels.apis.status,
    });
  }
}
