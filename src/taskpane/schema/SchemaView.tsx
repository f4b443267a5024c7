import { mergeClasses } from "@fluentui/react-components";
import { useState } from "react";
import type { SchemaDraft } from "../../domain/schema/draft";
import { useSectionStyles } from "../controls/section.styles";
import { SubviewHead } from "../controls/SubviewHead";
import { usePane, useSessionState } from "../pane";
import { CalendarEditor } from "./CalendarEditor";
import { DraftBar } from "./DraftBar";
import { EntriesEditor } from "./entries/EntriesEditor";
import { FieldEditor } from "./field/FieldEditor";
import { Overview, type Page } from "./Overview";
import { useSchemaStyles } from "./schema.styles";
import { draftNow, entryName, useSchemaState } from "./useSchema";

/** The schema: the same data as the Settings tables, edited as a draft. */
export default function SchemaView({ onBack }: { readonly onBack: () => void }) {
  const pane = usePane();
  const { session, texts, language } = pane;
  const { busy } = useSessionState();
  const schemaState = useSchemaState();
  const styles = useSchemaStyles();
  const sections = useSectionStyles();
  const [page, setPage] = useState<Page>({ kind: "all" });
  const subject = session.schema.subject();
  const draft = draftNow(pane, schemaState);
  if (!subject || !draft) return null;
  const edit = (next: SchemaDraft) => session.schema.edit(next);
  const field = page.kind === "field" ? draft.fields[page.index]?.now : undefined;
  const title =
    page.kind === "all"
      ? texts.schema.heading
      : page.kind === "field"
        ? field
          ? entryName(field, language)
          : texts.schema.heading
        : texts.schema.part(page.kind);
  const all = () => setPage({ kind: "all" });
  const isOverview = page.kind === "all" || (page.kind === "field" && !field);
  return (
    <div className={styles.root} data-testid="schema-view">
      <SubviewHead
        title={title || texts.schema.unnamed}
        back={texts.schema.back}
        onBack={isOverview ? onBack : all}
        backTestId="schema-back"
        page={page}
      />
      {schemaState.applied !== null && (
        <p className={mergeClasses(sections.text, styles.success)} role="status" data-testid="schema-applied">
          ✓ {texts.schema.applied(schemaState.applied)}
        </p>
      )}
      {isOverview && <Overview draft={draft} subject={subject} onOpen={setPage} />}
      {page.kind === "field" && field && (
        <FieldEditor draft={draft} index={page.index} field={field} subject={subject} onEdit={edit} onClose={all} />
      )}
      {page.kind === "calendar" && <CalendarEditor draft={draft} system={subject.system} onEdit={edit} />}
      {page.kind !== "all" && page.kind !== "field" && page.kind !== "calendar" && (
        <EntriesEditor part={page.kind} draft={draft} onEdit={edit} />
      )}
      {schemaState.draft !== null && (
        <DraftBar draft={schemaState.draft} preview={schemaState.preview} busy={busy !== null} />
      )}
    </div>
  );
}
