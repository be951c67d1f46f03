import type { CreateAgent } from '#shared/agent.ts';
import type { OutcomeRule } from '#shared/outcome-rule.ts';
import type { TemplateFields } from '#shared/template.ts';
import type { WebhookEvent } from '#shared/webhook.ts';
import type { DemoAgent } from './demo-mail.ts';
import { button, heading, paragraph, quiet, sheet } from './look.ts';
import { letters, shop } from './senders.ts';

export interface DemoOffice {
  readonly wish: CreateAgent;
  readonly templates: readonly TemplateFields[];
  readonly rules: readonly OutcomeRule[];
  /** Where its application would listen. */
  readonly webhook: { readonly url: string; readonly events: readonly WebhookEvent[] } | null;
}

/** The templates show the mark of text alone: their pictures would have to be files of the cache. */
function withoutMark(html: string): string {
  return html.replace(/<img src="cid:mark"[^>]*>/, '');
}

export const demoOffices: Readonly<Record<DemoAgent, DemoOffice>> = {
  shop: {
    wish: {
      name: 'Storefront',
      description: 'Linden & Loaf, a bakery that sells online. Strict: refuses as production does.',
      colour: 'orange',
      mode: 'strict',
      domains: ['lindenandloaf.example'],
    },
    templates: [
      {
        name: 'Order ready to collect',
        alias: 'order-ready',
        subject: '{{order}} is ready: collect it until {{until}}',
        html: withoutMark(
          sheet({
            look: shop.look,
            preheader: 'Still warm.',
            body: `${heading('It smells good here, {{name}}')}${paragraph('Your order <strong>{{order}}</strong> is ready at <strong>{{shop}}</strong>. We keep it for you until {{until}}.')}<ul style="padding-left:20px">{{#items}}<li>{{this.count}} × {{this.what}}</li>{{/items}}</ul>${button(shop.look, 'Show the way', 'https://lindenandloaf.example/shops?near={{order}}')}`,
          }),
        ),
        text: 'Your order {{order}} is ready at {{shop}}, until {{until}}.\n',
        sampleMergeInfo: {
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
    ],
    rules: [],
    webhook: null,
  },
  accounts: {
    wish: {
      name: 'Accounts',
      description: 'Northlight: sign-in, passwords, invitations. Sends by the API.',
      colour: 'blue',
      domains: ['northlight.example'],
    },
    templates: [],
    rules: [],
    webhook: {
      url: 'http://127.0.0.1:3000/webhooks/mail',
      events: ['hardbounce', 'softbounce', 'fbl_compliant'],
    },
  },
  letters: {
    wish: {
      name: 'Newsletter',
      description: 'The Quiet Compiler, every Thursday. Opens and clicks are tracked.',
      colour: 'green',
      domains: ['quietcompiler.example'],
      tracking: { opens: true, clicks: true },
    },
    templates: [
      {
        name: 'Welcome, reader',
        alias: 'welcome-reader',
        subject: 'Welcome, {{name}}: two issues to begin with',
        html: withoutMark(
          sheet({
            look: letters.look,
            preheader: 'Two issues to begin with.',
            body: `${heading('Welcome, {{name}}')}${paragraph('We write on Thursdays. Until then, two that our readers liked most:')}{{#issues}}<p style="margin:0 0 10px"><a class="link" href="https://quietcompiler.example/{{this.number}}" style="color:#166534">{{this.number}} · {{this.title}}</a></p>{{/issues}}${quiet('Not for you? One click at the bottom, and we are gone.')}`,
          }),
        ),
        text: 'Welcome, {{name}}\n{{#issues}}\n{{this.number}} {{this.title}}{{/issues}}\n',
        sampleMergeInfo: {
          name: 'Rafael',
          issues: [
            { number: 40, title: 'Undo is a data structure' },
            { number: 37, title: 'What a tab costs' },
          ],
        },
      },
    ],
    rules: [
      { recipient: 'ada@example.org', kind: 'open', category: null, delaySeconds: 0 },
      { recipient: 'camille@example.com', kind: 'click', category: null, delaySeconds: 0 },
    ],
    webhook: {
      url: 'http://127.0.0.1:3000/webhooks/letters',
      events: ['email_open', 'email_link_click', 'hardbounce', 'fbl_compliant'],
    },
  },
  operations: {
    wish: {
      name: 'Operations',
      description: 'Alerts, builds and backups of Harbour.',
      colour: 'teal',
      domains: ['harbour.example'],
    },
    templates: [],
    rules: [],
    webhook: null,
  },
};
