import type { Attribute } from '../../road/start-tags.ts';
import type { Coloured, Colouring } from './colouring.ts';
import { darkenedLegacyColour } from './dark-colour.ts';
import type { ColourRole, DarkClient } from './dark-colour.ts';
import { darkenedCss } from './dark-css.ts';
import type { DarkenedCss } from './dark-css.ts';

/** More CSS than this in one mail is shown as it came, so that a hostile one costs bounded time. Characters. */
const mostCss = 2_000_000;

const legacyRoles: Readonly<Record<string, ColourRole>> = {
  bgcolor: 'background',
  bordercolor: 'background',
  color: 'text',
  text: 'text',
  link: 'text',
  alink: 'text',
  vlink: 'text',
};

/**
 * A mail as a client darkens it that knows no dark styles of the mail's own. Images stay as they are. To elements whose
 * colours changed Outlook.com adds `data-ogsc` and `data-ogsb` (by their style), `data-ogac` and `data-ogab` (by
 * attributes) with the original: senders hang their own rules on these.
 */
export class DarkClientColouring implements Colouring {
  readonly head: string;
  readonly #client: DarkClient;
  readonly #own: Colouring;
  readonly #styles = new Map<string, DarkenedCss>();
  #allowance = mostCss;

  constructor(client: DarkClient, own: Colouring) {
    this.#client = client;
    this.#own = own;
    // A second html tag adds its attributes to the first: everything stands below these, as in Outlook.com's page.
    const hooks = client === 'outlook' ? '<html data-ogsc="" data-ogsb="">' : '';
    this.head = `${hooks}<style>:root{color-scheme:dark!important}</style>`;
  }

  metaScheme(content: string): string {
    return this.#own.metaScheme(content);
  }

  sheet(css: string): string {
    return this.#darkened(this.#own.sheet(css), 'stylesheet').css;
  }

  style(css: string): Coloured {
    const darkened = this.#styles.get(css) ?? this.#darkened(this.#own.style(css).value, 'declarationList');
    this.#styles.set(css, darkened);
    const { css: value, originals } = darkened;
    return { value, hooks: this.#hook('sc', originals.text) + this.#hook('sb', originals.background) };
  }

  attribute(attribute: Attribute): Coloured {
    const role = legacyRoles[attribute.name];
    const value = role && darkenedLegacyColour(attribute.value, role, this.#client);
    return value === undefined
      ? this.#own.attribute(attribute)
      : { value, hooks: this.#hook(role === 'text' ? 'ac' : 'ab', attribute.value) };
  }

  #darkened(css: string, context: 'stylesheet' | 'declarationList'): DarkenedCss {
    this.#allowance -= css.length;
    return this.#allowance < 0 ? { css, originals: {} } : darkenedCss(css, context, this.#client);
  }

  #hook(kind: string, original: string | undefined): string {
    return this.#client === 'outlook' && original !== undefined
      ? ` data-og${kind}="${original.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`
      : '';
  }
}
