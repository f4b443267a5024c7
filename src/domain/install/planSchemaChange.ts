import type { SetUpInput } from "./setUpInput";
import { joinMulti, splitMulti } from "../values/multiList";
import type { CellInput } from "../values/value";
import {
  draftChanges,
  movesOf,
  renamesOf,
  wantedSchema,
  type DraftChange,
  type Rename,
  type SchemaDraft,
} from "../schema/draft";
import { kindOf } from "../kinds/allKinds";
import { readInstalledSchema } from "../settings/inForce";
import { settingsHeaders } from "../settings/settings";
import { listKeyOf } from "../schema/fieldLists";
import { entriesOfList } from "../schema/lists";
import { bodyOf, type Area } from "../workbook/area";
import type { LogColumn } from "../log/logColumns";
import { findLog } from "../log/logSheet";
import { logColumnsOf } from "../log/readLog";
import { findFollowUps } from "../followUps/followUps";
import { locate, type Located } from "../followUps/locate";
import type { Language } from "../values/language";
import type { Action } from "../workbook/action";
import { addColumns } from "./addColumns";
import { planSetUp } from "./planSetUp";
import { planDraft } from "../settings/planDraft";
import { project, type Workbook } from "../workbook/project";
import type { Change, Refusal } from "../plan/setUpPlan";
import type { BookSnapshot, FormulaGrid } from "../workbook/snapshot";

export interface SchemaChangeInput extends SetUpInput {
  readonly draft: SchemaDraft;
  /** The used cells of the Settings sheet with their formulas. */
  readonly settingsFormulas: FormulaGrid | null;
  /** The cells of `renamedColumns`. */
  readonly named: readonly NamedCells[];
  /** The log's sheet where a filter hides some of its rows, else null. */
  readonly filteredLog: string | null;
}

/** Body of a column that holds names of one list, in the list of customers or in the log. */
export interface NamedColumn {
  readonly sheet: string;
  readonly area: Area;
  readonly list: string;
  /** Whether a cell may hold several names. */
  readonly multi: boolean;
  /** True for a column of the log, which keeps what once was: names follow a rename there, and customers that move leave it alone. */
  readonly inLog: boolean;
}

export interface NamedCells extends NamedColumn {
  /** Row by row, formulas as such. */
  readonly cells: readonly CellInput[];
}

/** What the log's columns hold that have a list: a stage or a person under an old name would be a stranger to every figure. */
const logLists: Partial<Record<LogColumn, string>> = { fromStage: "stage", toStage: "stage", who: "owner" };

/** What applying a draft would do: the one plan behind its preview and its execution. */
export interface SchemaPlan {
  readonly edits: readonly DraftChange[];
  /** Names that are replaced in the rows, with how many cells that is. */
  readonly renamed: readonly (Rename & { readonly cells: number })[];
  /** Names of removed entries whose customers go to another one, with how many cells that is. */
  readonly moved: readonly (Rename & { readonly cells: number })[];
  /** Headers of columns that the sheet gets. */
  readonly newColumns: readonly string[];
  /** Rules, formulas and names that follow. */
  readonly changes: readonly Change[];
  readonly actions: readonly Action[];
}

export type SchemaPlanResult =
  { readonly ok: true; readonly plan: SchemaPlan } | { readonly ok: false; readonly refusal: Refusal };

/** Names that are to be replaced in the rows: of entries that are renamed, then of those whose customers move. */
function replacedNames(draft: SchemaDraft): readonly (Rename & { readonly isMove: boolean })[] {
  const renames = draft.renameRows ? renamesOf(draft) : [];
  return [
    ...renames.map((each) => ({ ...each, isMove: false })),
    ...movesOf(draft).map((each) => ({ ...each, isMove: true })),
  ];
}

/** True where rows may have to change with a draft. */
export function changesNames(draft: SchemaDraft): boolean {
  return replacedNames(draft).length > 0;
}

/** New names in the rows, column by column. A formula that shows the old name stays: it says where the name comes from. */
function replaceNames(
  columns: readonly NamedCells[],
  draft: SchemaDraft,
  language: Language,
): {
  readonly actions: readonly Action[];
  readonly replaced: readonly (Rename & { isMove: boolean; cells: number })[];
} {
  const names = replacedNames(draft);
  const counts = names.map(() => 0);
  const actions = columns.flatMap(({ sheet, area, list, multi, inLog, cells }): readonly Action[] => {
    const mine = names.flatMap((each, index) =>
      each.list === list && !(inLog && each.isMove) ? [{ ...each, index }] : [],
    );
    const byName = new Map(mine.map((rename) => [rename.from.toLowerCase(), rename]));
    const entries = entriesOfList(list, draft.base);
    const renamed = cells.map((standing): CellInput => {
      if (typeof standing !== "string" || standing === "") return null;
      const whole = byName.get(standing.trim().toLowerCase());
      if (whole) {
        counts[whole.index] = (counts[whole.index] ?? 0) + 1;
        return whole.to;
      }
      if (!multi) return null;
      const parts = splitMulti(standing, entries);
      if (!parts.some((name) => byName.has(name.toLowerCase()))) return null;
      const after = parts.map((name) => {
        const rename = byName.get(name.toLowerCase());
        if (rename) counts[rename.index] = (counts[rename.index] ?? 0) + 1;
        return rename?.to ?? name;
      });
      // Who moves to a name that stands there already stands there once.
      return joinMulti([...new Set(after)], language);
    });
    const changed = renamed.flatMap((cell, at) => (cell === null ? [] : [at]));
    const [first, last] = [changed[0], changed.at(-1)];
    if (first === undefined || last === undefined) return [];
    const part: Area = { ...area, row: area.row + first, rows: last - first + 1 };
    return [{ kind: "writeCells", sheet, area: part, cells: renamed.slice(first, last + 1).map((cell) => [cell]) }];
  });
  return { actions, replaced: names.map((each, at) => ({ ...each, cells: counts[at] ?? 0 })) };
}

