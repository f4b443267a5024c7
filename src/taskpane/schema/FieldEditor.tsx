import { isKnownField, ownField, type FieldId } from "../../domain/schema/fieldIds";
import { Button, mergeClasses, Radio, RadioGroup } from "@fluentui/react-components";
import type { Subject } from "../../app/subject";
import { changeEntry, removeEntry, wantedSchema, type SchemaDraft } from "../../domain/schema/draft";
import { fieldKinds, kindOf } from "../../domain/kinds/allKinds";
import { levels, type Field } from "../../domain/schema/field";
import { fieldName } from "../../domain/schema/fieldName";
import { listKeyOf } from "../../domain/schema/fieldLists";
import { workbookText } from "../../domain/schema/workbookText";
import { usePane } from "../pane";
import { useRowStyles } from "../controls/row.styles";
import { CheckControl, SelectControl, TextControl } from "./controls";
import { Outlook } from "./Outlook";
import { useSchemaStyles } from "./schema.styles";
import { keyName, listName, unusedHeaders } from "./useSchema";
import { WhenEditor } from "./WhenEditor";

interface Props {
  readonly draft: SchemaDraft;
  readonly index: number;
  readonly field: Field;
  readonly subject: Subject;
  readonly onEdit: (draft: SchemaDraft) => void;
  readonly onClose: () => void;
}

/** One field's rule. */
export function FieldEditor({ draft, index, field, subject, onEdit, onClose }: Props) {
  const pane = usePane();
  const { texts, language } = pane;
  const rows = useRowStyles();
  const styles = useSchemaStyles();
  const words = workbookText[language];
  const { system } = subject;
  const schema = wantedSchema(draft);
  const key = (name: string) => keyName("fields", name, language);
  const set = (change: Partial<Field>) => onEdit(changeEntry(draft, "fields", index, { ...field, ...change }));
  const isOwn = !isKnownField(field.id);
  const name = fieldName(field.id, language);
  const asNew = draft.newColumns.has(field.id);
  const wantedHeader = isOwn || field.header === null ? fieldName(field.id, subject.language) : field.header;

  const takeColumn = (choice: string) => {
    const newColumns = new Set<FieldId>([...draft.newColumns].filter((id) => id !== field.id));
    if (choice === "new") newColumns.add(field.id);
    const header = choice === "new" ? wantedHeader : choice === "none" ? null : choice.slice("is:".length);
    onEdit({ ...changeEntry(draft, "fields", index, { ...field, header }), newColumns });
  };
  const present = field.header !== null && !asNew;
  const columns: readonly (readonly [string, string])[] = [
    ...(present ? [[`is:${field.header ?? ""}`, field.header ?? ""] as const] : []),
    ...(present && !isOwn ? [] : [["none", texts.schema.noColumn] as const]),
    ...(present ? [] : [["new", texts.schema.newColumn(wantedHeader)] as const]),
    ...unusedHeaders(pane, draft).map((header) => [`is:${header}`, texts.schema.unusedColumn(header)] as const),
  ];
  const { limits, list, shown } = kindOf(field.kind);
  const limit = (which: "min" | "max") =>
    limits && (
      <TextControl
        label={key(which)}
        value={field[which] === null ? "" : shown(field[which], system)}
        onCommit={(text) => set({ [which]: text === "" ? null : (limits.ofText(text, system) ?? field[which]) })}
        hint={limits.example ?? undefined}
      />
    );
  const listKey = listKeyOf(field);
  const takesList = isOwn && list?.of === "field";
  const notes = { observe: texts.schema.observeNote, warn: texts.schema.warnNote, require: texts.schema.requireNote };
  return (
    <div className={styles.form} data-testid="field-editor">
      {isOwn && (
        <TextControl
          label={texts.schema.fieldName}
          value={name}
          onCommit={(text) => onEdit(changeEntry(draft, "fields", index, { ...field, id: ownField(text) }))}
          testId="field-name"
        />
      )}
      <div className={styles.pair}>
        <SelectControl
          label={texts.schema.column}
          value={asNew ? "new" : field.header === null ? "none" : `is:${field.header}`}
          options={columns}
          onChange={takeColumn}
          testId="field-column"
        />
        <SelectControl
          label={key("kind")}
          value={field.kind}
          disabled={!isOwn}
          options={fieldKinds.map((kind) => [kind, kindOf(kind).words[language].name] as const)}
          onChange={(value) => {
            const kind = fieldKinds.find((each) => each === value);
            if (kind) set({ kind, list: kindOf(kind).list?.of === "field" ? (field.list ?? "source") : null });
          }}
          testId="field-kind"
        />
      </div>
      <div>
        <RadioGroup
          layout="horizontal"
          aria-label={key("level")}
          value={field.level}
          onChange={(_, data) => {
            const level = levels.find((each) => each === data.value);
            if (level) set({ level });
          }}
        >
          {levels.map((level) => (
            <Radio key={level} value={level} label={words.level[level]} data-testid={`level-${level}`} />
          ))}
        </RadioGroup>
        <p className={mergeClasses(rows.secondary, rows.wrap)}>{notes[field.level]}</p>
        {field.header !== null && !asNew && <Outlook subject={subject} field={field} schema={schema} />}
      </div>
      <WhenEditor field={field} schema={schema} onChange={(requiredWhen) => set({ requiredWhen })} />
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{texts.schema.rules}</legend>
        <div className={styles.checks}>
          <CheckControl label={key("unique")} checked={field.unique} onChange={(unique) => set({ unique })} />
          <CheckControl
            label={key("columnRequired")}
            checked={field.columnRequired}
            onChange={(columnRequired) => set({ columnRequired })}
          />
        </div>
        {takesList && (
          <SelectControl
            label={key("list")}
            value={listKey ?? ""}
            options={schema.lists.map(({ key: each }) => [each, listName(each, language)] as const)}
            onChange={(list) => set({ list })}
            testId="field-list"
          />
        )}
        {limits ? (
          <div className={styles.pair}>
            {limit("min")}
            {limit("max")}
          </div>
        ) : (
          <TextControl
            label={key("pattern")}
            value={field.pattern ?? ""}
            onCommit={(text) => set({ pattern: text === "" ? null : text })}
            hint={texts.schema.patternHint}
          />
        )}
        <TextControl
          label={key("hint")}
          value={field.hint ?? ""}
          onCommit={(text) => set({ hint: text === "" ? null : text })}
        />
      </fieldset>
      {isOwn && (
        <div className={styles.line}>
          <Button
            size="small"
            onClick={() => {
              onEdit(removeEntry(draft, "fields", index));
              onClose();
            }}
            data-testid="field-remove"
          >
            {texts.schema.remove(name)}
          </Button>
          <span className={rows.secondary}>{texts.schema.removeKeeps}</span>
        </div>
      )}
    </div>
  );
}
