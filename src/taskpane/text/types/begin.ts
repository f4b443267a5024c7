import type { BeginKind } from "../../../domain/install/begin/beginColumns";

/** A follow-up sheet that begins from nothing, and its examples. */
export interface BeginText {
  readonly heading: string;
  readonly intro: (sheet: string | null) => string;
  /** Over the three kinds. */
  readonly kinds: string;
  readonly kind: Readonly<Record<BeginKind, string>>;
  /** One line each: what the kind has. */
  readonly about: (kind: BeginKind, columns: number) => string;
  readonly examples: string;
  readonly examplesHint: string;
  readonly name: string;
  readonly create: string;
  /** For somebody who has a list already. */
  readonly otherwise: string;
  readonly check: string;
  /** Clearing the examples away. */
  readonly clearing: {
    readonly heading: string;
    readonly there: (rows: number) => string;
    readonly clear: string;
    /** @param kept customers whose rows came as examples and stayed */
    readonly cleared: (rows: number, kept: readonly string[]) => string;
  };
}
