import type { FieldId } from "../../../domain/schema/fieldIds";
import { outcomes, type Condition, type Field, type Schema } from "../../../domain/schema/field";
import { workbookText } from "../../../domain/schema/workbookText";
import { usePane } from "../../pane";
import { useRowStyles } from "../../controls/row.styles";
import { CheckControl, SelectControl } from "../controls";
import { useSchemaStyles } from "../schema.styles";
import { AllEditor } from "./AllEditor";

interface Props {
  readonly field: Field;
  readonly schema: Schema;
  readonly onChange: (conditions: readonly Condition[]) => void;
}

/** When a field is required, put together from its conditions: any one is enough, and one may be a combination that holds as a whole. */
export function WhenEditor({ field, schema, onChange }: Props) {
  const { texts, language } = usePane();
  const rows = useRowStyles();
  const styles = useSchemaStyles();
  const words = workbookText[language];
  const when = field.requiredWhen;
  const without = (gone: (condition: Condition) => boolean) => when.filter((condition) => !gone(condition));
  const toggle = (condition: Condition, on: boolean) => {
    const rest = without((each) => JSON.stringify(each) === JSON.stringify(condition));
    onChange(on ? [...rest, condition] : rest);
  };
  const has = (condition: Condition) => when.some((each) => JSON.stringify(each) === JSON.stringify(condition));
  const check = (condition: Condition, label: string) => (
    <CheckControl
      key={label}
      label={label}
      checked={has(condition)}
      onChange={(on) => toggle(condition, on)}
      testId={`when-${condition.kind}${condition.kind === "outcome" ? `-${condition.outcome}` : ""}`}
    />
  );
  const from = when.find((condition) => condition.kind === "fromStage");
  const oneOf = when.find((condition) => condition.kind === "oneOf");
  const together: readonly FieldId[] = oneOf?.kind === "oneOf" ? oneOf.fields : [];
  const candidates = schema.fields.filter(({ id, header }) => header !== null && id !== "id");
  const setTogether = (id: FieldId, on: boolean) => {
    const fields = on ? [...together, id] : together.filter((each) => each !== id);
    const rest = without(({ kind }) => kind === "oneOf");
    onChange(fields.length === 0 ? rest : [...rest, { kind: "oneOf", fields }]);
  };
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{texts.schema.when}</legend>
      <p className={rows.secondary}>{texts.schema.anyOf}</p>
      <div className={styles.checks}>
        {check({ kind: "always" }, words.condition.always)}
        {check({ kind: "open" }, words.condition.open)}
        {outcomes.map((outcome) => check({ kind: "outcome", outcome }, words.stageKind[outcome]))}
        {schema.types.map(({ name }) =>
          check({ kind: "customerType", type: name }, `${words.condition.customerType} ${name}`),
        )}
      </div>
      <SelectControl
        label={words.condition.fromStage}
        value={from?.kind === "fromStage" ? from.stage : ""}
        options={[
          ["", texts.schema.noStage],
          ...schema.stages.filter(({ kind }) => kind === "open").map(({ name }) => [name, name] as const),
        ]}
        onChange={(stage) => {
          const rest = without(({ kind }) => kind === "fromStage");
          onChange(stage === "" ? rest : [...rest, { kind: "fromStage", stage }]);
        }}
        testId="when-fromStage"
      />
      <AllEditor conditions={when} schema={schema} onChange={onChange} />
      <details open={together.length > 0}>
        <summary className={rows.secondary}>{texts.schema.oneOf}</summary>
        <div className={styles.checks}>
          {candidates.map(({ id, header }) => (
            <CheckControl
              key={id}
              label={header ?? ""}
              checked={together.includes(id)}
              onChange={(on) => setTogether(id, on)}
            />
          ))}
        </div>
      </details>
    </fieldset>
  );
}
