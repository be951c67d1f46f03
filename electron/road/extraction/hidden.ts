/** What an element's style says about how its text is seen. Undefined: as its parent. */
export interface SeenStyle {
  readonly hidden: boolean;
  /** In letters of no size; elements inside may have a size again. */
  readonly tiny: boolean | undefined;
  readonly standsOut: boolean | undefined;
  readonly color: string | undefined;
  /** `unknown` for pictures, gradients and what a style sheet may have set. */
  readonly background: string | undefined;
}

const largePixels = 19;
const mostStyle = 2000;
const nothing = /^0(?:\.0+)?(?:px|em|rem|pt|%)?$/;

/** Reads an element's attributes as mail clients do that follow inline styles. */
export function styleOf(name: string, attributes: Readonly<Record<string, string>>): SeenStyle {
  const style = declarationsOf(attributes['style'] ?? '');
  return {
    hidden: 'hidden' in attributes || isHidden(style),
    tiny: style.has('font-size') ? isTiny(style) : undefined,
    standsOut: standsOut(name, style, attributes),
    color: colorOf(style.get('color') ?? attributes['color']),
    background: backgroundOf(style, attributes),
  };
}

/** The declarations of a style attribute or rule; the last of a name counts. */
export function declarationsOf(css: string): Map<string, string> {
  const declarations = new Map<string, string>();
  if (css === '') {
    return declarations;
  }
  for (const declaration of css.slice(0, mostStyle).toLowerCase().split(';')) {
    const colon = declaration.indexOf(':');
    if (colon > 0) {
      const value = declaration.slice(colon + 1).replace('!important', '');
      declarations.set(declaration.slice(0, colon).trim(), value.trim());
    }
  }
  return declarations;
}

/** Nothing in it can be seen, whatever the elements inside of it say. */
export function isHidden(style: ReadonlyMap<string, string>): boolean {
  const isNothing = (name: string): boolean => nothing.test(style.get(name) ?? '');
  return (
    style.get('display') === 'none' ||
    style.get('visibility') === 'hidden' ||
    style.get('mso-hide') === 'all' ||
    isNothing('opacity') ||
    (isNothing('max-height') && style.has('max-height')) ||
    ((isNothing('height') || isNothing('width')) && style.get('overflow') === 'hidden') ||
    /^-\d{4,}px$/.test(style.get('left') ?? style.get('text-indent') ?? '')
  );
}

function isTiny(style: ReadonlyMap<string, string>): boolean {
  const size = style.get('font-size') ?? '';
  return nothing.test(size) || size === '1px';
}

const strongElements = new Set(['b', 'strong', 'h1', 'h2', 'h3', 'code', 'kbd', 'pre', 'tt', 'mark', 'big']);

function standsOut(
  name: string,
  style: ReadonlyMap<string, string>,
  attributes: Readonly<Record<string, string>>,
): boolean | undefined {
  const size = pixelsOf(style.get('font-size') ?? style.get('font') ?? '');
  if (
    strongElements.has(name) ||
    (size !== undefined && size >= largePixels) ||
    /^(?:bold|bolder|[6-9]00)$/.test(style.get('font-weight') ?? '') ||
    /^(?:[2-9]|\d{2}|0?\.[1-9])/.test(style.get('letter-spacing') ?? '') ||
    /mono|courier|consolas/.test(style.get('font-family') ?? '') ||
    /^\+?[4-7]$/.test(name === 'font' ? (attributes['size'] ?? '') : '')
  ) {
    return true;
  }
  return size === undefined ? undefined : false;
}

function pixelsOf(size: string): number | undefined {
  const match = /(\d{1,4}(?:\.\d{1,4})?)(px|pt|em|rem|%)/.exec(size.slice(0, 200));
  if (match === null) {
    return undefined;
  }
  const value = Number(match[1]);
  const factor = { px: 1, pt: 4 / 3, em: 16, rem: 16, '%': 0.16 }[match[2] ?? 'px'] ?? 1;
  return value * factor;
}

function backgroundOf(
  style: ReadonlyMap<string, string>,
  attributes: Readonly<Record<string, string>>,
): string | undefined {
  const given = style.get('background-color') ?? style.get('background') ?? attributes['bgcolor'];
  if (style.has('background-image') || attributes['background'] !== undefined) {
    return 'unknown';
  }
  return given === undefined || given === 'transparent' || given === 'none' || given === 'inherit'
    ? undefined
    : (colorOf(given) ?? 'unknown');
}

const namedColors: Readonly<Record<string, string>> = { white: '#ffffff', black: '#000000' };

/** A colour as six hexadecimal digits, or undefined for one that is written otherwise. */
function colorOf(given: string | undefined): string | undefined {
  const color = given?.trim().toLowerCase() ?? '';
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(color);
  if (short !== null) {
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`;
  }
  const rgb = /^rgb\((\d{1,3}), ?(\d{1,3}), ?(\d{1,3})\)$/.exec(color);
  if (rgb !== null) {
    return `#${rgb
      .slice(1)
      .map((part) => Number(part).toString(16).padStart(2, '0'))
      .join('')}`;
  }
  return /^#[0-9a-f]{6}$/.test(color) ? color : namedColors[color];
}
