import libmime from 'libmime';
import { ByteReader } from './byte-reader.ts';
import { textOfBytes } from './charset.ts';
import { decompressRtf } from './compressed-rtf.ts';
import { readMapiProperties, withoutNul } from './mapi-properties.ts';
import type { MapiProperties } from './mapi-properties.ts';

/** A file of a winmail.dat: an attachment, or one of the forms of the message's text. */
interface TnefFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

interface Tnef {
  readonly files: readonly TnefFile[];
  /** Why it could not be read to its end. */
  readonly failure: string | null;
}

const signature = 0x22_3e_9f_78;

/** Attributes (MS-OXTNEF 2.1.3.3). */
const attributes = {
  body: 0x0002_800c,
  oemCodepage: 0x0006_9007,
  messageProperties: 0x0006_9003,
  attachmentStart: 0x0006_9002,
  attachmentTitle: 0x0001_8010,
  attachmentData: 0x0006_800f,
  attachmentProperties: 0x0006_9005,
} as const;

/** Properties (MS-OXPROPS). */
const properties = {
  body: 0x1000,
  compressedRtf: 0x1009,
  html: 0x1013,
  attachmentData: 0x3701,
  fileName: 0x3704,
  longFileName: 0x3707,
  mediaType: 0x370e,
  displayName: 0x3001,
} as const;

/** What is known of an attachment while its attributes come in. */
interface Attachment {
  title: string | null;
  data: Buffer | null;
  properties: MapiProperties;
}

/** Reads a winmail.dat (MS-OXTNEF). Never throws: what lies before the place where it breaks is given. */
export function readTnef(source: Buffer): Tnef {
  const reader = new ByteReader(source);
  if (source.length < 6 || reader.uint32() !== signature) {
    return { files: [], failure: 'it does not begin as a TNEF file does.' };
  }
  reader.skip(2);
  const bodies: TnefFile[] = [];
  const attachments: Attachment[] = [];
  let charset = 'windows-1252';
  let failure: string | null = null;
  try {
    while (!reader.isAtEnd) {
      reader.skip(1);
      const attribute = reader.uint32();
      const value = reader.bytes(reader.uint32());
      reader.skip(2);
      const last = attachments.at(-1);
      if (attribute === attributes.oemCodepage && value.length >= 4) {
        charset = charsetOf(value.readUInt32LE(0));
      } else if (attribute === attributes.body) {
        bodies.push({ name: 'body.txt', type: 'text/plain', bytes: utf8(textOfBytes(value, charset)) });
      } else if (attribute === attributes.messageProperties) {
        bodies.push(...bodiesOf(readMapiProperties(value, charset)));
      } else if (attribute === attributes.attachmentStart) {
        attachments.push({ title: null, data: null, properties: new Map() });
      } else if (last !== undefined && attribute === attributes.attachmentTitle) {
        last.title = withoutNul(textOfBytes(value, charset));
      } else if (last !== undefined && attribute === attributes.attachmentData) {
        last.data = value;
      } else if (last !== undefined && attribute === attributes.attachmentProperties) {
        last.properties = readMapiProperties(value, charset);
      }
    }
  } catch (error) {
    if (!(error instanceof RangeError)) {
      throw error;
    }
    failure = 'it ends in the middle.';
  }
  return { files: [...bodies, ...attachments.map(fileOf)], failure };
}

function bodiesOf(found: MapiProperties): TnefFile[] {
  const files: TnefFile[] = [];
  const text = found.get(properties.body);
  const html = found.get(properties.html);
  const rtf = found.get(properties.compressedRtf);
  if (typeof text === 'string' && text !== '') {
    files.push({ name: 'body.txt', type: 'text/plain', bytes: utf8(text) });
  }
  if (html !== undefined && html.length > 0) {
    const bytes = typeof html === 'string' ? utf8(html) : html;
    files.push({ name: 'body.html', type: 'text/html', bytes });
  }
  if (Buffer.isBuffer(rtf)) {
    const bytes = decompressRtf(rtf);
    files.push({ name: 'body.rtf', type: 'application/rtf', bytes: bytes ?? rtf });
  }
  return files;
}

function fileOf({ title, data, properties: found }: Attachment): TnefFile {
  const name =
    textProperty(found, properties.longFileName) ??
    textProperty(found, properties.fileName) ??
    title ??
    textProperty(found, properties.displayName) ??
    'attachment';
  const object = found.get(properties.attachmentData);
  const isMessage = Buffer.isBuffer(object) && object.length > 20 && object.readUInt32LE(16) === signature;
  if (isMessage) {
    // An interface's id goes before the embedded message, which is such a file itself.
    return { name, type: 'application/ms-tnef', bytes: object.subarray(16) };
  }
  const type = textProperty(found, properties.mediaType) ?? libmime.detectMimeType(name);
  return {
    name,
    type: /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type.toLowerCase() : 'application/octet-stream',
    bytes: data ?? (Buffer.isBuffer(object) ? object : Buffer.alloc(0)),
  };
}

function textProperty(found: MapiProperties, id: number): string | undefined {
  const value = found.get(id);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function charsetOf(codepage: number): string {
  return codepage === 65_001 ? 'utf-8' : `windows-${codepage}`;
}

function utf8(text: string): Buffer {
  return Buffer.from(withoutNul(text), 'utf8');
}
