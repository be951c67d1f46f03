import type { MailColours } from '#shared/mail-rendering.ts';
import type { Attribute } from '../../road/start-tags.ts';
import { underScheme, usedScheme } from './preferred-scheme.ts';
import type { Scheme } from './preferred-scheme.ts';

/** An attribute's value as it is shown, and attributes that its element gets beside it. */
export interface Coloured {
  readonly value: string;
  readonly hooks: string;
}

/** What is done to the colours of a mail on its way into the preview. */
export interface Colouring {
  /** Markup for the document's head. */
  readonly head: string;
  /** The content of `<meta name="color-scheme">`: of the schemes that the mail supports the one that is shown. */
  metaScheme(content: string): string;
  sheet(css: string): string;
  style(css: string): Coloured;
  /** Of an attribute that is no style. */
  attribute(attribute: Attribute): Coloured;
}

/** The mail's own colours, for a light or a dark surrounding. */
function ownColours(scheme: Scheme): Colouring {
  return {
    head: '',
    metaScheme: (content) => usedScheme(content, scheme),
    sheet: (css) => underScheme(css, scheme),
    style: (css) => ({ value: underScheme(css, scheme), hooks: '' }),
    attribute: ({ name, value }) => ({
      value: name === 'media' ? underScheme(value, scheme) : value,
      hooks: '',
    }),
  };
}

export const lightColouring = ownColours('light');

/** The colouring that a person chose. What simulates a client is loaded when it is wanted: it takes 10 MB. */
export async function colouringOf(colours: MailColours): Promise<Colouring> {
  switch (colours) {
    case 'light':
      return lightColouring;
    case 'dark':
      return ownColours('dark');
    default: {
      const { DarkClientColouring } = await import('./dark-client.ts');
      return new DarkClientColouring(colours, lightColouring);
    }
  }
}
