import type { SchemaPlan } from "../../domain/install/planSchemaChange";
import type { SchemaDraft } from "../../domain/schema/draft";
import type { Drift } from "../../domain/settings/drift";
import type { UseCaseDependencies } from "../useCase";

export type SchemaDependencies = Omit<UseCaseDependencies, "written">;

export interface SchemaState {
  /** What has been edited and not applied; null for nothing. */
  readonly draft: SchemaDraft | null;
  /** What applying the draft would do; null until it was asked for, and after each further edit. */
  readonly preview: SchemaPlan | null;
  /** Edits of the draft that was applied last, until the next edit. */
  readonly applied: number | null;
  /** Columns and tables that are not where the Settings say, as of the last look. */
  readonly drift: readonly Drift[];
}
