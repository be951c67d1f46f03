/**
 * The file with which virus scanners are tested (https://www.eicar.org). It is written in pieces, so that a scanner finds
 * none in this program.
 */
const testFile = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** As it stands in a text, and as the start of an attachment, whose base64 is broken after 64 characters at the earliest. */
const signatures = [testFile, Buffer.from(testFile.slice(0, 45)).toString('base64')];

/** Whether a raw message carries the test file, unpacked. */
export function hasTestVirus(raw: Buffer): boolean {
  return signatures.some((signature) => raw.includes(signature));
}
