/** What a command sees of the world around it, so that a test can be that world. */

export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly home: string;
  /** Standard output: results only. */
  out(text: string): void;
  /** Standard output for a file; resolves when there is room for more. */
  outBytes(bytes: Uint8Array): Promise<void>;
  /** Standard error: whatever else there is to say. */
  err(text: string): void;
  /** Standard input, line by line as it comes, without the line ends. */
  lines(): AsyncIterable<string>;
  /** Resolves when whoever started us wants us to end. Until it is called, the signals that say so just end us. */
  untilStopped(): Promise<void>;
}
