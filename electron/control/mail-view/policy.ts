import type { MailRendering } from '#shared/mail-rendering.ts';

interface PolicyChoices extends Pick<MailRendering, 'remote' | 'images'> {
  /** The CSP sources of the pages that may frame it. */
  readonly ancestors: string;
  /** Source of the one script of ours that may run, and none of the mail's that is not the very same. */
  readonly script?: string;
}

/**
 * The policy of a message's HTML. `sandbox` gives it an origin that is nobody's and takes scripts, forms and
 * navigation of the page away; `remote` lets images, styles, fonts and media load from the network; without `images`
 * none is shown, wherever it comes from.
 */
export function messagePolicy({ remote, images, ancestors, script }: PolicyChoices): string {
  return [
    ...contentSources({ remote, images }),
    ...(script === undefined ? [] : [`script-src ${script}`]),
    "form-action 'none'",
    "base-uri 'none'",
    `frame-ancestors ${ancestors}`,
    `sandbox allow-popups allow-popups-to-escape-sandbox${script === undefined ? '' : ' allow-scripts allow-modals'}`,
  ].join('; ');
}

/**
 * The policy of the frame that messages' HTML is written into, which they inherit: nothing remote, and no script but the
 * frame's own. Theirs are also kept from running by the `sandbox` of the inner frame.
 */
export function framePolicy({ images, ancestors, script }: Required<Omit<PolicyChoices, 'remote'>>): string {
  return [
    ...contentSources({ remote: false, images }),
    `script-src ${script}`,
    "connect-src 'self'",
    "form-action 'none'",
    "base-uri 'self'",
    `frame-ancestors ${ancestors}`,
    'sandbox allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox',
  ].join('; ');
}

/** What a mail may show. */
function contentSources({ remote, images }: Pick<MailRendering, 'remote' | 'images'>): readonly string[] {
  const network = remote ? ' http: https:' : '';
  return [
    "default-src 'none'",
    images ? `img-src 'self' data:${network}` : "img-src 'none'",
    `style-src 'unsafe-inline'${network}`,
    `font-src data:${network}`,
    `media-src 'self' data:${network}`,
  ];
}

/** The policy of a part that is opened for itself: an SVG image is a document then. */
export const partPolicy =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; media-src 'self'; frame-ancestors 'none'; sandbox";
