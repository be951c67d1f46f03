/** What a send is: one mail for all its recipients, or one mail for each; from its own texts, or from a template. */
export interface SendKind {
  readonly batch: boolean;
  readonly template: boolean;
}

/** The four sends of https://www.zoho.com/zeptomail/help/api/api-index.html. */
export const sendKinds = {
  single: { batch: false, template: false },
  batch: { batch: true, template: false },
  template: { batch: false, template: true },
  templateBatch: { batch: true, template: true },
} as const satisfies Record<string, SendKind>;
