/**
 * What mail of a language says around codes and on links, as phrases separated by commas. A phrase matches whole words;
 * `*` lets a word go on at that end. Case, accents and hyphens do not count.
 */
export interface LanguageWords {
  /** Names of one-time codes. */
  readonly oneTimeCode: string;
  /** “Code” alone: it may be one of a discount, a post or a colour as well. */
  readonly code: string;
  /** Names of numbers and codes that are not one-time codes. */
  readonly otherNumber: string;
  /** What mail that gives codes away says. */
  readonly discount: string;
  /** What is counted or measured. */
  readonly unit: string;
  /** What mail with a one-time code speaks of, and other mail with numbers seldom does. */
  readonly intent: string;
  readonly resetPassword: string;
  readonly verify: string;
  readonly signIn: string;
  readonly invitation: string;
  readonly unsubscribe: string;
}
