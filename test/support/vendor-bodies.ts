/**
 * One and the same mail in the shape of each service's own documentation: from Ann at shop.test to Jane, with cc, bcc,
 * a reply-to, an attachment, an image in the HTML, a header field of its own and tracking.
 */
const base64 = Buffer.from('hello').toString('base64');
const html = '<p>Danke <img src="cid:logo"></p>';

const personalized = {
  personalizations: [
    {
      to: [{ email: 'jane@customer.test', name: 'Doe, Jane' }],
      cc: [{ email: 'team@customer.test' }],
      bcc: [{ email: 'audit@shop.test' }],
    },
  ],
  from: { email: 'ann@shop.test', name: 'Ann' },
  reply_to: { email: 'help@shop.test', name: 'Help' },
  subject: 'Order 42 – 10 €',
  content: [
    { type: 'text/plain', value: 'Danke' },
    { type: 'text/html', value: html },
  ],
  attachments: [
    { content: base64, filename: 'Rechnung Ä.pdf', type: 'application/pdf', disposition: 'attachment' },
    { content: base64, filename: 'logo.png', type: 'image/png', disposition: 'inline', content_id: 'logo' },
  ],
  headers: { 'X-Order': '42' },
  tracking_settings: {
    click_tracking: { enable: false, enable_text: false },
    open_tracking: { enable: true },
  },
};

export const vendorBodies = {
  sg: { ...personalized, categories: ['orders'], custom_args: { order: '42' } },
  mc: { ...personalized, campaign_id: 'orders', transactional: true },
  pm: {
    From: 'Ann <ann@shop.test>',
    To: '"Doe, Jane" <jane@customer.test>',
    Cc: 'team@customer.test',
    Bcc: 'audit@shop.test',
    Subject: 'Order 42 – 10 €',
    Tag: 'orders',
    HtmlBody: html,
    TextBody: 'Danke',
    ReplyTo: 'Help <help@shop.test>',
    Headers: [{ Name: 'X-Order', Value: '42' }],
    TrackOpens: true,
    TrackLinks: 'None',
    Attachments: [
      { Name: 'Rechnung Ä.pdf', Content: base64, ContentType: 'application/pdf' },
      { Name: 'logo.png', Content: base64, ContentType: 'image/png', ContentID: 'cid:logo' },
    ],
    Metadata: { order: '42' },
    MessageStream: 'outbound',
  },
  as: {
    FromEmailAddress: 'Ann <ann@shop.test>',
    Destination: {
      ToAddresses: ['"Doe, Jane" <jane@customer.test>'],
      CcAddresses: ['team@customer.test'],
      BccAddresses: ['audit@shop.test'],
    },
    ReplyToAddresses: ['Help <help@shop.test>'],
    Content: {
      Simple: {
        Subject: { Data: 'Order 42 – 10 €', Charset: 'UTF-8' },
        Body: { Html: { Data: html, Charset: 'UTF-8' }, Text: { Data: 'Danke', Charset: 'UTF-8' } },
        Headers: [{ Name: 'X-Order', Value: '42' }],
        Attachments: [
          { FileName: 'Rechnung Ä.pdf', RawContent: base64, ContentType: 'application/pdf' },
          {
            FileName: 'logo.png',
            RawContent: base64,
            ContentType: 'image/png',
            ContentDisposition: 'INLINE',
            ContentId: 'logo',
          },
        ],
      },
    },
    ConfigurationSetName: 'orders',
    EmailTags: [{ Name: 'order', Value: '42' }],
  },
  md: {
    key: 'md-key',
    message: {
      html,
      text: 'Danke',
      subject: 'Order 42 – 10 €',
      from_email: 'ann@shop.test',
      from_name: 'Ann',
      to: [
        { email: 'jane@customer.test', name: 'Doe, Jane', type: 'to' },
        { email: 'team@customer.test', type: 'cc' },
      ],
      bcc_address: 'audit@shop.test',
      headers: { 'Reply-To': 'Help <help@shop.test>', 'X-Order': '42' },
      important: false,
      track_opens: true,
      track_clicks: false,
      preserve_recipients: true,
      tags: ['orders'],
      attachments: [{ type: 'application/pdf', name: 'Rechnung Ä.pdf', content: base64 }],
      images: [{ type: 'image/png', name: 'logo', content: base64 }],
    },
    async: false,
  },
} as const;

/** The same in Mailgun's shape, which is a form. */
export function mailgunForm(): FormData {
  const form = new FormData();
  form.set('from', 'Ann <ann@shop.test>');
  form.set('to', '"Doe, Jane" <jane@customer.test>');
  form.set('cc', 'team@customer.test');
  form.set('bcc', 'audit@shop.test');
  form.set('subject', 'Order 42 – 10 €');
  form.set('text', 'Danke');
  form.set('html', html);
  form.set('h:Reply-To', 'Help <help@shop.test>');
  form.set('h:X-Order', '42');
  form.set('o:tag', 'orders');
  form.set('o:tracking-opens', 'yes');
  form.set('o:tracking-clicks', 'no');
  form.set('v:order', '42');
  form.append('attachment', new Blob(['hello'], { type: 'application/pdf' }), 'Rechnung Ä.pdf');
  form.append('inline', new Blob(['hello'], { type: 'image/png' }), 'logo');
  return form;
}
