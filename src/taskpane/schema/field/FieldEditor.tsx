import { Button } from "@fluentui/react-components";
import { fieldKinds, kindOf } from "../../../domain/kinds/allKinds";
import { wantedSchema } from "../../../domain/schema/draft";
import type { Field } from "../../../domain/schema/field";
import { isKnownField, ownField } from "../../../domain/schema/fieldIds";
import { fieldName } from "../../../domain/schema/fieldName";
import { changeOwnField, removeField } from "../../../domain/schema/ownList";
import { useRowStyles } from "../../controls/row.styles";
import { usePane } from "../../pane";
import { SelectControl, TextControl } from "../controls";
import { useSchemaStyles } from "../schema.styles";
import { keyName } from "../useSchema";
import { ColumnSelect, type FieldProps } from "./ColumnSelect";
import { LevelChoice } from "./LevelChoice";
import { Outlook } from "./Outlook";
import { ValueRules } from "./ValueRules";
import { WhenEditor } from "./WhenEditor";

/** One field's rule. */
export function FieldEditor({ onClose, ...props }: FieldProps & { readonly onClose: () => void }) {
  const { draft, index, field, subject, onEdit } = props;
  const { texts, language } = usePane();
  const rows = useRowStyles();
  const styles = useSchemaStyles();
  const schema = wantedSchema(draft);
  const set = (change: Partial<Field>) => onEdit(changeOwnField(draft, index, { ...field, ...change }));
  const isOwn = !isKnownField(field.id);
  const name = fieldName(field.id, language);
  return (
    <div className={styles.form} data-testid="field-editor">
      {isOwn && (
        <TextControl
          label={texts.schema.fieldName}
          value={name}
          onCommit={(text) => set({ id: ownField(text) })}
          testId="field-name"
        />
      )}
      <div className={styles.pair}>
        <ColumnSelect {...props} />
        <SelectControl
          label={keyName("fields", "kind", language)}
          value={field.kind}
          disabled={!isOwn}
          options={fieldKinds.map((kind) => [kind, kindOf(kind).words[language].name] as const)}
          onChange={(value) => {
            const kind = fieldKinds.find((each) => each === value);
            if (kind) set({ kind });
          }}
          testId="field-kind"
        />
      </div>
      <div>
        <LevelChoice level={field.level} onChange={(level) => set({ level })} />
        {field.header !== null && <Outlook subject={subject} field={field} schema={schema} />}
      </div>
      <WhenEditor field={field} schema={schema} onChange={(requiredWhen) => set({ requiredWhen })} />
      <ValueRules draft={draft} field={field} system={subject.system} onChange={set} onEdit={onEdit} />
      {isOwn && (
        <div className={styles.line}>
          <Button
            size="small"
            onClick={() => {
              onEdit(removeField(draft, index));
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
