/** The first digit of each decimal block that mail uses: Arabic-Indic, Persian, Devanagari, Bengali, Tamil, Thai. Full-width ones fall to NFKC. */
const otherZeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0be6, 0x0e50];
const otherDigits = /[\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\u09E6-\u09EF\u0BE6-\u0BEF\u0E50-\u0E59]/g;
/** Direction marks, soft hyphens and the fillers behind preheaders: nobody sees them. */
const unseen = /\u00AD|\u034F|[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|\u200C(?=\s|$)/g;

/** Text as it is looked at: compatibility forms and digits of other scripts as ASCII, blanks single, nothing invisible. */
export function plainLine(text: string): string {
  const visible = /^[ -~]*$/.test(text) ? text : asciiDigits(text.replace(unseen, '').normalize('NFKC'));
  return visible.replace(/\s+/g, ' ').trim();
}

function asciiDigits(text: string): string {
  return text.replace(otherDigits, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (otherZeros.findLast((zero) => zero <= code) ?? code));
  });
}

/** For comparing words: lower case, Latin letters without their marks, hyphens as blanks. As long as the text, character by character. */
export function folded(text: string): string {
  return text
    .replace(/İ/g, 'i')
    .toLowerCase()
    .replace(/[ı\u00C0-\u024F\u1E00-\u1EFF‐-―’_-]/g, foldedCharacter);
}

function foldedCharacter(character: string): string {
  switch (character) {
    case 'ı':
      return 'i';
    case 'ł':
      return 'l';
    case '’':
      return "'";
    case '_':
    case '-':
      return ' ';
    default:
      return /[‐-―]/.test(character) ? ' ' : (character.normalize('NFD')[0] ?? character);
  }
}
