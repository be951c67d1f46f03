import { ago, type DemoMail } from '../demo-mail.ts';
import { button, heading, link, paragraph, quiet, sheet, subheading } from '../look.ts';
import { papers } from '../pictures.ts';
import { letters, people } from '../senders.ts';

const { look, from } = letters;
const leaves = papers();
const base = { agent: 'letters', door: 'api', from, tracked: true, pictures: [letters.mark] } as const;
const listHeaders = {
  'List-Unsubscribe': '<https://quietcompiler.example/unsubscribe/4fd1>',
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
} as const;

const issue41 = sheet({
  look,
  preheader: 'A stale value, a full moon, and forty lines of Rust.',
  hero: { id: 'papers', alt: 'Leaves of paper' },
  body: `${heading('The cache that remembered too much')}${paragraph('A payment page showed yesterday’s prices to one customer in nine thousand. It took three engineers and a full moon to find the one key that had no tenant in it.')}${paragraph('This week: how they found it, why the obvious test could not, and the forty lines that make it impossible.')}${button(look, 'Read issue 41', 'https://quietcompiler.example/41')}${subheading('Also inside')}${paragraph(`${link(look, 'Why your linter is slow', 'https://quietcompiler.example/41#linter')} · it parses everything twice, and you can see it in a flame graph.`)}${paragraph(`${link(look, 'A love letter to EXPLAIN QUERY PLAN', 'https://quietcompiler.example/41#explain')} · four words, one truth.`)}${paragraph(`${link(look, 'The reading list', 'https://quietcompiler.example/41#list')} · two papers, one novel.`)}<img src="https://quietcompiler.example/open.gif" width="1" height="1" alt="">`,
});

