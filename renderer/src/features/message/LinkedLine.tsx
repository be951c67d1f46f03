import { textLinks } from './text-links.ts';

/** A line of text with its addresses as links, which open outside. */
export function LinkedLine({ line }: { readonly line: string }) {
  return textLinks(line).map((piece, index) =>
    piece.href === null ? (
      piece.text
    ) : (
      <a key={index} href={piece.href} target="_blank" rel="noreferrer noopener">
        {piece.text}
      </a>
    ),
  );
}
