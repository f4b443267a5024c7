import { ownField } from "../../domain/schema/fieldIds";
import { kindOf } from "../../domain/kinds/allKinds";
import { Button, mergeClasses } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons";
import { useEffect, useMemo, useRef, useState } from "react";
import type { Subject } from "../../app/subject";
import { proposals } from "../../domain/rules/outlook";
import { conditionText } from "../../domain/schema/conditionText";
import { defaultField } from "../../domain/schema/defaults";
import { addEntry, changeEntry, parts, type SchemaDraft } from "../../domain/schema/draft";
import { type Field } from "../../domain/schema/field";
import type { SettingsIssue } from "../../domain/plan/settingsIssue";
import { workbookText } from "../../domain/schema/workbookText";
import { usePane, useSessionState } from "../pane";
import { useRowStyles } from "../controls/row.styles";
import { useSectionStyles } from "../controls/section.styles";
import { CalendarEditor } from "./CalendarEditor";
import { DraftBar } from "./DraftBar";
import { EntriesEditor, type ListPart } from "./EntriesEditor";
import { Exchange } from "./Exchange";
import { FieldEditor } from "./FieldEditor";
import { useSchemaStyles } from "./schema.styles";
import { draftNow, entryName, useSchemaState } from "./useSchema";

/** What is open: the overview, one field, or one of the other parts. */
type Page =
  | { readonly kind: "all" }
  | { readonly kind: "field"; readonly index: number }
  | { readonly kind: ListPart | "calendar" };

const listParts = parts.filter((part) => part !== "fields");

