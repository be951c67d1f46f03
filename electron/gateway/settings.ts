import { Low } from 'lowdb';
import { z } from 'zod';
import { type GatewayConfig, gatewayConfigSchema } from '#shared/gateway.ts';
import { OneAtATime } from '../agents/one-at-a-time.ts';
import { ConfigFile } from '../files/config-file.ts';
import { migrations } from './migrations.ts';

const settingsSchema = z.object({ gateway: gatewayConfigSchema });
type Content = z.infer<typeof settingsSchema>;

/** `settings.json` in the data folder: what belongs to no single agent. A change counts when it is on the disk. */
export class Settings {
  readonly #low: Low<Content>;
  /** What is on the disk; lowdb's own data may be a state that could not be written. */
  #kept: Content;
  readonly #turns = new OneAtATime();

  private constructor(file: ConfigFile<Content>, content: Content) {
    this.#low = new Low({ read: async () => content, write: (next) => file.save(next) }, content);
    this.#kept = content;
  }

  /**
   * Reads the settings; on a first run they are `otherwise`, and written down.
   * @throws RestanteError `settings.newer`, `data.unwritable`
   */
  static async open(
    folder: string,
    at: Date,
    otherwise: Content,
  ): Promise<{ settings: Settings; trouble: string | undefined }> {
    const file = new ConfigFile(folder, {
      name: 'settings.json',
      schema: settingsSchema,
      migrations,
      newer: 'settings.newer',
      otherwise: 'Restante begins with the settings of a first start.',
    });
    const { content, trouble } = await file.load(at);
    if (content === undefined) {
      await file.save(otherwise);
    }
    return { settings: new Settings(file, content ?? otherwise), trouble };
  }

  get gateway(): GatewayConfig {
    return this.#kept.gateway;
  }

  /** Changes and keeps the gateway's settings. @throws RestanteError `data.unwritable`; nothing changed then. */
  async changeGateway(next: (gateway: GatewayConfig) => GatewayConfig): Promise<void> {
    await this.#turns.run(async () => {
      this.#low.data = { ...this.#kept, gateway: next(this.#kept.gateway) };
      await this.#low.write();
      this.#kept = this.#low.data;
    });
  }
}
