import type { Field } from './field.ts';
import type { VendorFile } from './vendor-mail.ts';

/** A file of a service whose inline files go by their name: it is their Content-ID. */
export function fileOf(file: Field, nameField: string, isInline: boolean): VendorFile {
  const [name, type, content] = [file.get(nameField), file.get('type'), file.get('content')];
  return {
    isInline,
    path: file.path,
    name: { value: name.text(), path: name.path },
    mimeType: { value: type.text(), path: type.path },
    contentId: { value: isInline ? name.text() : undefined, path: name.path },
    content: { value: content.text(), path: content.path },
  };
}
