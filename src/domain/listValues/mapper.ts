import type { StageKind } from "../schema/field";
import type { FieldId } from "../schema/fieldIds";
import { splitMulti } from "../values/multiList";
import { remembered } from "../values/remembered";
import { isBlank, isErrorText, type CellValue } from "../values/value";
import { valueKey } from "../values/valueKey";
import type { ValueAnswer, ValueAnswers } from "./answers";
import { isFilled } from "./countValues";
import type { ValueChoice } from "./proposals";
import { plainShown } from "./shown";
import type { FieldValues } from "./values";

/** What one value comes to in the end. */
type Outcome =
  | {
      readonly kind: "entry";
      readonly entry: string;
      /** As answered or proposed; null for what the name suggests. */ readonly stage: StageKind | null;
    }
  | { readonly kind: "blank" }
  | { readonly kind: "leave" };

const leave = { kind: "leave" } as const;

/** What was answered for a value, or else is proposed for it. */
export function answerFor({ field }: FieldValues, choice: ValueChoice, answers: ValueAnswers): ValueAnswer {
  return answers.get(field)?.get(valueKey(choice.value)) ?? choice.proposal;
}

/**
 * What a text of a field comes to. An answer that leads to a value which becomes another one in its turn is followed to the end; of
 * values that lead in a circle each stays as it is.
 */
function following({ field, values }: FieldValues, answers: ValueAnswers): (text: string) => Outcome {
  const choices = new Map(values.map((choice) => [valueKey(choice.value), choice]));
  const given = answers.get(field);
  const follow = (text: string, passed: readonly string[]): Outcome => {
    const key = valueKey(text);
    const choice = choices.get(key);
    const answer = given?.get(key) ?? choice?.proposal ?? leave;
    switch (answer.kind) {
      case "blank":
        return answer;
      case "leave":
        // What others become stands in their cells, on whatever list it is.
        return passed.length === 0 ? leave : { kind: "entry", entry: choice?.value ?? text, stage: null };
      case "own":
        return { kind: "entry", entry: choice?.value ?? text, stage: answer.stage };
      case "entry": {
        const next = valueKey(answer.entry);
        if (next === key) return { kind: "entry", entry: answer.entry, stage: null };
        return passed.includes(next) ? leave : follow(answer.entry, [...passed, key]);
      }
    }
  };
  return (text) => follow(text, []);
}

/** The entries that a field's list consists of once its values are mapped, in the order of the values. */
export function entriesAfter(
  values: FieldValues,
  answers: ValueAnswers,
): readonly { readonly name: string; readonly stage: StageKind | null }[] {
  const entries = new Map<string, { readonly name: string; readonly stage: StageKind | null }>();
  const follow = following(values, answers);
  for (const { value } of values.values) {
    const outcome = follow(value);
    if (outcome.kind !== "entry") continue;
    const key = valueKey(outcome.entry);
    if (!entries.has(key)) entries.set(key, { name: outcome.entry, stage: outcome.stage });
  }
  return [...entries.values()];
}

function mapperOf(values: FieldValues, answers: ValueAnswers): (value: CellValue) => CellValue | null {
  const { separator, shown, entries } = values;
  const follow = following(values, answers);
  /** Null for a text that is left as it is. */
  const become = (text: string): string | null => {
    const outcome = follow(text);
    if (outcome.kind === "leave") return null;
    return outcome.kind === "entry" ? outcome.entry : "";
  };
  const becomeEach = (text: string, between: string) =>
    [...new Set(splitMulti(text, entries).map((part) => become(part) ?? part))]
      .filter((part) => part !== "")
      .join(between);
  return remembered((value) => {
    if (isBlank(value) || isErrorText(value)) return null;
    if (!isFilled(value)) return "";
    const text = shown.get(value) ?? plainShown(value);
    const mapped = separator === null ? become(text) : becomeEach(text, separator);
    return mapped === value ? null : mapped;
  });
}

/** What a cell of a field becomes: the value it is mapped to, `""` where it becomes blank; null where it stays as it is. */
export function valueMapper(
  fields: readonly FieldValues[],
  answers: ValueAnswers,
): (field: FieldId, value: CellValue) => CellValue | null {
  const mappers = new Map(fields.map((values) => [values.field, mapperOf(values, answers)]));
  return (field, value) => mappers.get(field)?.(value) ?? null;
}
