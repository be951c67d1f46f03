/** What one answer of production means, in our own words. Pure data, so that any floor and the page can read it. */
export interface ExplainedError {
  readonly protocol: 'api' | 'smtp';
  /** HTTP status, or the SMTP reply's basic code. */
  readonly status: number;
  /** `TM_4001` over the API; over SMTP how the reply line begins, `553 Relaying disallowed`. */
  readonly code: string;
  readonly subCode?: string;
  readonly meaning: string;
  readonly causes: readonly string[];
  readonly fix: string;
  /** ZeptoMail does not publish this answer whole: status, code or text is the likeliest one. */
  readonly assumed?: true;
}
