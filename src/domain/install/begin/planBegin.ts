import { followUpTable } from "../../followUps/followUps";
import { kindOf, type FieldKind } from "../../kinds/allKinds";
import type { SetUpPlan } from "../../plan/setUpPlan";
import { defaultField } from "../../schema/defaults";
import type { Owner } from "../../schema/field";
import type { KnownFieldId } from "../../schema/fieldIds";
import { beganName } from "../../schema/settingsNames";
import { headerNames } from "../../schema/headerNames";
import { readInstalledSchema } from "../../settings/inForce";
import { ownersTable } from "../../settings/tables/owners";
import type { Steps } from "../../steps/steps";
import type { Language } from "../../values/language";
import type { CellValue } from "../../values/value";
import type { Action } from "../../workbook/action";
import { absoluteAddress, type Area } from "../../workbook/area";
import { tableStyle } from "../../workbook/layout";
import type { SheetSnapshot } from "../../workbook/snapshot";
import { project } from "../../workbook/project";
import { planningSetUp } from "../planSetUp";
import type { SetUpInput, SetUpResult } from "../setUpInput";
import { beginColumns, type BeginKind } from "./beginColumns";
import { departmentFormula } from "./departmentFormula";
import { exampleCells, type ExampleContext } from "./exampleCells";
import { exampleId } from "./exampleRows";
import { exampleOwners } from "./examples";
import { startingSettings } from "./startingSettings";

/** What a person chooses of a follow-up sheet that begins from nothing. */
export interface BeginWishes {
  readonly kind: BeginKind;
  readonly withExamples: boolean;
  /** The person's own name, the first of the list of owners; blank where none was given. */
  readonly ownName: string;
}

/** Widths of the columns by what stands in them, characters. */
const widths: Partial<Readonly<Record<FieldKind, number>>> = { longText: 30, date: 14, amount: 14 };
const usualWidth = 16;
const nameWidth = 24;

interface Owners {
  /** The people of the list of owners. */
  readonly listed: readonly Owner[];
  /** Whose customers the examples are. */
  readonly ofExamples: readonly [Owner, Owner];
}

function ownersOf({ withExamples, ownName }: BeginWishes, language: Language): Owners {
  const name = ownName.trim();
  if (name !== "") {
    const own: Owner = ownersTable.start(name);
    return { listed: [own], ofExamples: [own, own] };
  }
  const ofExamples = exampleOwners[language];
  return { listed: withExamples ? ofExamples : [], ofExamples };
}

/** Headers, and the examples or one blank row, without which Excel has no table to type into. */
function newCells(
  columns: readonly KnownFieldId[],
  withExamples: boolean,
  context: Omit<ExampleContext, "columns">,
): readonly (readonly CellValue[])[] {
  const headers = columns.map((id) => headerNames[id].own[context.language]);
  return [headers, ...(withExamples ? exampleCells({ columns, ...context }) : [columns.map(() => "")])];
}

/** Formats and widths of the columns: dates show as dates, and a phone number keeps its zeros. */
function dress(columns: readonly KnownFieldId[], sheet: string, body: Area): readonly Action[] {
  const kinds = columns.map((id) => defaultField(id, null).kind);
  const formats = kinds.map((kind) => kindOf(kind).format);
  const wide = columns.map((id, at) => (id === "customer" ? nameWidth : (widths[kinds[at] ?? "text"] ?? usualWidth)));
  return [
    { kind: "setNumberFormats", sheet, area: body, formats: Array.from({ length: body.rows }, () => formats) },
    { kind: "setColumnWidths", sheet, column: body.column, widths: wide },
  ];
}

/** The formula of the department column, where there is one. It comes last: it asks the table of owners. */
function departments(plan: SetUpPlan, columns: readonly KnownFieldId[], body: Area): readonly Action[] {
  const offset = columns.indexOf("department");
  if (offset < 0) return [];
  const area: Area = { ...body, column: body.column + offset, columns: 1 };
  const formula = departmentFormula(headerNames.owner.own[plan.language], plan.language);
  return [{ kind: "fillFormula", sheet: plan.sheet, area, formula }];
}

/**
 * Works out a follow-up sheet on an open sheet that is empty: its columns, with the examples or one blank row, and on top of these
 * all that a set-up installs. Pure: nothing is changed. A set-up that is planned afterwards has nothing left to do.
 * @returns the plan, or a refusal that says what has to be changed first
 */
export function* planningBegin(input: SetUpInput, wishes: BeginWishes): Steps<SetUpResult> {
  const { book, sheet: found, settings, today } = input;
  const { name: sheet } = found.sheet;
  if (found.used) return { ok: false, refusal: { code: "notEmpty", sheet } };
  // Settings whose list has gone still say in which language the workbook is.
  const language = readInstalledSchema(book, settings)?.language ?? input.language;
  const columns = beginColumns(wishes.kind);
  const owners = ownersOf(wishes, language);
  const cells = newCells(columns, wishes.withExamples, { language, today, owners: owners.ofExamples });
  const area: Area = { row: 0, column: 0, rows: cells.length, columns: columns.length };
  const body: Area = { ...area, row: 1, rows: area.rows - 1 };
  const own: readonly Action[] = [
    ...dress(columns, sheet, body),
    { kind: "writeCells", sheet, area, cells },
    { kind: "createTable", sheet, area, name: followUpTable, style: tableStyle },
    { kind: "setName", name: beganName, formula: `=${absoluteAddress(sheet, { ...area, rows: 1, columns: 1 })}` },
  ];
  const written: SheetSnapshot = { ...found, used: area, grid: { sheet, area, values: cells } };
  const after = project({ book, sheet: written, settings }, own);
  const planned = yield* planningSetUp({
    ...input,
    ...after,
    starting: startingSettings(owners.listed, language),
    newIds: (count) => input.newIds(count).map(exampleId),
  });
  if (!planned.ok) return planned;
  const { plan } = planned;
  return { ok: true, plan: { ...plan, actions: [...own, ...plan.actions, ...departments(plan, columns, body)] } };
}
