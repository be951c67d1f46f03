import { type ApiRequest, contentTypeOf } from './exchange.ts';

interface RequestAddresses {
  readonly senders: readonly string[];
  readonly recipients: readonly string[];
}

const senderField = /^from(?:_?email)?(?:_?address)?$/i;
const recipientField = /^(?:to|cc|bcc)(?:_?addresses)?$/i;
const address = /[^\s<>,;"']+@[^\s<>,;"']+/g;
/** A text field of a multipart form, named before its value. */
const formField = /\bname="?(from|to|cc|bcc)"?\r\n(?:[^\r\n]+\r\n)*\r\n([^\r\n]*)/gi;

/** Whom a request names as senders and recipients, in whichever of the shapes that the API takes; nobody when it is unreadable. */
export function addressesOf(request: Pick<ApiRequest, 'body' | 'headers'>): RequestAddresses {
  const senders: string[] = [];
  const recipients: string[] = [];
  for (const [name, text] of textsOf(request)) {
    const found = text.match(address) ?? [];
    if (senderField.test(name)) {
      senders.push(...found);
    } else if (recipientField.test(name)) {
      recipients.push(...found);
    }
  }
  return { senders, recipients };
}

function textsOf(request: Pick<ApiRequest, 'body' | 'headers'>): Iterable<readonly [string, string]> {
  const text = request.body.toString();
  const type = contentTypeOf(request);
  if (/^multipart\/form-data/i.test(type)) {
    return [...text.matchAll(formField)].map(([, name = '', value = '']) => [name, value] as const);
  }
  try {
    return textsOfJson(JSON.parse(text));
  } catch {
    return /^application\/x-www-form-urlencoded/i.test(type) ? new URLSearchParams(text) : [];
  }
}

/** Every text with the name of the nearest field above it that is a sender's or a recipient's. */
function textsOfJson(json: unknown): (readonly [string, string])[] {
  const texts: (readonly [string, string])[] = [];
  // A stack of our own: how deep the body is nested is the client's choice.
  const open: { readonly name: string; readonly value: unknown }[] = [{ name: '', value: json }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { name, value } = next;
    if (typeof value === 'string') {
      texts.push([name, value]);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        const isField = senderField.test(key) || recipientField.test(key);
        open.push({ name: isField ? key : name, value: inner });
      }
    }
  }
  return texts;
}