export const letterMails: readonly DemoMail[] = [
  ...[people.ada, people.jane, people.camille].map((reader, at): DemoMail => ({
    ...base,
    minutesAgo: ago(0, 1, 2) + at,
    read: at === 2,
    to: [reader],
    headers: listHeaders,
    subject: 'Issue 41: the cache that remembered too much',
    pictures: [letters.mark, leaves],
    html: issue41,
    text: 'The cache that remembered too much\n\nRead issue 41: https://quietcompiler.example/41\n\nUnsubscribe: https://quietcompiler.example/unsubscribe/4fd1\n',
  })),
  {
    ...base,
    minutesAgo: ago(0, 1, 8),
    to: [people.yael],
    headers: listHeaders,
    subject: 'גיליון 41: המטמון שזכר יותר מדי',
    pictures: [letters.mark, leaves],
    html: sheet({
      look,
      language: 'he',
      direction: 'rtl',
      preheader: 'ערך ישן, ירח מלא וארבעים שורות קוד.',
      hero: { id: 'papers', alt: '' },
      body: `${heading('המטמון שזכר יותר מדי')}${paragraph('דף תשלום הציג ללקוח אחד מתוך תשעת אלפים את מחירי אתמול. השבוע: איך נמצא המפתח היחיד שחסר בו מזהה הדייר.')}${button(look, 'לגיליון 41', 'https://quietcompiler.example/he/41')}`,
      footer:
        'קיבלת מכתב זה כי נרשמת. <a href="https://quietcompiler.example/unsubscribe/77aa" style="color:#6b7280">הסרה</a>',
    }),
    text: 'המטמון שזכר יותר מדי\n\nhttps://quietcompiler.example/he/41\n',
  },
  {
    ...base,
    minutesAgo: ago(0, 1, 12),
    to: [people.omar],
    headers: listHeaders,
    subject: 'العدد 41: الذاكرة التي تذكّرت أكثر مما ينبغي',
    html: sheet({
      look,
      language: 'ar',
      direction: 'rtl',
      preheader: 'قيمة قديمة، وبدر، وأربعون سطرًا.',
      body: `${heading('الذاكرة التي تذكّرت أكثر مما ينبغي')}${paragraph('عرضت صفحة الدفع أسعار الأمس لعميل واحد من كل تسعة آلاف. هذا الأسبوع: كيف عُثر على المفتاح الوحيد الذي نسي صاحبه.')}${button(look, 'اقرأ العدد 41', 'https://quietcompiler.example/ar/41')}`,
      footer:
        'تصلك هذه الرسالة لأنك اشتركت. <a href="https://quietcompiler.example/unsubscribe/19bc" style="color:#6b7280">إلغاء الاشتراك</a>',
    }),
    text: 'الذاكرة التي تذكّرت أكثر مما ينبغي\n\nhttps://quietcompiler.example/ar/41\n',
  },
  {
    ...base,
    minutesAgo: ago(0, 1, 14),
    to: [people.haruka],
    headers: listHeaders,
    subject: '第41号 覚えすぎたキャッシュ',
    html: sheet({
      look,
      language: 'ja',
      preheader: '古い値と満月と、四十行のコード。',
      body: `${heading('覚えすぎたキャッシュ')}${paragraph('決済ページが、九千人に一人のお客様に昨日の価格を表示していました。今週は、テナントの入っていないたった一つのキーを三人の技術者がどのように見つけたかをお届けします。')}${button(look, '第41号を読む', 'https://quietcompiler.example/ja/41')}`,
      footer:
        '購読者の皆様にお送りしています。<a href="https://quietcompiler.example/unsubscribe/20f1" style="color:#6b7280">配信停止</a>',
    }),
    text: '覚えすぎたキャッシュ\n\nhttps://quietcompiler.example/ja/41\n',
  },
  {
    ...base,
    minutesAgo: ago(0, 1, 16),
    to: [people.wei],
    headers: listHeaders,
    subject: '第41期:记性太好的缓存',
    html: sheet({
      look,
      language: 'zh-Hans',
      preheader: '一个过期的值,一轮满月,四十行代码。',
      body: `${heading('记性太好的缓存')}${paragraph('支付页面向九千分之一的顾客展示了昨天的价格。本期讲述三位工程师如何找到那个唯一没有租户标识的键。')}${button(look, '阅读第41期', 'https://quietcompiler.example/zh/41')}`,
      footer:
        '您收到此邮件是因为您订阅了它。<a href="https://quietcompiler.example/unsubscribe/81d0" style="color:#6b7280">退订</a>',
    }),
    text: '记性太好的缓存\n\nhttps://quietcompiler.example/zh/41\n',
  },
  {
    ...base,
    minutesAgo: ago(0, 1, 20),
    to: [{ name: 'Former reader', address: 'hardbounce+reader@example.net' }],
    headers: listHeaders,
    subject: 'Issue 41: the cache that remembered too much',
    html: issue41,
    pictures: [letters.mark, leaves],
    text: 'Read issue 41: https://quietcompiler.example/41\n',
  },
  {
    ...base,
    minutesAgo: ago(0, 1, 24),
    to: [{ name: 'Angry reader', address: 'complaint+reader@example.net' }],
    headers: listHeaders,
    subject: 'Issue 41: the cache that remembered too much',
    html: issue41,
    pictures: [letters.mark, leaves],
    text: 'Read issue 41: https://quietcompiler.example/41\n',
  },
  {
    ...base,
    door: 'template',
    minutesAgo: ago(1, 2),
    read: true,
    to: [people.rafael],
    template: 'welcome-reader',
    mergeInfo: {
      name: 'Rafael',
      issues: [
        { number: 40, title: 'Undo is a data structure' },
        { number: 37, title: 'What a tab costs' },
      ],
    },
  },
  {
    ...base,
    minutesAgo: ago(2, 0, 30),
    read: true,
    to: [people.ada],
    headers: listHeaders,
    subject: 'Your week in 4 minutes',
    html: sheet({
      look,
      preheader: 'Eleven articles, one thread worth your evening.',
      body: `${heading('Your week in 4 minutes')}${paragraph('Eleven articles in the feeds that you follow. We read all of them, so that you can read three.')}${[
        [
          'Undo is a data structure',
          'Why the best editors never delete anything, and how much that costs (little).',
          '7 min',
        ],
        [
          'Your tests are right, your clock is wrong',
          'A leap second, a container and a green build.',
          '5 min',
        ],
        ['The fastest JSON parser is none', 'Reading a field without reading the rest.', '9 min'],
      ]
        .map(
          ([title = '', words = '', time = ''], at) =>
            `${subheading(link(look, title, `https://quietcompiler.example/a/${at + 311}`))}${paragraph(words)}${quiet(time)}`,
        )
        .join('')}`,
    }),
    text: 'Your week in 4 minutes\n\n1. Undo is a data structure\n2. Your tests are right, your clock is wrong\n3. The fastest JSON parser is none\n',
  },
  {
    ...base,
    minutesAgo: ago(3, 0, 10),
    read: true,
    to: [people.anna],
    headers: listHeaders,
    subject: 'Please confirm your subscription',
    tracked: false,
    html: sheet({
      look,
      preheader: 'One click and we write on Thursdays.',
      body: `${heading('One more click')}${paragraph('Somebody entered anna@example.org at quietcompiler.example. Was it you? Then confirm it, and we write on Thursdays.')}${button(look, 'Yes, subscribe me', 'https://quietcompiler.example/confirm/5512')}${quiet('No? Then we forget the address by itself.')}`,
    }),
    text: 'Confirm your subscription: https://quietcompiler.example/confirm/5512\n',
  },
];
