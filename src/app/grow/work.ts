import { offeredFields, withColumns, type OfferedField } from "../../domain/adoption/grow/adoptFields";
import { planningUpdate } from "../../domain/adoption/grow/planUpdate";
import { readingExport, type ExportAnswers, type ReadExport } from "../../domain/adoption/grow/readExport";
import type { ExportTable } from "../../domain/adoption/grow/recognise";
import type { Source } from "../../domain/adoption/grow/sources";
import {
  appendActions,
  baseAfter,
  changesOf,
  idsForNewRows,
  type UpdateChange,
} from "../../domain/adoption/grow/updateActions";
import type { UpdateChoices, UpdatePlan, UpdateSubject } from "../../domain/adoption/grow/updatePlan";
import type { UpdateBase } from "../../domain/adoption/grow/base";
import { withEdits, writeStore, type Store, type StoreEdits } from "../../domain/bookkeeping/store";
import { calculatedColumns } from "../../domain/followUps/calculated";
import { locate, type Located } from "../../domain/followUps/locate";
import type { ColumnMap } from "../../domain/followUps/records";
import type { Refusal } from "../../domain/plan/setUpPlan";
import {
  fixedCells,
  formatsOf,
  planChanges,
  planRevert,
  type CellChange,
  type ColumnNow,
  type FixedCell,
} from "../../domain/rules/planFixes";
import { schemaInForce } from "../../domain/settings/inForce";
import { settingsHeaders } from "../../domain/settings/settings";
import type { CellInput, CellValue } from "../../domain/values/value";
import type { Action } from "../../domain/workbook/action";
import { succeed, type Result } from "../fault";
import { readColumns, spansOf } from "../formattedCells";
import type { Progress } from "../ports";
import { readFollowUps, type Reading } from "../readFollowUps";
import { readBookkeeping } from "../restore/keep";
import { inSlices } from "../slices";
import type { Planning, StepResult } from "../transaction";
import type { UseCaseDependencies } from "../useCase";
import { baseOf, memoryOf, remember, type Memory } from "./memory";

export type GrowDependencies = Pick<UseCaseDependencies, "port" | "surroundings" | "paneLanguage">;

/** Why an update was not begun: found out before anything was written. */
export type GrowRefusal =
  | { readonly kind: "sheet"; readonly refusal: Refusal }
  /** The follow-up table has no ID column. */
  | { readonly kind: "noIds" }
  /** A total row stands where new rows would come. */
  | { readonly kind: "totalRow"; readonly sheet: string };

/** An export with all that was decided about it. */
export interface UpdateWish {
  readonly table: ExportTable;
  readonly columns: ColumnMap;
  readonly answers: ExportAnswers;
  readonly choices: UpdateChoices;
  readonly source: Source;
}

/** The follow-up sheet as it is now, and what is remembered of earlier updates. */
export interface UpdateSheet {
  readonly reading: Reading;
  readonly located: Located;
  readonly subject: UpdateSubject;
  readonly memory: Memory;
  /** False where nothing can be kept in this workbook: then each update is as the first one. */
  readonly remembers: boolean;
}

/** What an update would do, as it is shown before it is carried out. */
export interface UpdatePreview {
  readonly plan: UpdatePlan;
  readonly read: ReadExport;
  readonly offered: readonly OfferedField[];
  readonly subject: UpdateSubject;
  readonly remembers: boolean;
  /** False for the first update from this source: then nobody knows what was edited since. */
  readonly hasBase: boolean;
}

const refuse = (refusal: GrowRefusal) => ({ ok: false, refusal }) as const;

