import { describe, expect, it } from 'vitest';
import type { Connection } from '../../../../renderer/src/features/connect/connection.ts';
import { shortened } from '../../../../renderer/src/features/connect/shortened.ts';
import { snippets } from '../../../../renderer/src/features/connect/snippets/catalogue.ts';

const connection: Connection = {
  host: 'localhost',
  smtpPort: 2501,
  smtpsPort: 4651,
  apiUrl: 'http://localhost:8801/',
  apisUrl: 'https://localhost:8441/',
  user: 'emailapikey',
  token: 'abc+/def==',
  from: 'hello@shop.test',
  to: 'you@example.com',
  caFile: '/home/zoë/it’s "here"/ca.pem',
};

function write(id: string, changes: Partial<Connection> = {}): string {
  const snippet = snippets.find((candidate) => candidate.id === id);
  if (!snippet) {
    throw new Error(`no snippet ${id}`);
  }
  return snippet.write({ ...connection, ...changes });
}

describe('snippets', () => {
  it.each(snippets.map(({ id, door }) => ({ id, door })))(
    '$id holds the agent’s own port and token',
    ({ id, door }) => {
      const text = write(id);
      expect(text).toContain('abc+/def==');
      expect(text).toMatch(door === 'api' ? /localhost:8801\/(?!\/)/ : /2501|4651/);
    },
  );

  it.each(snippets.filter(({ door }) => door === 'api').map(({ id }) => id))(
    '%s sends the token behind its prefix',
    (id) => {
      expect(write(id)).toContain('Zoho-enczapikey abc+/def==');
    },
  );

  it('turns the SDK’s switch for plain HTTP the way each version reads it', () => {
    expect(write('zeptomail-8')).toContain('{ useHttps: false }');
    expect(write('zeptomail-6')).toContain('{ useHttps: true }');
  });

  it('keeps a Windows path whole in every language', () => {
    const caFile = String.raw`C:\Users\Ann\restante\ca.pem`;
    const doubled = String.raw`C:\\Users\\Ann\\restante\\ca.pem`;
    for (const id of ['nodemailer', 'python', 'rails', 'spring', 'php']) {
      expect(write(id, { caFile })).toContain(doubled);
    }
  });

  it('keeps an apostrophe in the path from ending the string', () => {
    expect(write('python', { caFile: "/it's/ca.pem" })).toContain(String.raw`cafile='/it\'s/ca.pem'`);
  });

  it('escapes what is not Latin in a properties file', () => {
    expect(write('spring')).toContain(String.raw`file:/home/zo\u00eb/it\u2019s`);
  });

  it('encodes the token where it stands in a URL', () => {
    expect(write('laravel')).toContain('emailapikey:abc%2B%2Fdef%3D%3D@localhost:2501');
  });
});

describe('a long token in a shown snippet', () => {
  it('is cut to its ends, also where it is encoded, and a short word is left alone', () => {
    const token = `abcd${'+/'.repeat(20)}wxyz`;
    expect(shortened(`a ${token} b ${encodeURIComponent(token)}`, token)).toBe(
      'a abcd…wxyz b abcd%E2%80%A6wxyz',
    );
    expect(shortened('a b', 'b')).toBe('a b');
  });
});