/**
 * Works out what brings a draft into the workbook: the Settings tables, columns that the sheet gets, renamed names in its
 * rows, and then the rules, as a set-up on top of these would install them. Pure: nothing is changed.
 */
export function planSchemaChange(input: SchemaChangeInput): SchemaPlanResult {
  const { book, sheet, settings, draft } = input;
  const refuse = (refusal: Refusal): SchemaPlanResult => ({ ok: false, refusal });
  const inForce = readInstalledSchema(book, settings);
  if (!inForce || !settings || !findFollowUps(book)) return refuse({ code: "notSetUp" });
  const { language } = inForce;
  const location = locate(book, sheet, settingsHeaders(inForce.settings));
  if (!location.ok) return refuse(location.refusal);
  const { located } = location;

  const written = planDraft({ book, grid: settings, formulas: input.settingsFormulas, draft, language });
  if (!written.ok) return refuse({ code: "noRoomInSettings", sheet: written.sheet, cell: written.cell });
  const workbook: Workbook = { book, sheet, settings };
  const wanted = wantedSchema(draft);
  const headers = new Set(located.headers.map((header) => header.toLowerCase()));
  // A column that came meanwhile is taken, not doubled.
  const fresh = wanted.fields.filter(
    ({ id, header }) => draft.newColumns.has(id) && header !== null && !headers.has(header.toLowerCase()),
  );
  const added = located.table ? addColumns(sheet, located.table, fresh) : { ok: true as const, actions: [] };
  if (!added.ok) return refuse(added.refusal);
  const names = replaceNames(input.named, draft, language);
  const filtered = [sheet.filtered ? sheet.sheet.name : null, input.filteredLog].find((title) =>
    names.actions.some((action) => action.kind === "writeCells" && action.sheet === title),
  );
  if (filtered) return refuse({ code: "filtered", sheet: filtered });
  const own = [...written.actions, ...added.actions, ...names.actions];

  const after = project(workbook, own);
  const rules = planSetUp({ ...input, book: after.book, sheet: after.sheet, settings: after.settings });
  if (!rules.ok) return refuse(rules.refusal);
  return {
    ok: true,
    plan: {
      edits: draftChanges(draft),
      renamed: renamesOf(draft).map((rename) => ({
        ...rename,
        cells:
          names.replaced.find((each) => !each.isMove && each.list === rename.list && each.from === rename.from)
            ?.cells ?? 0,
      })),
      moved: names.replaced.filter(({ isMove }) => isMove),
      newColumns: fresh.flatMap(({ header }) => header ?? []),
      changes: rules.plan.changes,
      actions: [...own, ...rules.plan.actions],
    },
  };
}

/** Columns whose cells a draft's names may touch, on what was located: what stands in them has to be known before. */
export function renamedColumns(draft: SchemaDraft, { records }: Located, book: BookSnapshot): readonly NamedColumn[] {
  const names = replacedNames(draft);
  const lists = new Set(names.map(({ list }) => list));
  const logged = new Set(names.flatMap(({ list, isMove }) => (isMove ? [] : [list])));
  const columnOf = (area: Area, offset: number): Area => ({ ...area, column: area.column + offset, columns: 1 });
  const inList = draft.fields.flatMap(({ was, now }): readonly NamedColumn[] => {
    const list = listKeyOf(now);
    const offset = [...records.columns].find(([id]) => id === was)?.[1];
    if (list === null || !lists.has(list) || offset === undefined) return [];
    return [
      {
        sheet: records.sheet,
        area: columnOf(records.area, offset),
        list,
        multi: kindOf(now.kind).list?.several === true,
        inLog: false,
      },
    ];
  });
  const log = findLog(book);
  const body = log && bodyOf(log);
  const inLog = logColumnsOf(log?.headers ?? []).flatMap((column, offset): readonly NamedColumn[] => {
    const list = column && logLists[column];
    if (!log || !body || body.rows < 1 || !list || !logged.has(list)) return [];
    return [{ sheet: log.sheet, area: columnOf(body, offset), list, multi: false, inLog: true }];
  });
  return [...inList, ...inLog];
}
