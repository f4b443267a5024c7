import { joinMulti, splitMulti } from "../cells/multiList";
import type { CellInput } from "../cells/value";
import {
  draftChanges,
  renamesOf,
  wantedSchema,
  type DraftChange,
  type Rename,
  type SchemaDraft,
} from "../schema/draft";
import type { FieldId } from "../schema/field";
import { readInstalledSchema } from "../schema/inForce";
import { settingsHeaders } from "../schema/settingsHeaders";
import { entriesOfList, listKeyOf } from "../schema/lists";
import type { Area } from "../sheet/area";
import { findFollowUps } from "../sheet/followUps";
import { locate, type Located } from "../sheet/locate";
import type { Language } from "../words/language";
import type { Action } from "./action";
import { addColumns } from "./addColumns";
import { planSetUp, type SetUpInput } from "./planSetUp";
import { planSettings } from "./planSettings";
import { project, type Scene } from "./project";
import type { Change, Refusal } from "./setUpPlan";
import type { FormulaGrid } from "./snapshot";

export interface SchemaChangeInput extends SetUpInput {
  readonly draft: SchemaDraft;
  /** The used cells of the Settings sheet with their formulas. */
  readonly settingsFormulas: FormulaGrid | null;
  /** Body cells of columns that hold names from lists, formulas as such, by offset from the table's first column. */
  readonly columnCells: ReadonlyMap<number, readonly CellInput[]>;
}

/** What applying a draft would do: the one plan behind its preview and its execution. */
export interface SchemaPlan {
  readonly edits: readonly DraftChange[];
  /** Names that are replaced in the rows, with how many cells that is. */
  readonly renamed: readonly (Rename & { readonly cells: number })[];
  /** Headers of columns that the sheet gets. */
  readonly newColumns: readonly string[];
  /** Rules, formulas and names that follow. */
  readonly changes: readonly Change[];
  readonly actions: readonly Action[];
}

export type SchemaPlanResult =
  { readonly ok: true; readonly plan: SchemaPlan } | { readonly ok: false; readonly refusal: Refusal };

/** Renamed names in the rows, column by column. A formula that shows the old name stays: it says where the name comes from. */
function renameCells(
  located: Located,
  columnCells: SchemaChangeInput["columnCells"],
  draft: SchemaDraft,
  language: Language,
): { readonly actions: readonly Action[]; readonly counts: readonly number[] } {
  const renames = renamesOf(draft);
  const counts = renames.map(() => 0);
  const { records } = located;
  const actions = draft.fields.flatMap(({ now: field, was }): readonly Action[] => {
    const offset = [...records.columns].find(([id]) => id === was)?.[1];
    const key = listKeyOf(field);
    const mine = renames.flatMap((rename, index) => (rename.list === key ? [{ ...rename, index }] : []));
    if (offset === undefined || mine.length === 0) return [];
    const byName = new Map(mine.map((rename) => [rename.from.toLowerCase(), rename]));
    const entries = key === null ? [] : entriesOfList(key, draft.base);
    const cells = records.values.map((row, at): CellInput => {
      const standing = columnCells.get(offset)?.[at] ?? row[offset] ?? "";
      if (typeof standing !== "string" || standing === "") return null;
      const whole = byName.get(standing.trim().toLowerCase());
      if (whole) {
        counts[whole.index] = (counts[whole.index] ?? 0) + 1;
        return whole.to;
      }
      if (field.kind !== "multiList") return null;
      const names = splitMulti(standing, entries);
      if (!names.some((name) => byName.has(name.toLowerCase()))) return null;
      return joinMulti(
        names.map((name) => {
          const rename = byName.get(name.toLowerCase());
          if (rename) counts[rename.index] = (counts[rename.index] ?? 0) + 1;
          return rename?.to ?? name;
        }),
        language,
      );
    });
    const changed = cells.flatMap((cell, at) => (cell === null ? [] : [at]));
    const [first, last] = [changed[0], changed.at(-1)];
    if (first === undefined || last === undefined) return [];
    const area: Area = {
      row: records.area.row + first,
      column: records.area.column + offset,
      rows: last - first + 1,
      columns: 1,
    };
    const sheet = records.sheet;
    return [{ kind: "writeCells", sheet, area, cells: cells.slice(first, last + 1).map((cell) => [cell]) }];
  });
  return { actions, counts };
}

/**
 * Works out what brings a draft into the workbook: the Settings tables, columns that the sheet gets, renamed names in its
 * rows, and then the rules, as a set-up on top of these would install them. Pure: nothing is changed.
 */
export function planSchemaChange(input: SchemaChangeInput): SchemaPlanResult {
  const { book, sheet, settings, draft, columnCells } = input;
  const refuse = (refusal: Refusal): SchemaPlanResult => ({ ok: false, refusal });
  const inForce = readInstalledSchema(book, settings);
  if (!inForce || !settings || !findFollowUps(book)) return refuse({ code: "notSetUp" });
  const { language } = inForce;
  const location = locate(book, sheet, settingsHeaders(inForce.settings));
  if (!location.ok) return refuse(location.refusal);
  const { located } = location;

  const written = planSettings({ book, grid: settings, formulas: input.settingsFormulas, draft, language });
  if (!written.ok) return refuse({ code: "noRoomInSettings", sheet: written.sheet, cell: written.cell });
  const scene: Scene = { book, sheet, settings };
  const wanted = wantedSchema(draft);
  const headers = new Set(located.headers.map((header) => header.toLowerCase()));
  // A column that came meanwhile is taken, not doubled.
  const fresh = wanted.fields.filter(
    ({ id, header }) => draft.newColumns.has(id) && header !== null && !headers.has(header.toLowerCase()),
  );
  const added = located.table ? addColumns(sheet, located.table, fresh) : { ok: true as const, actions: [] };
  if (!added.ok) return refuse(added.refusal);
  const renames = draft.renameRows
    ? renameCells(located, columnCells, draft, language)
    : { actions: [], counts: renamesOf(draft).map(() => 0) };
  if (renames.actions.length > 0 && sheet.filtered) return refuse({ code: "filtered", sheet: sheet.sheet.name });
  const own = [...written.actions, ...added.actions, ...renames.actions];

  const after = project(scene, own);
  const rules = planSetUp({ ...input, book: after.book, sheet: after.sheet, settings: after.settings });
  if (!rules.ok) return refuse(rules.refusal);
  return {
    ok: true,
    plan: {
      edits: draftChanges(draft),
      renamed: renamesOf(draft).map((rename, at) => ({ ...rename, cells: renames.counts[at] ?? 0 })),
      newColumns: fresh.flatMap(({ header }) => header ?? []),
      changes: rules.plan.changes,
      actions: [...own, ...rules.plan.actions],
    },
  };
}

/** Columns whose cells a draft's renames may touch, as offsets: their formulas have to be known before. */
export function renamedColumns(draft: SchemaDraft, columns: ReadonlyMap<FieldId, number>): readonly number[] {
  const lists = new Set(renamesOf(draft).map(({ list }) => list));
  return draft.fields.flatMap(({ was, now }) => {
    const key = listKeyOf(now);
    const offset = [...columns].find(([id]) => id === was)?.[1];
    return key !== null && lists.has(key) && offset !== undefined ? [offset] : [];
  });
}
