/** The name that the door goes by in its greeting. */
export const serverName = 'smtp.zeptomail.com';

export interface Reply {
  readonly code: number;
  readonly text: string;
}

/**
 * Production's replies (https://www.zoho.com/zeptomail/help/api/smtp-error-codes.html, and the transcript of
 * Zoho Mail's sibling server). `assumed`: nobody outside has published this code or text.
 */
export const replies = {
  held: { code: 250, text: 'Message received' },
  /** Taken, and not processed afterwards: the log says so in these words. */
  processFailed: { code: 250, text: 'Message received, then Process failed' },
  startData: { code: 354, text: 'Ok Send data ending with <CRLF>.<CRLF>' },
  authenticated: { code: 235, text: 'Authentication Successful' },
  startTlsFirst: { code: 530, text: 'Must issue a STARTTLS command first.' },
  authenticationFailed: { code: 535, text: 'Authentication Failed.' },
  /** assumed */
  authenticationRequired: { code: 530, text: 'Authentication required' },
  /** The text is published, its code 554 is assumed. */
  subjectMandatory: { code: 554, text: '5.2.1 Subject is Mandatory.' },
  virusDetected: { code: 552, text: '5.7.1 virus Win. Test. EICAR_HDB-1 detected by Zoho Mail.' },
  /** The text is published, its code 552 is assumed. */
  tooLarge: { code: 552, text: '5.2.0 Email size exceeded the policy.' },
  /** assumed; 452 as RFC 5321 4.5.3.1.10 */
  tooManyRecipients: { code: 452, text: 'Too many recipients' },
  /** assumed */
  recipientSuppressed: { code: 550, text: '5.7.1 Recipient is in the suppression list.' },
  /** assumed */
  unknownFileKey: { code: 554, text: '5.6.0 Invalid file cache key' },
  /** assumed */
  notStored: { code: 451, text: 'Requested action aborted: local error in processing' },
  /** assumed */
  tooManyConnections: { code: 421, text: `${serverName} Too many connections, try again later` },
  /** assumed */
  closing: { code: 421, text: `${serverName} Service closing transmission channel` },
} as const satisfies Record<string, Reply>;

/** `553 Relaying disallowed as <from>`: the sender's domain is not among the agent's. */
export function relayingDisallowed(from: string): Reply {
  return { code: 553, text: `Relaying disallowed as <${from}>` };
}

export function senderOk(address: string): Reply {
  return { code: 250, text: `Sender <${address}> OK` };
}

export function recipientOk(address: string): Reply {
  return { code: 250, text: `Recipient <${address}> OK` };
}

/** `smtp.zeptomail.com SMTP Server ready <date>`; the date as the sibling server writes it is unknown, RFC 5322's is taken. */
export function greeting(now: Date): Reply {
  const date = now.toUTCString().replace('GMT', '+0000');
  return { code: 220, text: `${serverName} SMTP Server ready ${date}` };
}

/** What production says where smtp-server would say this. */
export function productionReply(code: number, text: string): Reply {
  if (code === 552 && text.startsWith('Error: message exceeds fixed maximum message size')) {
    return replies.tooLarge;
  }
  return code === replies.authenticated.code ? replies.authenticated : { code, text };
}

/** The reply as it goes over the wire, without its line end. */
export function replyLine(reply: Reply): string {
  return `${reply.code} ${reply.text}`;
}
