import { visitMarkup } from './start-tags.ts';

/** What a mail's reader can be led to. */
const followed = /^(?:https?|mailto):/i;

/** The links of a message's HTML that lead outside (http, https, mailto), each once, in their order. */
export function linksOf(html: string): string[] {
  const links = new Set<string>();
  visitMarkup(html, {
    startTag({ name, attributes }) {
      const href = attributes.find((attribute) => attribute.name === 'href')?.value.trim() ?? '';
      if ((name === 'a' || name === 'area') && followed.test(href)) {
        links.add(href);
      }
    },
    text() {},
    doctype() {},
  });
  return [...links];
}
