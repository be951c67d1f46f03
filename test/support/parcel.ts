import type { Parcel } from '../../electron/road/parcel.ts';

export const agentA = '01890000-0000-7000-8000-00000000000a';
export const agentB = '01890000-0000-7000-8000-00000000000b';

export const smtpSession = {
  kind: 'smtp',
  peer: '127.0.0.1:50000',
  helo: 'client.example.com',
  user: null,
  tls: null,
  transcript: 'C1 EHLO client.example.com',
} as const;

/** What a door would hand over. */
export function parcel(mail: string | Uint8Array, changes: Partial<Parcel> = {}): Parcel {
  return {
    agentId: agentA,
    door: 'smtp',
    receivedAt: new Date(),
    raw: typeof mail === 'string' ? Buffer.from(mail) : mail,
    envelope: { mailFrom: 'envelope@example.com', rcptTo: ['rcpt@example.org'] },
    session: smtpSession,
    verdicts: [],
    ...changes,
  };
}

/** A plain mail with this subject and text. */
export function mail(subject: string, text = 'Hello'): string {
  return `From: Jane Doe <jane@example.com>\r\nTo: Bob <bob@example.org>\r\nSubject: ${subject}\r\n\r\n${text}\r\n`;
}
