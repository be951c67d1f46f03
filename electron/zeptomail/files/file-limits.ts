import { emailLimits } from '../email/email-fields.ts';

/** Where files are uploaded. */
export const filesPath = '/v1.1/files';

/** Bytes that one cached file may have; that it is an attachment's limit is assumed. */
export const cachedFileBytes = emailLimits.fileBytes;

/** Bytes of an upload's body: what multipart puts around a file counts as well. */
export const uploadBytes = cachedFileBytes + 64 * 1024;
