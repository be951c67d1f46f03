import { z } from 'zod';

/**
 * The colours that a mail is shown in: by its own styles for a light or a dark surrounding, or darkened as a client
 * forces it, whatever the mail says.
 */
export const mailColoursSchema = z.enum(['light', 'dark', 'outlook', 'gmail']);
export type MailColours = z.infer<typeof mailColoursSchema>;

/** How the mail view shows a message's HTML. */
export const mailRenderingSchema = z.strictObject({
  /** Whether what it asks of other hosts may load. */
  remote: z.boolean(),
  /** Whether any image is shown, those that came with the mail among them. */
  images: z.boolean(),
  colours: mailColoursSchema,
});
export type MailRendering = z.infer<typeof mailRenderingSchema>;

/** A preview address with the rendering in its query, which is all that the mail view reads of it. */
export function renderingAddress(previewUrl: string, { remote, images, colours }: MailRendering): string {
  const query = [
    ...(remote ? ['remote=1'] : []),
    ...(images ? [] : ['images=0']),
    ...(colours === 'light' ? [] : [`colours=${colours}`]),
  ].join('&');
  return query === '' ? previewUrl : `${previewUrl}${previewUrl.includes('?') ? '&' : '?'}${query}`;
}

/** The rendering that a query asks for; what it does not say is nothing remote, images, light. */
export function renderingOf(query: { get(name: string): string | null }): MailRendering {
  const colours = mailColoursSchema.safeParse(query.get('colours'));
  return {
    remote: query.get('remote') === '1',
    images: query.get('images') !== '0',
    colours: colours.success ? colours.data : 'light',
  };
}
