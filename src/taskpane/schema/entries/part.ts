import type { ReactNode } from "react";
import type { Part, Parts, SchemaDraft } from "../../../domain/schema/draft";

/** The parts that are edited as a list of small forms. */
export type ListPart = Exclude<Part, "fields">;

export interface EntryFormProps<P extends ListPart> {
  readonly entry: Parts[P];
  readonly draft: SchemaDraft;
  readonly onChange: (now: Parts[P]) => void;
}

/** What one part's list has of its own. The name of an entry is asked for in the same way in each. */
export interface ListPartForm<P extends ListPart> {
  /** A new entry of this name. */
  readonly start: (name: string) => Parts[P];
  readonly rename: (entry: Parts[P], name: string) => Parts[P];
  /** The controls below the name. */
  readonly Form: (props: EntryFormProps<P>) => ReactNode;
}