function Issues({ issues }: { readonly issues: readonly SettingsIssue[] }) {
  const { texts, selectCell, language } = usePane();
  const rows = useRowStyles();
  const sections = useSectionStyles();
  const styles = useSchemaStyles();
  if (issues.length === 0) return null;
  const table = ({ table: name }: SettingsIssue) =>
    name === "counting"
      ? workbookText[language].settings.counting
      : texts.schema.part(name === "holidays" ? "calendar" : name);
  return (
    <section className={mergeClasses(rows.separator, sections.section)}>
      <h3 className={mergeClasses(sections.heading, styles.warning)}>⚠ {texts.schema.issues(issues.length)}</h3>
      <ul className={rows.list}>
        {issues.map((issue, at) => {
          const field = issue.problem.kind === "fieldMissing" ? texts.field(issue.problem.field) : "";
          const { sheet, cell } = issue;
          return (
            <li key={at} className={styles.line} data-testid="settings-issue">
              <span className={styles.grow}>{texts.schema.issue(issue.problem, table(issue), field)}</span>
              {sheet !== null && cell !== null && (
                <Button size="small" onClick={() => selectCell(sheet, cell)}>
                  {texts.schema.goTo(cell)}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface PartProps {
  readonly draft: SchemaDraft;
  readonly subject: Subject;
}

function Proposals({ draft, subject }: PartProps) {
  const { session, texts, language } = usePane();
  const rows = useRowStyles();
  const sections = useSectionStyles();
  const styles = useSchemaStyles();
  const { schema } = subject;
  const found = useMemo(() => proposals(subject.located.records, subject), [subject]);
  // What the draft has turned up already is not proposed again.
  const open = found.filter(({ field }) => {
    const now = draft.fields.find(({ was }) => was === field)?.now;
    return now !== undefined && now.level === schema.fields.find(({ id }) => id === field)?.level;
  });
  if (open.length === 0) return null;
  return (
    <details className={mergeClasses(rows.separator, sections.section)} data-testid="proposals">
      <summary className={rows.wrap}>{texts.schema.tighten(open.length)}</summary>
      <ul className={rows.list}>
        {open.map(({ field, header, to, clean, customers }) => {
          const level = workbookText[language].level[to];
          const index = draft.fields.findIndex(({ was }) => was === field);
          const now = draft.fields[index]?.now;
          return (
            <li key={field} className={styles.line}>
              <span className={styles.grow}>
                {texts.schema.proposal(header, clean, customers, Math.floor((clean / customers) * 100))}
              </span>
              <Button
                size="small"
                aria-label={`${header} ${texts.schema.raise(level)}`}
                onClick={() => now && session.schema.edit(changeEntry(draft, "fields", index, { ...now, level: to }))}
                data-testid={`raise-${field}`}
              >
                {texts.schema.raise(level)}
              </Button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function FieldRows({ draft, onOpen }: { readonly draft: SchemaDraft; readonly onOpen: (index: number) => void }) {
  const { texts, language } = usePane();
  const rows = useRowStyles();
  const styles = useSchemaStyles();
  const words = workbookText[language];
  const row = (field: Field, index: number) => {
    const name = entryName(field, language);
    const facts = [
      field.header !== null && field.header !== name ? field.header : "",
      kindOf(field.kind).words[language].name,
      conditionText(field.requiredWhen, language),
    ].filter((fact) => fact !== "");
    return (
      <li key={field.id}>
        <button
          type="button"
          className={mergeClasses(rows.row, styles.stacked)}
          onClick={() => onOpen(index)}
          data-testid={`field-${field.id}`}
        >
          <span className={styles.line}>
            <span className={rows.name}>{name || texts.schema.unnamed}</span>
            <span className={rows.number}>{words.level[field.level]}</span>
          </span>
          <span className={mergeClasses(rows.secondary, rows.wrap)}>{facts.join(" · ")}</span>
        </button>
      </li>
    );
  };
  const all = draft.fields.map(({ now }, index) => ({ now, index })).filter(({ now }) => now.id !== "id");
  const dormant = all.filter(({ now }) => now.header === null);
  return (
    <>
      <ul className={rows.list}>
        {all.filter(({ now }) => now.header !== null).map(({ now, index }) => row(now, index))}
      </ul>
      {dormant.length > 0 && (
        <details data-testid="dormant">
          <summary>{texts.schema.dormant(dormant.length)}</summary>
          <ul className={rows.list}>{dormant.map(({ now, index }) => row(now, index))}</ul>
        </details>
      )}
      <p className={mergeClasses(rows.secondary, rows.wrap)}>{texts.schema.fixed}</p>
    </>
  );
}

function Overview({ draft, subject, onOpen }: PartProps & { readonly onOpen: (page: Page) => void }) {
  const { session, texts } = usePane();
  const rows = useRowStyles();
  const sections = useSectionStyles();
  const addOwn = () => {
    const taken = new Set(draft.fields.map(({ now }) => now.id));
    let number = 1;
    while (taken.has(ownField(texts.schema.newName(number)))) number += 1;
    session.schema.edit(addEntry(draft, "fields", defaultField(ownField(texts.schema.newName(number)), null)));
    onOpen({ kind: "field", index: draft.fields.length });
  };
  return (
    <>
      <p className={mergeClasses(rows.secondary, rows.wrap, sections.text)}>{texts.schema.intro}</p>
      <Issues issues={subject.reading.inForce?.issues ?? []} />
      <Proposals draft={draft} subject={subject} />
      <section className={mergeClasses(rows.separator, sections.section)}>
        <h3 className={sections.heading}>{texts.schema.part("fields")}</h3>
        <FieldRows draft={draft} onOpen={(index) => onOpen({ kind: "field", index })} />
        <Button size="small" onClick={addOwn} data-testid="field-add">
          {texts.schema.addField}
        </Button>
      </section>
      <section className={mergeClasses(rows.separator, sections.section)}>
        <ul className={rows.list}>
          {listParts.map((part) => (
            <li key={part}>
              <button
                type="button"
                className={rows.row}
                onClick={() => onOpen({ kind: part })}
                data-testid={`part-${part}`}
              >
                <span className={rows.name}>{texts.schema.part(part)}</span>
                <span className={mergeClasses(rows.secondary, rows.number)}>
                  {texts.schema.count(draft[part].length)}
                </span>
              </button>
            </li>
          ))}
          <li>
            <button
              type="button"
              className={rows.row}
              onClick={() => onOpen({ kind: "calendar" })}
              data-testid="part-calendar"
            >
              <span className={rows.name}>{texts.schema.part("calendar")}</span>
              <span className={mergeClasses(rows.secondary, rows.number)}>
                {texts.schema.count(draft.calendar.off.length + draft.calendar.on.length)}
              </span>
            </button>
          </li>
        </ul>
      </section>
      <section className={mergeClasses(rows.separator, sections.section)}>
        <Exchange draft={draft} subject={subject} />
      </section>
    </>
  );
}

/** The schema: the same data as the Settings tables, edited as a draft. */
export default function SchemaView({ onBack }: { readonly onBack: () => void }) {
  const pane = usePane();
  const { session, texts, language } = pane;
  const { busy } = useSessionState();
  const schemaState = useSchemaState();
  const styles = useSchemaStyles();
  const sections = useSectionStyles();
  const [page, setPage] = useState<Page>({ kind: "all" });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Another page stands here: keyboard and screen reader go on from its heading.
    heading.current?.focus();
  }, [page]);
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
      <div className={styles.head}>
        <Button
          size="small"
          appearance="subtle"
          icon={<ArrowLeftRegular />}
          aria-label={texts.schema.back}
          onClick={isOverview ? onBack : all}
          data-testid="schema-back"
        />
        <h2 ref={heading} tabIndex={-1} className={styles.heading}>
          {title || texts.schema.unnamed}
        </h2>
      </div>
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
