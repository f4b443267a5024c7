import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { stageKinds, type Condition, type Schema, type SimpleCondition } from "../../../domain/schema/field";
import { workbookText } from "../../../domain/schema/workbookText";
import { useRowStyles } from "../../controls/row.styles";
import { usePane } from "../../pane";
import { SelectControl } from "../controls";
import { useSchemaStyles } from "../schema.styles";

interface Props {
  readonly conditions: readonly Condition[];
  readonly schema: Schema;
  readonly onChange: (conditions: readonly Condition[]) => void;
}

type Aspect = "stage" | "type" | "state";

/** What a condition asks about, where a select can say it; null for what only the Settings sheet can. */
function aspectOf({ kind }: SimpleCondition): Aspect | null {
  switch (kind) {
    case "fromStage":
      return "stage";
    case "customerType":
      return "type";
    case "open":
    case "outcome":
      return "state";
    default:
      return null;
  }
}

function valueOf(condition: SimpleCondition | undefined): string {
  switch (condition?.kind) {
    case "fromStage":
      return condition.stage;
    case "customerType":
      return condition.type;
    case "outcome":
      return condition.outcome;
    case "open":
      return "open";
    default:
      return "";
  }
}

function conditionOf(aspect: Aspect, value: string): SimpleCondition | null {
  if (value === "") return null;
  if (aspect === "stage") return { kind: "fromStage", stage: value };
  if (aspect === "type") return { kind: "customerType", type: value };
  const state = stageKinds.find((kind) => kind === value);
  if (state === undefined) return null;
  return state === "open" ? { kind: "open" } : { kind: "outcome", outcome: state };
}

interface CombinationProps {
  readonly number: number;
  readonly of: readonly SimpleCondition[];
  readonly schema: Schema;
  readonly onChange: (of: readonly SimpleCondition[]) => void;
}

/** Conditions that have to hold at once: a stage, a type, a state, each of them or none. */
function Combination({ number, of, schema, onChange }: CombinationProps) {
  const { texts, language } = usePane();
  const styles = useSchemaStyles();
  const { condition, stageKind } = workbookText[language];
  const select = (aspect: Aspect, label: string, options: readonly (readonly [string, string])[]) => (
    <SelectControl
      label={label}
      value={valueOf(of.find((each) => aspectOf(each) === aspect))}
      options={[["", texts.schema.notAsked], ...options]}
      onChange={(value) => {
        const chosen = conditionOf(aspect, value);
        const others = of.filter((each) => aspectOf(each) !== aspect);
        onChange(chosen ? [...others, chosen] : others);
      }}
      testId={`all-${aspect}`}
    />
  );
  const open = schema.stages.filter(({ kind }) => kind === "open");
  return (
    <fieldset className={styles.group} data-testid="all-of">
      <legend className={styles.legend}>{texts.schema.allOf(number)}</legend>
      <div className={styles.pair}>
        {select(
          "stage",
          condition.fromStage,
          open.map(({ name }) => [name, name] as const),
        )}
        {select(
          "type",
          condition.customerType,
          schema.types.map(({ name }) => [name, name] as const),
        )}
      </div>
      {select(
        "state",
        texts.schema.state,
        stageKinds.map((kind) => [kind, stageKind[kind]] as const),
      )}
      <div className={styles.buttons}>
        <Button size="small" onClick={() => onChange([])} data-testid="all-remove">
          {texts.schema.removeAll(number)}
        </Button>
      </div>
    </fieldset>
  );
}

/** The combinations among a field's conditions, and a new one. One in which nothing is chosen yet stands nowhere but here. */
export function AllEditor({ conditions, schema, onChange }: Props) {
  const { texts } = usePane();
  const rows = useRowStyles();
  const [isBegun, setBegun] = useState(false);
  const combinations = conditions.flatMap((condition, at) =>
    condition.kind === "all" ? [{ at, of: condition.of }] : [],
  );
  const put = (at: number, of: readonly SimpleCondition[]) => {
    const next: readonly Condition[] = of.length === 0 ? [] : [{ kind: "all", of }];
    onChange([...conditions.slice(0, at), ...next, ...conditions.slice(at + 1)]);
  };
  return (
    <>
      {combinations.map(({ at, of }, index) => (
        <Combination key={at} number={index + 1} of={of} schema={schema} onChange={(next) => put(at, next)} />
      ))}
      {isBegun ? (
        <Combination
          number={combinations.length + 1}
          of={[]}
          schema={schema}
          onChange={(of) => {
            setBegun(false);
            put(conditions.length, of);
          }}
        />
      ) : (
        <Button
          size="small"
          appearance="subtle"
          className={rows.secondary}
          onClick={() => setBegun(true)}
          data-testid="all-add"
        >
          {texts.schema.addAll}
        </Button>
      )}
    </>
  );
}
