/** Regions of ZeptoMail: the ending of its own names, and of Zoho's (multi-data-centre page; official Ruby client). */
const regions = [
  { own: 'com', zoho: 'zoho.com' },
  { own: 'eu', zoho: 'zoho.eu' },
  { own: 'in', zoho: 'zoho.in' },
  { own: 'com.au', zoho: 'zoho.com.au' },
  { own: 'jp', zoho: 'zoho.jp' },
  { own: 'com.cn', zoho: 'zoho.com.cn' },
  { own: 'ca', zoho: 'zohocloud.ca' },
  { own: 'sa', zoho: 'zoho.sa' },
] as const;

/** Every public host name of ZeptoMail, for applications that a hosts-file entry points to this machine. */
export const zeptomailHosts: readonly string[] = [
  ...regions.flatMap(({ own, zoho }) => [
    `api.zeptomail.${own}`,
    `smtp.zeptomail.${own}`,
    `zeptomail.${zoho}`,
    `accounts.${zoho}`,
  ]),
  // The Ruby client maps these two regions to the bare domain.
  'zeptomail.ca',
  'zeptomail.sa',
  'cpaas.zoho.com',
  'cpaas.zoho.eu',
  'cpaas.zoho.in',
];
