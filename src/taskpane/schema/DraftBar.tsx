import { ownField } from "../../domain/schema/fieldIds";
import { Button, mergeClasses } from "@fluentui/react-components";
import { useEffect, useMemo, useRef } from "react";
import type { SchemaPlan } from "../../domain/install/planSchemaChange";
import {
  draftChanges,
  draftProblems,
  moveOf,
  nameOf,
  type DraftChange,
  type SchemaDraft,
} from "../../domain/schema/draft";
import { removedUses } from "../../domain/install/removedUses";
import { fieldName } from "../../domain/schema/fieldName";
import type { Language } from "../../domain/values/language";
import { usePane } from "../pane";
import { useRowStyles } from "../controls/row.styles";
import { setupTexts } from "../text/load";
import type { PaneText } from "../text/texts";
import { useViewText } from "../text/useViewText";
import { CheckControl } from "./controls";
import { LookAhead } from "./LookAhead";
import { Moves } from "./Moves";
import { useSchemaStyles } from "./schema.styles";
import { entryName, keyName, listName } from "./useSchema";

/** How the entry that a change is about is called. */
function nameIn({ part, name }: DraftChange, draft: SchemaDraft, language: Language): string {
  if (part === "calendar" || name === "") return "";
  if (part === "lists") return listName(name, language);
  if (part !== "fields") return name;
  const field = [...draft.fields.map(({ now }) => now), ...draft.base.fields].find((each) => nameOf(each) === name);
  return field ? entryName(field, language) : fieldName(ownField(name), language);
}

function changeLine(change: DraftChange, draft: SchemaDraft, texts: PaneText, language: Language): string {
  const keys = change.keys.map((key) => keyName(change.part, key, language));
  const to = change.part === "fields" ? change.to.replace(/^own:/, "") : change.to;
  return texts.schema.change({ ...change, to }, nameIn(change, draft, language), keys);
}

function Preview({ preview, draft }: { readonly preview: SchemaPlan; readonly draft: SchemaDraft }) {
  const { texts, language } = usePane();
  const setup = useViewText(setupTexts, language);
  const rows = useRowStyles();
  const lines = [
    ...preview.edits.map((edit) => changeLine(edit, draft, texts, language)),
    ...preview.renamed.map(({ from, to, cells }) => texts.schema.renamed(from, to, draft.renameRows ? cells : 0)),
    ...preview.moved.map(({ from, to, cells }) => texts.schema.moved(from, to, cells)),
    ...(preview.newColumns.length > 0 ? [texts.schema.newColumns(preview.newColumns)] : []),
    ...preview.changes.map((change) => {
      const { what, count, which } = setup.change(change);
      return [what, count, which].filter((part) => part !== "").join(" · ");
    }),
  ];
  return (
    <ul className={rows.list} data-testid="schema-preview">
      {lines.map((line, at) => (
        <li key={at} className={rows.wrap} data-testid="schema-change">
          {line}
        </li>
      ))}
    </ul>
  );
}

interface Props {
  readonly draft: SchemaDraft;
  readonly preview: SchemaPlan | null;
  readonly busy: boolean;
}

/** The draft in one line, and what it would change once somebody asks. */
export function DraftBar({ draft, preview, busy }: Props) {
  const { session, texts, language } = usePane();
  const rows = useRowStyles();
  const styles = useSchemaStyles();
  const changes = draftChanges(draft);
  const problems = draftProblems(draft);
  const subject = session.schema.subject();
  const records = subject?.located.records;
  const uses = useMemo(() => (records ? removedUses(draft, records) : []), [draft, records]);
  const isAsking = uses.some((use) => moveOf(draft, use) === null);
  const renames = changes.some(({ part, what }) => what === "renamed" && part !== "fields" && part !== "lists");
  const isBlocked = busy || problems.length > 0 || isAsking;
  const apply = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The button that was pressed has given way to this one.
    if (preview !== null && document.activeElement === document.body) apply.current?.focus();
  }, [preview]);
  if (changes.length === 0 && draft.newColumns.size === 0) return null;
  return (
    <div className={styles.bar} data-testid="draft-bar">
      <strong role="status">{texts.schema.draft(changes.length)}</strong>
      {problems.map((problem) => {
        const name = problem.part === "fields" ? fieldNameOf(problem.index, draft, language) : problem.name;
        const words = texts.schema.draftProblem(problem, problem.kind === "sameHeader" ? problem.name : name);
        return (
          <p key={words} className={styles.problem} data-testid="draft-problem">
            {words}
          </p>
        );
      })}
      {renames && (
        <div>
          <CheckControl
            label={texts.schema.renameRows}
            checked={draft.renameRows}
            onChange={(renameRows) => session.schema.edit({ ...draft, renameRows })}
            testId="rename-rows"
          />
        </div>
      )}
      {subject && <LookAhead draft={draft} subject={subject} />}
      {uses.length > 0 && <Moves draft={draft} uses={uses} />}
      {preview !== null && <Preview preview={preview} draft={draft} />}
      <div className={mergeClasses(styles.buttons, rows.wrap)}>
        {preview === null ? (
          <Button
            appearance="primary"
            disabledFocusable={isBlocked}
            onClick={() => {
              if (!isBlocked) void session.schema.preview();
            }}
            data-testid="schema-plan"
          >
            {texts.schema.preview}
          </Button>
        ) : (
          <Button
            ref={apply}
            appearance="primary"
            disabledFocusable={busy}
            onClick={() => void session.schema.apply()}
            data-testid="schema-apply"
          >
            {texts.schema.apply}
          </Button>
        )}
        <Button disabledFocusable={busy} onClick={() => session.schema.edit(null)} data-testid="schema-drop">
          {texts.schema.drop}
        </Button>
      </div>
    </div>
  );
}

function fieldNameOf(index: number, draft: SchemaDraft, language: Language): string {
  const field = draft.fields[index]?.now;
  return field ? entryName(field, language) : "";
}