/** Reads the follow-up sheet and what is remembered. Reading only. */
export async function readUpdateSheet(
  { port, surroundings, paneLanguage }: GrowDependencies,
  progress: Progress,
): Promise<StepResult<UpdateSheet, GrowRefusal>> {
  const read = await readFollowUps(port, surroundings, progress);
  if (!read.ok) return read;
  const reading = read.value;
  const { book, sheet, inForce, today } = reading;
  if (!reading.installed) return refuse({ kind: "sheet", refusal: { code: "notSetUp" } });
  const settings = inForce?.settings ?? null;
  const language = inForce?.language ?? paneLanguage;
  const location = locate(book, sheet, settingsHeaders(settings));
  if (!location.ok) return refuse({ kind: "sheet", refusal: location.refusal });
  const { located } = location;
  if (!located.records.columns.has("id")) return refuse({ kind: "noIds" });
  const kept = await readBookkeeping(port, book);
  if (!kept.ok) return kept;
  const store: Store | null = kept.value === "closed" ? null : kept.value;
  const schema = schemaInForce(located, settings, language, new Map());
  const subject: UpdateSubject = { schema, today, system: book.dateSystem, language, records: located.records };
  return succeed({ reading, located, subject, memory: memoryOf(store), remembers: kept.value !== "closed" });
}

/** Works out what the export changes in the sheet as it was read. */
export async function previewUpdate(
  { located, subject, memory, remembers }: UpdateSheet,
  wish: UpdateWish,
  surroundings: GrowDependencies["surroundings"],
): Promise<UpdatePreview> {
  const read = await inSlices(readingExport(wish.table, wish.columns, subject, wish.answers), surroundings);
  const base = baseOf(memory, wish.source);
  const wanted = { ...subject, records: withColumns(located.records, wish.choices.adopt) };
  const plan = await inSlices(planningUpdate(wanted, read.exported, base, wish.choices), surroundings);
  const offered = offeredFields(located.records, read.exported);
  return { plan, read, offered, subject: wanted, remembers, hasBase: base.rows.size > 0 };
}

/** What an update did, and all that its way back needs. */
export interface Updated {
  readonly cells: readonly FixedCell[];
  /** Rows that were appended, over the table's whole width; null where nothing was written. */
  readonly rows: readonly (readonly CellInput[])[];
  /** What was remembered before. */
  readonly base: UpdateBase;
}

/** What an update is planned on. */
export interface UpdateFound {
  readonly sheet: UpdateSheet;
  readonly preview: UpdatePreview;
  readonly base: UpdateBase;
  readonly changes: readonly UpdateChange[];
  readonly now: readonly ColumnNow[];
  /** Number formats of the last row, which new rows get as well. */
  readonly formats: readonly string[];
}

export interface UpdateActions {
  readonly actions: readonly Action[];
  /** What is remembered of it; null where nothing can be kept. */
  readonly remembered: StoreEdits | null;
  readonly updated: Updated;
  /** Cells that hold a formula, and cells that held something else by then: both are left alone. */
  readonly formulas: number;
  readonly moved: number;
  /** Rows of which it had to be forgotten what was brought, since it was too much. */
  readonly forgotten: number;
}

/** Offsets of the columns that the add-in calculates. */
function calculatedOffsets({ area, headers }: Located): readonly number[] {
  return calculatedColumns({ area, headers }).map((column) => column - area.column);
}

/** Number formats of the list's last row. */
async function readLastFormats(
  port: GrowDependencies["port"],
  { located }: UpdateSheet,
): Promise<Result<readonly string[]>> {
  const { sheet, area } = located.records;
  const read = await port.readFormatted(sheet, [{ ...area, row: area.row + area.rows - 1, rows: 1 }]);
  return read.ok ? succeed(read.value[0]?.formats[0] ?? []) : read;
}

