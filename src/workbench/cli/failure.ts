/** A reason to stop that whoever started the command can do something about: one line in the run's language. */
export class Stop extends Error {
  /** @param detail what another program said, where that is all there is to go by; shown below the line */
  constructor(
    sentence: string,
    readonly detail: string | null = null,
  ) {
    super(sentence);
  }
}

/** Code of an error of Node's own, such as `ENOENT`; null for any other. */
export function codeOf(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("code" in error)) return null;
  return typeof error.code === "string" ? error.code : null;
}
