import type { Records } from "../followUps/records";
import { kindOf } from "../kinds/allKinds";
import { defaultField } from "../schema/defaults";
import type { Field, Schema } from "../schema/field";
import { listKeyOf, listOf } from "../schema/fieldLists";
import { knownFieldIds, type FieldId } from "../schema/fieldIds";
import { defaultStages, inPipelineOrder, stageIndex, stageOf } from "../schema/knownStages";
import type { Language } from "../values/language";
import { entrySeparator, splitMulti } from "../values/multiList";
import { foldText } from "../values/text";
import type { CellValue } from "../values/value";
import { valueKey } from "../values/valueKey";
import { nothingAnswered, type ValueAnswer, type ValueAnswers } from "./answers";
import { countCells, countValues, type Counted } from "./countValues";
import { proposing, type Frame, type ValueChoice } from "./proposals";
import { percentIfShares, plainShown, type ShowNumber } from "./shown";

/** What a list field's cells hold, and what can become of it. */
export interface FieldValues {
  readonly field: FieldId;
  /** Stages in pipeline order, all else in the order it first appears. */
  readonly values: readonly ValueChoice[];
  /** What can be chosen: entries of the list or in use, and the stages that we would propose. */
  readonly entries: readonly string[];
  /** What stands between two entries of one cell; null where a cell holds one. */
  readonly separator: string | null;
  /** Numbers that the sheet shows otherwise, such as 0.3 as "30%". */
  readonly shown: ReadonlyMap<CellValue, string>;
}

/** More different values than this are free text, not a list to pick from. Owners and stages are lists however many there are. */
const longestList = 60;

/** The fields on the sheet that draw from a list. */
function listFields({ columns }: Records, schema: Schema | null): readonly Field[] {
  const fields = schema?.fields ?? knownFieldIds.map((id) => defaultField(id, null));
  return fields.filter((field) => columns.has(field.id) && listKeyOf(field) !== null);
}

const isOwn = (answer: ValueAnswer | undefined) => answer === undefined || answer.kind === "own";

/** Values that stay what they are as far as anybody said, the most frequent first, and entries that people chose. */
function inUse(counted: readonly Counted[], answers: ReadonlyMap<string, ValueAnswer>): readonly string[] {
  const staying = counted.filter(({ key }) => isOwn(answers.get(key))).sort((a, b) => b.cells - a.cells);
  const chosen = [...answers.values()].flatMap((answer) => (answer.kind === "entry" ? [answer.entry] : []));
  return [...staying.map(({ value }) => value), ...chosen];
}

/** The first text of each key. */
function once(texts: readonly string[]): readonly string[] {
  const first = new Map<string, string>();
  for (const text of texts) if (!first.has(valueKey(text))) first.set(valueKey(text), text);
  return [...first.values()];
}

/** Stages as they follow each other, what becomes blank behind them. */
function inStageOrder(choices: readonly ValueChoice[]): readonly ValueChoice[] {
  const placed = choices.flatMap((choice) => {
    const { proposal, value } = choice;
    if (proposal.kind === "blank") return [];
    const name = proposal.kind === "entry" ? proposal.entry : value;
    const kind = proposal.kind === "own" ? proposal.stage : null;
    return [{ choice, name, kind: kind ?? stageOf(name).kind }];
  });
  const blank = choices.filter(({ proposal }) => proposal.kind === "blank");
  return [...inPipelineOrder(placed).map(({ choice }) => choice), ...blank];
}

const nothing: ReadonlyMap<string, ValueAnswer> = new Map();

/**
 * The values of one field, or null where they are free text.
 * @param cells its different values with the number of cells that hold them
 */
function fieldValues(
  frame: Frame,
  cells: ReadonlyMap<CellValue, number>,
  { several, answers, show }: { readonly several: boolean; readonly answers: ValueAnswers; readonly show: ShowNumber },
): FieldValues | null {
  const { field, entries, closed, language } = frame;
  const listed = new Set(entries.map(valueKey));
  // A number that is on the list as it is stays that, however the sheet shows it.
  const textOf = (value: CellValue) =>
    typeof value === "number" && !listed.has(valueKey(plainShown(value))) ? show(value) : plainShown(value);
  const isList = closed || field === "stage" || frame.people;
  const counted = countValues(
    cells,
    (value) => (several ? splitMulti(textOf(value), entries) : [textOf(value)]),
    isList ? Infinity : longestList,
  );
  if (!counted) return null;
  const given = answers.get(field) ?? nothing;
  const choices = counted.map(proposing(frame, inUse(counted, given)));
  const values = field === "stage" ? inStageOrder(choices) : choices;
  const kept = values.flatMap(({ value, proposal }) => (proposal.kind === "own" ? [value] : []));
  // "成交" is not offered beside a "成 交" of the team's own.
  const looks = new Set(kept.map(foldText));
  const standard = field === "stage" && !closed ? defaultStages(language).map(({ name }) => name) : [];
  const offered = standard.filter((name) => !looks.has(foldText(name)));
  return {
    field,
    values,
    entries: once([...entries, ...kept, ...offered]),
    separator: several ? entrySeparator[language] : null,
    shown: new Map(
      [...cells.keys()].flatMap((value) => (textOf(value) === plainShown(value) ? [] : [[value, textOf(value)]])),
    ),
  };
}

/**
 * The different values of each list field on the sheet, with what is proposed for each.
 * @param schema the Settings in force; null before there are any, when the lists come from the sheet
 * @param shown how a number in the stage column stands on the sheet; shares of one in percent where nobody knows
 */
export function valuesOf(
  records: Records,
  schema: Schema | null,
  language: Language,
  answers: ValueAnswers = nothingAnswered,
  shown?: ShowNumber,
): readonly FieldValues[] {
  const found: FieldValues[] = [];
  const kinds = stageIndex(schema?.stages ?? []);
  for (const field of listFields(records, schema)) {
    const cells = countCells(records.values, records.columns.get(field.id) ?? -1);
    const listed = schema && listOf(field, schema);
    const people = listKeyOf(field) === "owner";
    // Who works along is one of the people whom the owners' column names.
    const owners = people && !schema ? found.find((each) => each.field === "owner") : undefined;
    const frame: Frame = {
      field: field.id,
      language,
      entries: listed ?? owners?.entries ?? [],
      closed: listed !== null,
      people,
      kindOf: (stage) => kinds.get(stage.toLowerCase())?.kind ?? "open",
    };
    const show = field.id === "stage" ? (shown ?? percentIfShares(cells.keys())) : String;
    const several = kindOf(field.kind).list?.several === true;
    const values = fieldValues(frame, cells, { several, answers, show });
    if (values) found.push(values);
  }
  return found;
}
