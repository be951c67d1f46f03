import { safeFileName } from '#shared/file-names.ts';

/** A download's Content-Disposition (RFC 6266): an ASCII name for old clients, and the whole one (RFC 8187). */
export function attachmentDisposition(name: string): string {
  const safe = safeFileName(name);
  const ascii = safe.replace(/[^\u0020-\u007e]/gu, '_').replaceAll('%', '_');
  const encoded = encodeURIComponent(safe).replace(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
