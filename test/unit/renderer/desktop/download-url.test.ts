import { expect, test } from 'vitest';
import { downloadUrl } from '../../../../renderer/src/desktop/download-url.ts';
import { safeFileName } from '../../../../shared/file-names.ts';

const url = 'http://127.0.0.1:8025/api/messages/1/raw';

test.each([
  ['image/svg+xml', 'a.svg', `image/svg+xml:a.svg:${url}`],
  ['text/plain:calc.exe:http://evil.example/', 'a.txt', `application/octet-stream:a.txt:${url}`],
  ['', 'a', `application/octet-stream:a:${url}`],
  ['text/plain\r\nx', 'a', `application/octet-stream:a:${url}`],
  ['text/plain', 'x:y:http://evil.example/', `text/plain:x_y_http___evil.example_:${url}`],
])('what a mail says of its part, %j and %j, cannot lead the download elsewhere', (type, name, said) => {
  expect(downloadUrl({ type, name: safeFileName(name), url })).toBe(said);
});
