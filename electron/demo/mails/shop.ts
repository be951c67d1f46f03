import { ago, type DemoMail } from '../demo-mail.ts';
import {
  bar,
  button,
  facts,
  heading,
  ledgerTable,
  link,
  paragraph,
  quiet,
  sheet,
  subheading,
} from '../look.ts';
import { bakery } from '../pictures.ts';
import { people, shop } from '../senders.ts';

const { look, from } = shop;
const bread = bakery();
const base = { agent: 'shop', door: 'smtp', from, pictures: [shop.mark] } as const;

const basket = [
  ['Country sourdough, sliced', '2', '€11.80'],
  ['Cardamom buns, box of six', '1', '€14.50'],
  ['Cultured butter, 250 g', '1', '€5.20'],
  ['Delivery, Saturday 8–10', '', '€3.90'],
  ['Total', '', '€35.40'],
] as const;

export const shopMails: readonly DemoMail[] = [
  {
    ...base,
    minutesAgo: 6,
    to: [people.jane],
    subject: 'Your order LL-20418: see you on Saturday',
    pictures: [shop.mark, bread],
    html: sheet({
      look,
      preheader: 'Your bread is booked for Saturday.',
      hero: { id: 'bread', alt: 'Loaves in the light of the morning' },
      body: `${heading('Thank you, Jane')}${paragraph('Your order <strong>LL-20418</strong> is booked for Saturday morning. We bake at four and are at your door between eight and ten.')}${ledgerTable(basket)}${button(look, 'Follow your order', 'https://lindenandloaf.example/orders/LL-20418')}${quiet('Changed your mind? Until Friday noon you can change or cancel it there.')}`,
    }),
    text: `Thank you, Jane\n\nYour order LL-20418 is booked for Saturday morning, between eight and ten.\n\n${basket.map((row) => row.join('  ')).join('\n')}\n\nFollow your order: https://lindenandloaf.example/orders/LL-20418\n`,
    attachments: [
      {
        name: 'invoice-LL-20418.csv',
        type: 'text/csv',
        content: `item,count,price\n${basket.map((row) => row.join(',')).join('\n')}\n`,
      },
    ],
  },
  {
    ...base,
    minutesAgo: ago(0, 2, 40),
    to: [people.tomasz],
    subject: 'On its way: parcel 3 of 3 left the bakery',
    html: sheet({
      look,
      preheader: 'Out for delivery, before noon.',
      body: `${heading('It is on its way')}${bar(look, 75)}${facts([
        ['Carrier', 'Radkurier Mitte'],
        ['Tracking number', link(look, 'RKM 4471 0938 55', 'https://radkurier.example/t/4471093855')],
        ['Expected', 'today, between 11:00 and 12:30'],
        ['To', 'Zieliński, Torstraße 140, third floor'],
      ])}${paragraph('The courier rings twice. Nobody there? The bag hangs on the door for an hour.')}`,
    }),
    text: 'It is on its way.\n\nCarrier: Radkurier Mitte\nTracking number: RKM 4471 0938 55\nhttps://radkurier.example/t/4471093855\nExpected today, between 11:00 and 12:30.\n',
  },
  {
    ...base,
    minutesAgo: ago(0, 7),
    read: true,
    to: [people.lucia],
    subject: 'Reembolso de 14,50 € por tu pedido LL-20391',
    html: sheet({
      look,
      language: 'es',
      preheader: 'Llegará a tu cuenta en tres días.',
      body: `${heading('Te devolvemos 14,50 €')}${paragraph('Hola, Lucía: la caja de bollos de cardamomo llegó aplastada, y eso no es lo que horneamos. El importe vuelve a la tarjeta terminada en 4242 en un plazo de tres días.')}${ledgerTable(
        [
          ['Bollos de cardamomo, caja de seis', '14,50 €'],
          ['Reembolso', '14,50 €'],
        ],
      )}`,
      footer: 'Linden &amp; Loaf, Bäckerstraße 9, 10115 Berlín',
    }),
    text: 'Hola, Lucía:\n\nTe devolvemos 14,50 € por el pedido LL-20391 a la tarjeta terminada en 4242.\n',
  },
  {
    ...base,
    door: 'template',
    minutesAgo: ago(0, 9, 15),
    to: [people.camille],
    template: 'order-ready',
    mergeInfo: {
      name: 'Camille',
      order: 'LL-20402',
      shop: 'Kastanienallee 12',
      until: '18:30',
      items: [
        { what: 'Rye with caraway', count: 1 },
        { what: 'Seeded rolls', count: 6 },
      ],
    },
  },
  {
    ...base,
    door: 'template',
    minutesAgo: ago(1, 1, 5),
    read: true,
    to: [people.anna],
    template: 'order-ready',
    // Whoever wrote this forgot the shop: the message says which variable was missing.
    mergeInfo: { name: 'Anna', order: 'LL-20377', until: '17:00', items: [{ what: 'Brioche', count: 2 }] },
  },
  {
    ...base,
    minutesAgo: ago(1, 3),
    read: true,
    to: [people.yael],
    subject: 'ההזמנה שלך LL-20380 התקבלה',
    html: sheet({
      look,
      language: 'he',
      direction: 'rtl',
      preheader: 'נתראה ביום שישי.',
      body: `${heading('תודה, יעל')}${paragraph('ההזמנה <strong>LL-20380</strong> תימסר ביום שישי בבוקר, בין שמונה לעשר.')}${ledgerTable(
        [
          ['לחם מחמצת כפרי', '2', '€11.80'],
          ['חלה קלועה', '1', '€6.40'],
          ['סך הכול', '', '€18.20'],
        ],
      )}${button(look, 'מעקב אחר ההזמנה', 'https://lindenandloaf.example/he/orders/LL-20380')}`,
      footer: 'Linden &amp; Loaf, ברלין',
    }),
    text: 'תודה, יעל\n\nההזמנה LL-20380 תימסר ביום שישי בבוקר.\nסך הכול €18.20\n',
  },
  {
    ...base,
    minutesAgo: ago(1, 5, 30),
    read: true,
    to: [people.haruka],
    subject: 'ご注文ありがとうございます(LL-20376)',
    html: sheet({
      look,
      language: 'ja',
      preheader: '土曜日の朝にお届けします。',
      body: `${heading('佐藤 遥 様')}${paragraph('このたびはご注文いただき、誠にありがとうございます。ご注文 <strong>LL-20376</strong> を承りました。土曜日の午前8時から10時の間にお届けいたします。')}${ledgerTable(
        [
          ['カントリーサワードウ', '1', '€5.90'],
          ['カルダモンバンズ(6個入り)', '1', '€14.50'],
          ['合計', '', '€20.40'],
        ],
      )}`,
      footer: 'Linden &amp; Loaf ベルリン',
    }),
    text: '佐藤 遥 様\n\nご注文 LL-20376 を承りました。\n合計 €20.40\n',
  },
  {
    ...base,
    minutesAgo: ago(1, 8),
    to: [people.ada],
    replyTo: { name: 'Linden & Loaf', address: 'hello@lindenandloaf.example' },
    subject: 'You left two loaves in the basket',
    html: sheet({
      look,
      preheader: 'They are still warm, figuratively.',
      body: `${heading('Still hungry?')}${paragraph('Two country sourdoughs wait in your basket. Order until <strong>Thursday, 18:00</strong>, and they come out of Saturday’s oven.')}${button(look, 'Back to the basket', 'https://lindenandloaf.example/basket?b=77c1')}${quiet('This is the only reminder that we send.')}`,
    }),
    text: 'Two country sourdoughs wait in your basket: https://lindenandloaf.example/basket?b=77c1\n',
  },
  {
    ...base,
    minutesAgo: ago(2, 2),
    read: true,
    to: [people.jane],
    bcc: [{ name: 'Books', address: 'books@lindenandloaf.example' }],
    subject: 'Gift card: €50 for Jane, from Tomasz',
    html: sheet({
      look,
      preheader: 'Happy birthday!',
      body: `${heading('Happy birthday, Jane!')}${paragraph('<em>“For a year of good breakfasts. Yours, Tomasz.”</em>')}${facts(
        [
          ['Worth', '€50.00'],
          ['Gift card', '<strong style="letter-spacing:1px">LOAF-7QK2-X94M</strong>'],
          ['Valid until', 'the last bread is eaten'],
        ],
      )}${button(look, 'Choose your bread', 'https://lindenandloaf.example/gift/LOAF-7QK2-X94M')}`,
    }),
    text: 'Happy birthday, Jane!\n\nGift card LOAF-7QK2-X94M, worth €50.00, from Tomasz.\n',
  },
  {
    ...base,
    minutesAgo: ago(2, 6),
    read: true,
    to: [people.elif],
    subject: 'How was the rye?',
    html: sheet({
      look,
      preheader: 'One click tells our bakers.',
      body: `${heading('How was the rye?')}${paragraph('One click, and the bakers read it on their board tomorrow at four.')}<table role="presentation" cellpadding="0" cellspacing="0"><tr>${[
        '★',
        '★★',
        '★★★',
        '★★★★',
        '★★★★★',
      ]
        .map(
          (stars, at) =>
            `<td style="padding:0 16px 0 0;font-size:18px">${link(look, stars, `https://lindenandloaf.example/review/LL-20355?stars=${at + 1}`)}</td>`,
        )
        .join(
          '',
        )}</tr></table>${subheading('What others say')}${paragraph('“The crust sings.” — Camille R.')}`,
    }),
    text: 'How was the rye? https://lindenandloaf.example/review/LL-20355\n',
  },
  {
    ...base,
    minutesAgo: ago(2, 9),
    to: [{ name: 'Old Customer', address: 'mailboxfull+lena@example.com' }],
    subject: 'Your standing order for November',
    html: sheet({
      look,
      preheader: 'Four Saturdays, four loaves.',
      body: `${heading('Four Saturdays, four loaves')}${paragraph('Your standing order goes on in November. We charge €23.60 on the first.')}`,
    }),
    text: 'Your standing order goes on in November. We charge €23.60 on the first.\n',
  },
  {
    ...base,
    minutesAgo: ago(3, 1),
    read: true,
    to: [people.wei],
    subject: '您的订单 LL-20340 已送达',
    html: sheet({
      look,
      language: 'zh-Hans',
      preheader: '祝您用餐愉快。',
      body: `${heading('已送达')}${paragraph('陈伟先生,您好!订单 <strong>LL-20340</strong> 已于今天 9:12 送达,签收人:邻居。祝您用餐愉快。')}`,
      footer: 'Linden &amp; Loaf,柏林',
    }),
    text: '陈伟先生,您好!\n\n订单 LL-20340 已送达。\n',
  },
];
