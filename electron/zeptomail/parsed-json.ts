/**
 * A request's body as JSON, whatever its Content-Type says; undefined when it is none. A comma before a closing bracket
 * is no mistake: documented samples have them (https://www.zoho.com/zeptomail/help/code-examples.html), so that
 * production takes them is assumed.
 */
export function parsedJson(body: Buffer): unknown {
  const text = body.toString();
  return parsed(text) ?? parsed(withoutTrailingCommas(text));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) {
      return undefined;
    }
    throw error;
  }
}

function withoutTrailingCommas(text: string): string {
  const kept: string[] = [];
  let start = 0;
  let isInString = false;
  for (const { 0: found, index } of text.matchAll(/\\.|"|,(?=\s*[}\]])/gs)) {
    if (found === '"') {
      isInString = !isInString;
    } else if (found === ',' && !isInString) {
      kept.push(text.slice(start, index));
      start = index + 1;
    }
  }
  return `${kept.join('')}${text.slice(start)}`;
}
