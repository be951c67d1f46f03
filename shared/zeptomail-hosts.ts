/** Regions of ZeptoMail: the ending of its own names, and of Zoho's (multi-data-centre page; official Ruby client). */
const regions = [
  { id: 'com', name: 'United States', zoho: 'zoho.com' },
  { id: 'eu', name: 'Europe', zoho: 'zoho.eu' },
  { id: 'in', name: 'India', zoho: 'zoho.in' },
  { id: 'com.au', name: 'Australia', zoho: 'zoho.com.au' },
  { id: 'jp', name: 'Japan', zoho: 'zoho.jp' },
  { id: 'com.cn', name: 'China', zoho: 'zoho.com.cn' },
  { id: 'ca', name: 'Canada', zoho: 'zohocloud.ca' },
  { id: 'sa', name: 'Saudi Arabia', zoho: 'zoho.sa' },
] as const;

export type RegionId = (typeof regions)[number]['id'];
export const regionIds = regions.map(({ id }) => id) as [RegionId, ...RegionId[]];

// The Ruby client maps two regions to the bare domain.
const bareHosts: readonly string[] = ['zeptomail.ca', 'zeptomail.sa'];
const cpaasHosts: readonly string[] = ['cpaas.zoho.com', 'cpaas.zoho.eu', 'cpaas.zoho.in'];

/** The public hosts of one region, by what they answer. */
export interface RegionHosts {
  readonly id: RegionId;
  readonly name: string;
  /** Port 443. */
  readonly api: readonly string[];
  /** Ports 587 and 465. */
  readonly smtp: readonly string[];
  /** OAuth, port 443. It is also where people sign in to Zoho. */
  readonly accounts: string;
}

export const zeptomailRegions: readonly RegionHosts[] = regions.map(({ id, name, zoho }) => ({
  id,
  name,
  api: [
    `api.zeptomail.${id}`,
    `zeptomail.${zoho}`,
    ...[`zeptomail.${id}`].filter((host) => bareHosts.includes(host)),
    ...[`cpaas.${zoho}`].filter((host) => cpaasHosts.includes(host)),
  ],
  smtp: [`smtp.zeptomail.${id}`],
  accounts: `accounts.${zoho}`,
}));

/** Every public host name of ZeptoMail. Their order is part of the authority's certificate: changing it makes a new one. */
export const zeptomailHosts: readonly string[] = [
  ...regions.flatMap(({ id, zoho }) => [
    `api.zeptomail.${id}`,
    `smtp.zeptomail.${id}`,
    `zeptomail.${zoho}`,
    `accounts.${zoho}`,
  ]),
  ...bareHosts,
  ...cpaasHosts,
];
