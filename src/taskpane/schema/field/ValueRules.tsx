import { kindOf } from "../../../domain/kinds/allKinds";
import { changeEntry, type SchemaDraft } from "../../../domain/schema/draft";
import type { Field } from "../../../domain/schema/field";
import { isKnownField } from "../../../domain/schema/fieldIds";
import { listKeyOf } from "../../../domain/schema/fieldLists";
import type { DateSystem } from "../../../domain/values/date";
import { usePane } from "../../pane";
import { CheckControl, LinesControl, SelectControl, TextControl } from "../controls";
import { useSchemaStyles } from "../schema.styles";
import { keyName, listName } from "../useSchema";

interface Props {
  readonly draft: SchemaDraft;
  readonly field: Field;
  readonly system: DateSystem;
  readonly onChange: (change: Partial<Field>) => void;
  readonly onEdit: (draft: SchemaDraft) => void;
}

/** What a field's values have to be, besides being of its kind. */
export function ValueRules({ draft, field, system, onChange, onEdit }: Props) {
  const { texts, language } = usePane();
  const styles = useSchemaStyles();
  const key = (name: string) => keyName("fields", name, language);
  const { limits, list, shown } = kindOf(field.kind);
  const takesList = !isKnownField(field.id) && list?.of === "field";
  const listAt = draft.lists.findIndex(({ now }) => now.key === listKeyOf(field));
  const entries = draft.lists[listAt]?.now;
  const limit = (which: "min" | "max") =>
    limits && (
      <TextControl
        label={key(which)}
        value={field[which] === null ? "" : shown(field[which], system)}
        onCommit={(text) => onChange({ [which]: text === "" ? null : (limits.ofText(text, system) ?? field[which]) })}
        hint={limits.example ?? undefined}
      />
    );
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{texts.schema.rules}</legend>
      <div className={styles.checks}>
        <CheckControl label={key("unique")} checked={field.unique} onChange={(unique) => onChange({ unique })} />
        <CheckControl
          label={key("columnRequired")}
          checked={field.columnRequired}
          onChange={(columnRequired) => onChange({ columnRequired })}
        />
      </div>
      {takesList && (
        <>
          <SelectControl
            label={key("list")}
            value={listKeyOf(field) ?? ""}
            options={draft.lists.map(({ now }) => [now.key, listName(now.key, language)] as const)}
            onChange={(chosen) => onChange({ list: chosen })}
            testId="field-list"
          />
          {entries && (
            <LinesControl
              label={texts.schema.entries(listName(entries.key, language))}
              lines={entries.entries}
              onCommit={(lines) => onEdit(changeEntry(draft, "lists", listAt, { ...entries, entries: lines }))}
              testId="field-entries"
            />
          )}
        </>
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
          onCommit={(text) => onChange({ pattern: text === "" ? null : text })}
          hint={texts.schema.patternHint}
        />
      )}
      <TextControl
        label={key("hint")}
        value={field.hint ?? ""}
        onCommit={(text) => onChange({ hint: text === "" ? null : text })}
      />
    </fieldset>
  );
}
