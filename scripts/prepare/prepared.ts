/** A piece that some tests need: what it is and the environment variables that lead to it, or why it is not there. */
export type Prepared =
  | {
      readonly ready: true;
      readonly what: string;
      readonly environment: Readonly<Record<string, string>>;
      /** Ends what was started for it. */
      close?(): void;
    }
  | { readonly ready: false; readonly reason: string };
