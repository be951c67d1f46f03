import { amazonSes } from './amazon-ses.ts';
import { mailChannels } from './mailchannels.ts';
import { mailgun } from './mailgun.ts';
import { mandrill } from './mandrill.ts';
import { postmark } from './postmark.ts';
import { sendGrid } from './sendgrid.ts';
import type { Vendor } from './vendor-mail.ts';

/** The services whose requests ZeptoMail takes (https://www.zoho.com/zeptomail/help/api/api-index.html). */
export const vendors: readonly Vendor[] = [sendGrid, postmark, mailgun, mailChannels, amazonSes, mandrill];
