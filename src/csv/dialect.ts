/** How a text file marks its fields and records. */
export interface Dialect {
  /** Between fields: one character. */
  readonly separator: string;
  /** Whether a space behind a separator belongs to it, as in `a, b, c`. */
  readonly spaced: boolean;
  /** Around fields that hold separators or line ends. */
  readonly quote: '"' | "'";
  /** Before a quotation mark inside such a field; null where the mark is doubled. */
  readonly escape: "\\" | null;
}

/** What people and programs separate fields with; where two do equally well, the first one is taken. */
export const separators = [",", ";", "\t", "|", " "] as const;
