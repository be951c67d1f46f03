import { ago, type DemoMail, type Person } from '../demo-mail.ts';
import { code, heading, paragraph, quiet, sheet } from '../look.ts';
import { accounts, people } from '../senders.ts';

interface CodeMail {
  readonly language: string;
  readonly direction?: 'rtl';
  readonly to: Person;
  readonly code: string;
  readonly minutesAgo: number;
  readonly subject: string;
  readonly title: string;
  readonly words: string;
  readonly note: string;
  readonly read?: boolean;
}

/** The same mail in the languages that an application learns one after the other. */
const codeMails: readonly CodeMail[] = [
  {
    language: 'en',
    to: people.jane,
    code: '418 206',
    minutesAgo: 2,
    subject: '418 206 is your sign-in code',
    title: 'Your sign-in code',
    words: 'Type it into the page that asked for it. It works once, for ten minutes.',
    note: 'Never tell it to anybody, also not to us.',
  },
  {
    language: 'de',
    to: people.anna,
    code: '730 915',
    minutesAgo: ago(0, 0, 48),
    subject: 'Ihr Anmeldecode: 730 915',
    title: 'Ihr Anmeldecode',
    words: 'Geben Sie ihn auf der Seite ein, die danach gefragt hat. Er gilt einmal und zehn Minuten lang.',
    note: 'Sagen Sie ihn niemandem, auch uns nicht.',
  },
  {
    language: 'fr',
    to: people.camille,
    code: '052 664',
    minutesAgo: ago(0, 1, 20),
    subject: 'Votre code de connexion : 052 664',
    title: 'Votre code de connexion',
    words: 'Saisissez-le dans la page qui l’a demandé. Il est valable une seule fois, pendant dix minutes.',
    note: 'Ne le communiquez à personne, pas même à nous.',
    read: true,
  },
  {
    language: 'es',
    to: people.lucia,
    code: '991 340',
    minutesAgo: ago(0, 4, 2),
    subject: '991 340 es tu código de acceso',
    title: 'Tu código de acceso',
    words: 'Escríbelo en la página que te lo pidió. Sirve una sola vez, durante diez minutos.',
    note: 'No se lo digas a nadie, tampoco a nosotros.',
    read: true,
  },
  {
    language: 'pt-BR',
    to: people.rafael,
    code: '274 881',
    minutesAgo: ago(0, 5, 11),
    subject: 'Seu código de acesso é 274 881',
    title: 'Seu código de acesso',
    words: 'Digite-o na página que o pediu. Ele vale uma única vez, por dez minutos.',
    note: 'Não o conte a ninguém, nem a nós.',
    read: true,
  },
  {
    language: 'pl',
    to: people.tomasz,
    code: '608 127',
    minutesAgo: ago(0, 11),
    subject: 'Twój kod logowania: 608 127',
    title: 'Twój kod logowania',
    words: 'Wpisz go na stronie, która o niego poprosiła. Działa raz, przez dziesięć minut.',
    note: 'Nie podawaj go nikomu, nawet nam.',
    read: true,
  },
  {
    language: 'tr',
    to: people.elif,
    code: '145 802',
    minutesAgo: ago(0, 15),
    subject: 'Giriş kodunuz: 145 802',
    title: 'Giriş kodunuz',
    words: 'Kodu isteyen sayfaya yazın. Bir kez ve on dakika boyunca geçerlidir.',
    note: 'Kimseye söylemeyin, bize de.',
    read: true,
  },
  {
    language: 'ru',
    to: people.dmitri,
    code: '563 018',
    minutesAgo: ago(1, 2),
    subject: '563 018 — ваш код для входа',
    title: 'Ваш код для входа',
    words: 'Введите его на странице, которая его запросила. Код действует один раз, десять минут.',
    note: 'Никому его не сообщайте, даже нам.',
    read: true,
  },
  {
    language: 'hi',
    to: people.priya,
    code: '३९४ ७२१',
    minutesAgo: ago(1, 4),
    subject: 'आपका साइन-इन कोड: ३९४ ७२१',
    title: 'आपका साइन-इन कोड',
    words: 'इसे उस पेज पर लिखें जिसने इसे माँगा है। यह एक बार, दस मिनट तक काम करता है।',
    note: 'इसे किसी को न बताएँ, हमें भी नहीं।',
    read: true,
  },
  {
    language: 'ja',
    to: people.haruka,
    code: '827 449',
    minutesAgo: ago(1, 7),
    subject: '【Northlight】認証コード:827 449',
    title: '認証コード',
    words: 'コードを求められた画面に入力してください。10分間、1回のみ有効です。',
    note: 'このコードを誰にも教えないでください。',
    read: true,
  },
  {
    language: 'zh-Hans',
    to: people.wei,
    code: '310 576',
    minutesAgo: ago(1, 10),
    subject: '您的登录验证码:310 576',
    title: '您的登录验证码',
    words: '请在要求输入验证码的页面中输入。验证码仅可使用一次,十分钟内有效。',
    note: '请勿告诉任何人,包括我们。',
    read: true,
  },
  {
    language: 'ko',
    to: people.minjun,
    code: '688 203',
    minutesAgo: ago(2, 1),
    subject: '[Northlight] 인증번호 688 203',
    title: '인증번호',
    words: '인증번호를 요청한 페이지에 입력하세요. 한 번만, 10분 동안 사용할 수 있습니다.',
    note: '누구에게도 알려 주지 마세요.',
    read: true,
  },
  {
    language: 'ar',
    direction: 'rtl',
    to: people.omar,
    code: '٤٧٠ ٩٣٥',
    minutesAgo: ago(2, 3),
    subject: 'رمز تسجيل الدخول: ٤٧٠ ٩٣٥',
    title: 'رمز تسجيل الدخول',
    words: 'اكتبه في الصفحة التي طلبته. يعمل مرة واحدة، لمدة عشر دقائق.',
    note: 'لا تخبر به أحدًا، ولا حتى نحن.',
    read: true,
  },
];

export const signInCodes: readonly DemoMail[] = codeMails.map((mail) => ({
  agent: 'accounts',
  door: 'api',
  from: accounts.from,
  to: [mail.to],
  minutesAgo: mail.minutesAgo,
  read: mail.read ?? false,
  subject: mail.subject,
  pictures: [accounts.mark],
  html: sheet({
    look: accounts.look,
    language: mail.language,
    direction: mail.direction ?? 'ltr',
    preheader: mail.title,
    body: `${heading(mail.title)}${code(mail.code)}${paragraph(mail.words)}${quiet(mail.note)}`,
    footer: 'Northlight Ltd, 2 Harbour Row, Leith',
  }),
  text: `${mail.title}: ${mail.code}\n\n${mail.words}\n${mail.note}\n`,
}));
