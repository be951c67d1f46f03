import { readPersonalized } from './personalized.ts';
import type { Vendor } from './vendor-mail.ts';

/**
 * MailChannels /tx/v1/send (https://docs.mailchannels.net/email-api), as ZeptoMail takes it
 * (https://www.zoho.com/zeptomail/help/api/mailchannels-transition-api.html).
 */
export const mailChannels: Vendor = { name: 'MailChannels', shape: 'mc', readMails: readPersonalized };
