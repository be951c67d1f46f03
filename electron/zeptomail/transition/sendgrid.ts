import { readPersonalized } from './personalized.ts';
import type { Vendor } from './vendor-mail.ts';

/**
 * SendGrid v3 mail/send (https://www.twilio.com/docs/sendgrid/api-reference/mail-send/mail-send), as ZeptoMail takes
 * it (https://www.zoho.com/zeptomail/help/sendgrid-transition-api.html).
 */
export const sendGrid: Vendor = { name: 'SendGrid', shape: 'sg', readMails: readPersonalized };
