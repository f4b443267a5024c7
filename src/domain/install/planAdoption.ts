import { adopting, type Adopted } from "../adoption/adopt";
import type { Target } from "../adoption/choices";
import { planningInPlace } from "../adoption/inPlace";
import { planNewSheet } from "../adoption/newSheet";
import { findingNotes } from "../adoption/notes/notes";
import { locating, type Located, type Location } from "../followUps/locate";
import { lastTouches } from "../measures/lastContact";
import { measuring } from "../measures/measure";
import type { PlanPart } from "../plan/setUpPlan";
import { checkingSheet } from "../rules/checkSheet";
import type { ColumnNow } from "../rules/planFixes";
import type { Schema } from "../schema/field";
import { readInstalledSchema, schemaInForce } from "../settings/inForce";
import { settingsHeaders, type Settings } from "../settings/settings";
import type { Steps } from "../steps/steps";
import type { Language } from "../values/language";
import { areaAddress } from "../workbook/area";
import { mergesIn } from "../workbook/merges";
import { failingRules, foundList, type AdoptionPreview, type Obstacle } from "./adoptionPreview";
import type { AsChosen, SetUpInput } from "./setUpInput";
import { cellInTheWay, tableColumns } from "./tableColumns";

/** A sheet that is adopted: what that takes, and what the set-up then goes on from. */
export interface PlannedAdoption {
  readonly part: PlanPart;
  /** The list as it lies there. */
  readonly from: Located;
  /** Rows of `located` by the list's rows; null for one that is left out. */
  readonly rows: readonly (number | null)[];
  /** The input as it will be once the part is carried out. */
  readonly input: SetUpInput;
  readonly located: Located;
  readonly schema: Schema;
  readonly preview: AdoptionPreview;
}

/** What is known of the workbook before its list is: the language that it has or gets, and Settings that an undone set-up left. */
interface AdoptionSettings {
  readonly language: Language;
  readonly settings: Settings | null;
}

/** The schema that a sheet starts with: our rules, at the level that was chosen. */
function startingSchema(
  located: Located,
  { choices, starting }: SetUpInput,
  { language, settings }: AdoptionSettings,
): Schema {
  const schema = schemaInForce(located, settings ?? starting ?? null, language, choices.values);
  if (settings || choices.levels === "usual") return schema;
  return { ...schema, fields: schema.fields.map((field) => ({ ...field, level: "observe" })) };
}

/** Why the list cannot become a table where it lies, with the columns that it gets; null where it can. */
function obstacleOf(located: Located, schema: Schema, { sheet, language }: SetUpInput): Obstacle | null {
  if (located.inPlace) return located.inPlace;
  const { added, all } = tableColumns(located, schema, language, false);
  const cell = cellInTheWay(sheet, located, added.length);
  if (cell !== null) return { kind: "noRoom", cell };
  const merged = mergesIn(sheet.merged, { ...located.area, columns: all.length });
  return merged.length > 0 ? { kind: "mergedCells", cells: merged.map(areaAddress) } : null;
}

/** The columns in which cells change, as their values tell them: without formulas and formats. */
function plainColumns({ records }: Located, { cells }: Adopted): readonly ColumnNow[] {
  return [...new Set(cells.map(({ column }) => column))].map((column) => ({
    row: records.area.row,
    column,
    cells: records.values.map((row) => row[column - records.area.column] ?? ""),
    formats: [],
  }));
}

interface Moved {
  readonly part: PlanPart;
  readonly input: SetUpInput;
  readonly located: Located;
  /** Rows of `located` by the list's rows. */
  readonly rows: readonly (number | null)[];
  readonly formulas: number;
}

function* moved(
  input: SetUpInput,
  located: Located,
  adopted: Adopted,
  { target, schema, language }: { readonly target: Target; readonly schema: Schema; readonly language: Language },
): Steps<Moved> {
  const count = adopted.cells.length;
  const formats = input.standing?.formats ?? new Map<number, string>();
  if (target === "newSheet") {
    const made = planNewSheet(input.book, { ...located, records: adopted.records }, { schema, language, formats });
    return {
      part: {
        actions: made.actions,
        changes: [
          {
            kind: "newSheet",
            title: made.title,
            rows: made.located.records.values.length,
            from: located.records.sheet,
          },
          ...(count > 0 ? [{ kind: "values", cells: count } as const] : []),
        ],
        health: [],
      },
      input: { ...input, book: made.book, sheet: made.sheet, installed: null },
      located: made.located,
      rows: made.rows,
      formulas: 0,
    };
  }
  const columns = input.standing?.columns ?? plainColumns(located, adopted);
  const { actions, cells, formulas, located: after } = yield* planningInPlace(located, adopted, schema, columns);
  return {
    part: { actions, changes: cells > 0 ? [{ kind: "values", cells }] : [], health: [] },
    input,
    located: after,
    rows: after.records.values.map((_, at) => at),
    formulas,
  };
}

/**
 * Reads a sheet that nobody has set up as it was chosen: where its list is, what becomes of its cells, and with what schema it starts. What
 * is installed, and how its cells are formatted, makes no difference to it.
 * @returns the refusal of a sheet that reads as no list
 */
export function* readingAsChosen(
  input: SetUpInput,
): Steps<{ readonly ok: true; readonly asChosen: AsChosen } | Extract<Location, { readonly ok: false }>> {
  const { book, sheet, choices, today } = input;
  const known = readInstalledSchema(book, input.settings);
  const [language, settings] = [known?.language ?? input.language, known?.settings ?? null];
  const location = yield* locating(book, sheet, settingsHeaders(settings), { ...choices, today });
  if (!location.ok) return location;
  const { located } = location;
  const inForce = settings && schemaInForce(located, settings, language, choices.values);
  const adopted = yield* adopting(located, { language, system: book.dateSystem, today, schema: inForce }, choices);
  const schema = startingSchema({ ...located, records: adopted.records }, input, { language, settings });
  return { ok: true, asChosen: { located, adopted, schema } };
}

/**
 * Works out how a sheet that nobody has set up is adopted: its cells put right where it lies, or its customers on a sheet of their own. Pure:
 * nothing is changed.
 */
export function* planningAdoption(
  input: SetUpInput,
  { located, adopted, schema }: AsChosen,
  { language, settings }: AdoptionSettings,
): Steps<PlannedAdoption> {
  const { book, today, choices, log } = input;
  const obstacle = obstacleOf(located, schema, { ...input, language });
  const target = choices.target === "newSheet" || obstacle !== null ? "newSheet" : "inPlace";
  yield;
  const change = { target, schema, language } as const;
  const { part, input: next, located: after, rows, formulas } = yield* moved(input, located, adopted, change);
  yield;
  const review = { schema, today, system: book.dateSystem, language };
  const usual = schemaInForce(after, settings ?? input.starting ?? null, language, choices.values);
  const { findings } = yield* checkingSheet(adopted.records, { ...review, schema: usual });
  const { figures } = yield* measuring(adopted.records, review, lastTouches(log, today));
  const notes = yield* findingNotes(after.records, { system: book.dateSystem, today });
  const { values, questions, settled, fields, cells } = adopted;
  return {
    part,
    from: located,
    rows,
    input: next,
    located: after,
    schema,
    preview: {
      ...foundList(located),
      system: book.dateSystem,
      values,
      questions,
      settled,
      fields,
      cells,
      formulas,
      failing: failingRules(findings),
      target,
      obstacle,
      notes,
      figures,
    },
  };
}