/** Carrying an update out: planned again on what stands there at that moment. */
export function updating(
  dependencies: GrowDependencies,
  wish: UpdateWish,
): Planning<UpdateFound, UpdateActions, GrowRefusal> {
  const { port, surroundings } = dependencies;
  return {
    read: async (progress) => {
      const sheet = await readUpdateSheet(dependencies, progress);
      if (!sheet.ok) return sheet;
      const { records } = sheet.value.located;
      const preview = await previewUpdate(sheet.value, wish, surroundings);
      const { plan } = preview;
      if (plan.fresh.length > 0) {
        if (sheet.value.reading.sheet.filtered)
          return refuse({ kind: "sheet", refusal: { code: "filtered", sheet: records.sheet } });
        if (sheet.value.located.table?.totals === true) return refuse({ kind: "totalRow", sheet: records.sheet });
      }
      const changes = changesOf(plan, records);
      const now = await readColumns(port, records.sheet, spansOf(changes));
      if (!now.ok) return now;
      const formats = plan.fresh.length > 0 ? await readLastFormats(port, sheet.value) : succeed([]);
      if (!formats.ok) return formats;
      const base = baseOf(sheet.value.memory, wish.source);
      return succeed({ sheet: sheet.value, preview, base, changes, now: now.value, formats: formats.value });
    },
    plan: ({ sheet, preview, base, changes, now, formats }) => {
      const { located, subject, memory } = sheet;
      const { plan, read } = preview;
      const { records, table } = located;
      const made = planChanges(changes, now, records.sheet, formatsOf(subject.schema, records));
      const ids = idsForNewRows(plan, subject, read.exported, surroundings.newIds);
      const place = {
        table: table?.name ?? "",
        width: located.headers.length,
        calculated: calculatedOffsets(located),
        formats,
      };
      const appended = appendActions(plan.fresh, ids, subject, place);
      const kept = sheet.remembers ? remember(memory, wish.source, baseAfter(plan, base, ids, subject)) : null;
      return succeed({
        actions: [...made.actions, ...appended],
        remembered: kept?.edits ?? null,
        updated: {
          cells: fixedCells(made.made, records),
          rows: appended.flatMap((action) => (action.kind === "appendRows" ? action.rows : [])),
          base,
        },
        formulas: made.formulas,
        moved: made.changed,
        forgotten: kept?.forgotten ?? 0,
      });
    },
  };
}

/** The new rows that hold nothing but what the update wrote: those go; a row in which people have written since stays. */
function untouchedRows(
  rows: readonly (readonly CellInput[])[],
  values: readonly (readonly CellValue[])[],
  idColumn: number,
  calculated: ReadonlySet<number>,
): readonly (readonly CellInput[])[] {
  const byId = new Map(values.map((row) => [row[idColumn] ?? "", row]));
  return rows.filter((row) => {
    const id = row[idColumn];
    const now = id === undefined || id === null || typeof id === "object" ? undefined : byId.get(id);
    return now?.every((cell, column) => calculated.has(column) || cell === (row[column] ?? "")) === true;
  });
}

interface UndoFound {
  readonly sheet: UpdateSheet;
  readonly changes: readonly CellChange[];
  readonly now: readonly ColumnNow[];
}

export interface UndoActions {
  readonly actions: readonly Action[];
  /** Cells and rows that were put back, and those that stay because people have changed them since. */
  readonly restored: number;
  readonly kept: number;
}

/** Taking an update back, as far as nobody has changed its cells and rows since. */
export function undoing(
  dependencies: GrowDependencies,
  source: Source,
  updated: Updated,
): Planning<UndoFound, UndoActions, GrowRefusal> {
  const { port } = dependencies;
  return {
    read: async (progress) => {
      const sheet = await readUpdateSheet(dependencies, progress);
      if (!sheet.ok) return sheet;
      const { records } = sheet.value.located;
      const changes = planRevert(updated.cells, records);
      const now = await readColumns(port, records.sheet, spansOf(changes));
      return now.ok ? succeed({ sheet: sheet.value, changes, now: now.value }) : now;
    },
    plan: ({ sheet: { located, subject, memory, remembers }, changes, now }) => {
      const { records, table } = located;
      const made = planChanges(changes, now, records.sheet, formatsOf(subject.schema, records));
      const calculated = calculatedOffsets(located);
      const idColumn = records.columns.get("id") ?? -1;
      const rows = untouchedRows(updated.rows, records.values, idColumn, new Set(calculated));
      const withdrawn: readonly Action[] =
        rows.length > 0 && table
          ? [{ kind: "withdrawRows", sheet: records.sheet, table: table.name, keyColumn: idColumn, rows, calculated }]
          : [];
      const { store } = memory;
      const { edits } = remember(memory, source, updated.base);
      const kept = remembers ? writeStore(store, withEdits(store ?? new Map(), edits)) : [];
      const restored = made.made.length + rows.length;
      return succeed({
        actions: [...made.actions, ...withdrawn, ...kept],
        restored,
        kept: updated.cells.length + updated.rows.length - restored,
      });
    },
  };
}
