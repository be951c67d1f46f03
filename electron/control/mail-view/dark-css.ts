import { parse, walk } from 'css-tree';
import type { CssNode, Declaration } from 'css-tree';
import { darkenedColour } from './dark-colour.ts';
import type { ColourRole, DarkClient } from './dark-colour.ts';
import { applied } from './edits.ts';
import type { Edit } from './edits.ts';

const textProperties =
  /^(?:color|-webkit-text-fill-color|caret-color|text-(?:decoration|emphasis)(?:-color)?|column-rule(?:-color)?)$/;
const backgroundProperties =
  /^(?:background(?:-color)?|(?:border|outline)(?!-(?:radius|image|spacing|collapse)).*)$/;
/** Only a client that turns every colour over turns these: shadows, and gradients, which are images. */
const shadowProperties = /^(?:box|text)-shadow$/;
const gradientProperties = /^background(?:-image)?$/;
const gradients = /-gradient$/i;

export interface DarkenedCss {
  readonly css: string;
  /** The values that were changed, by what they were for. */
  readonly originals: Readonly<Partial<Record<ColourRole, string>>>;
}

/**
 * A style sheet, or the declarations of a `style` attribute, with its colours as the client shows them; otherwise
 * character for character. What cannot be read stays as it is.
 */
export function darkenedCss(
  css: string,
  context: 'stylesheet' | 'declarationList',
  client: DarkClient,
): DarkenedCss {
  const edits: Edit[] = [];
  const originals: Partial<Record<ColourRole, string>> = {};
  const visit = (declaration: Declaration): void => {
    const role = roleOf(declaration.property.toLowerCase(), client);
    const { value } = declaration;
    if (role === undefined || value.type !== 'Value') {
      return;
    }
    const before = edits.length;
    edits.push(...colourEdits(value, css, role, client, declaration.property.toLowerCase()));
    if (edits.length > before) {
      originals[role] ??= sourceOf(value, css);
    }
  };
  try {
    const sheet = parse(css, { context, positions: true });
    walk(sheet, {
      visit: 'Declaration',
      enter(declaration) {
        const selectors = this.rule?.prelude;
        // The sender's own answer to Outlook.com's dark mode.
        const isHook =
          client === 'outlook' &&
          selectors !== undefined &&
          /\[\s*data-og[sa][bc]/i.test(sourceOf(selectors, css));
        if (!isHook) {
          visit(declaration);
        }
      },
    });
  } catch (cause) {
    // Nested deeper than the parser's stack, as no mail for people is.
    if (cause instanceof RangeError) {
      return { css, originals: {} };
    }
    throw cause;
  }
  return { css: applied(css, edits), originals };
}

function roleOf(property: string, client: DarkClient): ColourRole | undefined {
  if (textProperties.test(property)) {
    return 'text';
  }
  const isColoured =
    backgroundProperties.test(property) ||
    (client === 'gmail' && (shadowProperties.test(property) || gradientProperties.test(property)));
  return isColoured ? 'background' : undefined;
}

function colourEdits(
  value: CssNode,
  css: string,
  role: ColourRole,
  client: DarkClient,
  property: string,
): Edit[] {
  const edits: Edit[] = [];
  walk(value, function enter(node) {
    if (node.type === 'Hash' || node.type === 'Identifier' || node.type === 'Function') {
      const text = darkenedColour(sourceOf(node, css), role, client);
      if (text !== undefined && node.loc) {
        edits.push({ start: node.loc.start.offset, end: node.loc.end.offset, text });
      }
      const goesIn =
        client === 'gmail' &&
        gradientProperties.test(property) &&
        gradients.test('name' in node ? node.name : '');
      return node.type === 'Function' && !goesIn ? walk.skip : undefined;
    }
    return undefined;
  });
  return edits;
}

function sourceOf(node: CssNode, css: string): string {
  return node.loc ? css.slice(node.loc.start.offset, node.loc.end.offset) : '';
}
