import { placeOfName } from "../workbook/namedCells";
import { nameOf, wantedSchema, type SchemaDraft } from "../schema/draft";
import { countingName, settingsTables } from "../schema/settingsNames";
import { workbookText } from "../schema/workbookText";
import type { Language } from "../values/language";
import type { CellValue } from "../values/value";
import type { Action } from "../workbook/action";
import type { BookSnapshot, FormulaGrid, ValueGrid } from "../workbook/snapshot";
import { placeOf } from "./place";
import { columnOffsets, entryTables, settingsTableLooks } from "./tables";
import { dayRows, entryRows } from "./write/draftRows";
import { writeLists } from "./write/writeLists";
import { writeTable, type WritePlan } from "./write/writeTable";

export interface DraftInput {
  readonly book: BookSnapshot;
  /** Values of a rectangle that covers the Settings tables and named cells. */
  readonly grid: ValueGrid;
  /** The used cells of the Settings sheet with their formulas. */
  readonly formulas: FormulaGrid | null;
  readonly draft: SchemaDraft;
  readonly language: Language;
}

/** Tables of named entries, and whether the order of their rows means something. */
const named = [
  { table: "fields", ordered: false },
  { table: "stages", ordered: true },
  { table: "types", ordered: true },
  { table: "owners", ordered: true },
  { table: "reasons", ordered: true },
] as const;
type NamedTable = (typeof named)[number];

const nothing: WritePlan = { ok: true, actions: [] };

function planEntries({ table, ordered }: NamedTable, input: DraftInput): WritePlan {
  const { book, grid, formulas, draft, language } = input;
  const place = placeOf(settingsTables[table], book, grid);
  const offsets = place ? columnOffsets(table, place.headers) : [];
  const [nameOffset = -1] = offsets;
  if (!place || nameOffset < 0) return nothing;
  const { keyOf } = entryTables[table];
  const [, ...before] = settingsTableLooks[table].cells(draft.base, language);
  const [, ...now] = settingsTableLooks[table].cells(wantedSchema(draft), language);
  const rows = entryRows({
    place,
    offsets,
    keyOf: (cell: CellValue) => keyOf(String(cell).trim()).toLowerCase(),
    entries: draft[table],
    before: new Map(draft.base[table].map((entry, index) => [nameOf(entry), before[index] ?? []])),
    now,
    ordered,
  });
  return writeTable({ table, place, rows, offsets }, formulas, language);
}

function planDays({ book, grid, formulas, draft, language }: DraftInput): WritePlan {
  const place = placeOf(settingsTables.holidays, book, grid);
  if (!place) return nothing;
  const offsets = columnOffsets("holidays", place.headers);
  const rows = dayRows(place, offsets, draft);
  return writeTable({ table: "holidays", place, rows, offsets }, formulas, language);
}

function planLists({ book, grid, formulas, draft, language }: DraftInput): WritePlan {
  const place = placeOf(settingsTables.lists, book, grid);
  return place ? writeLists(place, formulas, draft, language) : nothing;
}

function planCounting({ book, grid, draft, language }: DraftInput): WritePlan {
  const place = placeOfName(book, countingName);
  const { counting } = draft.calendar;
  if (!place || place.sheet !== grid.sheet || counting === draft.base.calendar.counting) return nothing;
  const cells = [[workbookText[language].counting[counting]]];
  return { ok: true, actions: [{ kind: "writeCells", sheet: place.sheet, area: place.area, cells }] };
}

/**
 * Works out what has to be written into the Settings tables for a draft to hold. Only cells whose meaning changes are written:
 * rows, columns, spellings and formulas of the team's own stay. Tables and columns that have gone are left to the repair.
 */
export function planDraft(input: DraftInput): WritePlan {
  const plans = [
    ...named.map((each) => planEntries(each, input)),
    planDays(input),
    planLists(input),
    planCounting(input),
  ];
  const actions: Action[] = [];
  for (const plan of plans) {
    if (!plan.ok) return plan;
    actions.push(...plan.actions);
  }
  return { ok: true, actions };
}
