import { clampChroma, converter, formatHex, formatRgb, parse } from 'culori';

/** A client that darkens mail which does not ask for it. */
export type DarkClient = 'outlook' | 'gmail';

/** What a colour is for: Outlook.com darkens backgrounds and lightens text, and leaves the rest. */
export type ColourRole = 'text' | 'background';

const toOklch = converter('oklch');

/** The lightness (OKLCH) that white becomes: that of #333 and of #121212. */
const darkest: Readonly<Record<DarkClient, number>> = { outlook: 0.321, gmail: 0.182 };

/**
 * A CSS colour as the client shows it; undefined where it stays as it is. The lightness is turned over, the hue kept:
 * by Gmail on iOS of every colour, by Outlook.com of light backgrounds and dark text only.
 */
export function darkenedColour(css: string, role: ColourRole, client: DarkClient): string | undefined {
  const colour = turned(css, role, client);
  return colour && formatRgb(colour);
}

/** The same for the attributes of old (`bgcolor`, `color`), which also know colours without a `#`. */
export function darkenedLegacyColour(
  value: string,
  role: ColourRole,
  client: DarkClient,
): string | undefined {
  const trimmed = value.trim();
  const colour = turned(
    /^[0-9a-f]{3}(?:[0-9a-f]{3})?$/i.test(trimmed) ? `#${trimmed}` : trimmed,
    role,
    client,
  );
  return colour && formatHex(colour);
}

function turned(
  css: string,
  role: ColourRole,
  client: DarkClient,
): ReturnType<typeof clampChroma> | undefined {
  const colour = toOklch(parse(css));
  if (colour === undefined || colour.alpha === 0) {
    return undefined;
  }
  const base = darkest[client];
  const l = (1 - colour.l) * (1 - base) + base;
  const stays = client === 'outlook' && (role === 'background' ? l >= colour.l : l <= colour.l);
  return stays ? undefined : clampChroma({ ...colour, l }, 'oklch');
}
