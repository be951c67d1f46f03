import { describe, expect, test } from 'vitest';
import { judgeMessage, judgeSender, type SmtpFacts } from '../../../electron/smtp/rules.ts';

const agent = { mode: 'relaxed', domains: ['shop.test'], maxMessageBytes: null } as const;
const fine: SmtpFacts = {
  secure: true,
  login: { user: 'emailapikey', outcome: 'accepted' },
  mailFrom: 'a@shop.test',
  headerFrom: 'a@shop.test',
  subject: 'Hello',
  size: 1000,
  hasTestVirus: false,
};

describe('the verdicts on a message', () => {
  test.each<[string, Partial<SmtpFacts>, string[]]>([
    ['nothing to object to', {}, []],
    ['no TLS', { secure: false }, ['530 Must issue a STARTTLS command first.']],
    ['no AUTH', { login: null }, ['530 Authentication required']],
    [
      'a wrong token',
      { login: { user: 'emailapikey', outcome: 'wrong-password' } },
      ['535 Authentication Failed.'],
    ],
    [
      'another domain',
      { mailFrom: 'a@x.test', headerFrom: 'b@x.test' },
      ['553 Relaying disallowed as <a@x.test>'],
    ],
    ['another domain in From', { headerFrom: 'b@x.test' }, ['553 Relaying disallowed as <b@x.test>']],
    ['the empty sender', { mailFrom: null }, ['553 Relaying disallowed as <>']],
    ['an unreadable From', { headerFrom: null }, []],
    ['no subject', { subject: '' }, ['554 5.2.1 Subject is Mandatory.']],
    ['a header too long to look through', { subject: null }, []],
    [
      'the test file of virus scanners',
      { hasTestVirus: true },
      ['552 5.7.1 virus Win. Test. EICAR_HDB-1 detected by Zoho Mail.'],
    ],
    ['more than 15 MB', { size: 15 * 1024 * 1024 + 1 }, ['552 5.2.0 Email size exceeded the policy.']],
  ])('for %s', (_, facts, codes) => {
    expect(judgeMessage({ ...fine, ...facts }, agent).map(({ code }) => code)).toEqual(codes);
  });

  test('come in the order in which production would have met them', () => {
    const verdicts = judgeMessage(
      {
        secure: false,
        login: null,
        mailFrom: 'a@x.test',
        headerFrom: 'b@y.test',
        subject: ' ',
        hasTestVirus: false,
        size: 2 ** 30,
      },
      agent,
    );
    expect(verdicts.map(({ status }) => status)).toEqual([530, 530, 553, 553, 554, 552]);
  });
});

describe('the sender’s domain', () => {
  test.each([
    ['a@shop.test', ['shop.test'], true],
    ['a@SHOP.test', ['shop.test'], true],
    ['a@sub.shop.test', ['shop.test'], false],
    ['a@xn--bcher-kva.test', ['bücher.test'], true],
    ['a@bücher.test', ['xn--bcher-kva.test'], true],
    ['a@shop.test@evil.test', ['shop.test'], false],
  ])('%s at an agent with %j', (address, domains, isTheirs) => {
    expect(judgeSender(address, { mode: 'relaxed', domains }, 'From') === null).toBe(isTheirs);
  });

  test('is not judged by a relaxed agent without domains, and always refused by a strict one', () => {
    expect(judgeSender('a@x.test', { mode: 'relaxed', domains: [] }, 'From')).toBeNull();
    expect(judgeSender('a@x.test', { mode: 'strict', domains: [] }, 'From')?.status).toBe(553);
  });
});
