import { bookkeepingSheet, withEdits, writeStore } from "../bookkeeping/store";
import { followUpTable } from "../followUps/followUps";
import { highlightMarker } from "../install/highlights";
import { isOurValidation } from "../install/planValidation";
import type { Steps } from "../steps/steps";
import type { Action } from "../workbook/action";
import { intersect, type Area } from "../workbook/area";
import { isOurs } from "../workbook/ourHighlights";
import { isListPage } from "../workbook/pages";
import { dependentsOf } from "./dependents";
import { giveBackCells, type GivenBack } from "./giveBackCells";
import { shownConflict } from "./conflict";
import { cellFinder, type ListNow, type RestoreNow } from "./now";
import { frozenSummary, hasBookkeeping, nameActions, ourSheetTitles, planSheets, type SheetsPlan } from "./ourSheets";
import type { Part, PartOf, RestorePoint } from "./point";
import { pointsIn, withoutPoints } from "./points";
import type { Kept, RestorePlan, RestoreResult, RestoreWishes } from "./restorePlan";
import { hasFirst, ourColumns, takeOutColumns, type TakenOut } from "./takeOut";

/** Parts of a kind, the newest first. */
function partsOf<Kind extends Part["kind"]>(points: readonly RestorePoint[], kind: Kind): readonly PartOf<Kind>[] {
  const isKind = (part: Part): part is PartOf<Kind> => part.kind === kind;
  return points.flatMap(({ content }) => content.parts.filter(isKind));
}

/** The rules of columns as they were: ours go where they still are ours, and come back where an earlier one stood. */
function validationActions(
  list: ListNow,
  points: readonly RestorePoint[],
  { installed }: RestoreNow,
  whole: boolean,
): readonly Action[] {
  const parts = partsOf(points, "validations");
  const added = new Set(partsOf(points, "column").map(({ header }) => header));
  const { sheet } = list;
  return list.headers.flatMap((header, offset): readonly Action[] => {
    const column = list.area.column + offset;
    // Of several points the oldest says what stood there first.
    const part = parts.filter((one) => one.header === header).at(-1);
    if (!part && !whole && !added.has(header)) return [];
    const ours = installed.validations.filter(
      ({ area, validation }) => area.column === column && isOurValidation(validation),
    );
    let row = list.area.row + 1;
    const before = (part?.pieces ?? []).map(([rows, validation], at, all) => {
      const area: Area = { row, column, rows: at === all.length - 1 ? list.area.rows : rows, columns: 1 };
      row += rows;
      return { area, validation };
    });
    return ours.flatMap(({ area }): readonly Action[] => [
      { kind: "setValidation", sheet, area, validation: null },
      ...before.flatMap((piece): readonly Action[] => {
        const place = intersect(piece.area, area);
        return place && piece.validation && isOurValidation(piece.validation) && !whole
          ? [{ kind: "setValidation", sheet, area: place, validation: piece.validation }]
          : [];
      }),
    ]);
  });
}

function highlightActions(
  list: ListNow,
  points: readonly RestorePoint[],
  { installed }: RestoreNow,
  whole: boolean,
): readonly Action[] {
  const { sheet } = list;
  const oldest = partsOf(points, "rules").at(-1);
  const marker = oldest?.marker ?? highlightMarker;
  const stand = installed.highlights.some((rule) => isOurs(rule, marker, []));
  const highlights = whole ? [] : (oldest?.before ?? []);
  if (whole ? !stand : oldest === undefined) return [];
  return [{ kind: "setHighlights", sheet, marker, highlights }];
}

/** What becomes of the list's table. */
function tableActions(
  list: ListNow,
  points: readonly RestorePoint[],
  { offsets }: TakenOut,
  { book }: RestoreNow,
  whole: boolean,
): readonly Action[] {
  const { table, sheet } = list;
  if (table === null) return [];
  const part = partsOf(points, "table").at(-1) ?? null;
  if (whole && (part === null || part.was === null)) {
    const filter = part?.filter ?? null;
    const unlisted: Action = { kind: "unlistTable", name: table, withoutLooks: true };
    if (!filter) return [unlisted];
    return [unlisted, { kind: "restoreFilter", sheet, area: { ...list.area, columns: filter.columns } }];
  }
  const totals = book.tables.find(({ name }) => name === table)?.totals === true ? 1 : 0;
  const area: Area = { ...list.area, rows: list.area.rows + totals, columns: list.headers.length - offsets.size };
  const sized: readonly Action[] = offsets.size > 0 ? [{ kind: "resizeTable", name: table, sheet, area }] : [];
  const was = whole ? (part?.was ?? null) : null;
  if (was === null || was.toLowerCase() === table.toLowerCase()) return sized;
  const isTaken = book.tables.some(({ name }) => name.toLowerCase() === was.toLowerCase());
  return [...sized, { kind: "renameTable", from: table, to: isTaken ? `${was}_2` : was }];
}

/** Names as they were, where they still lead where the change had them lead. */
function formerNames(points: readonly RestorePoint[], { book }: RestoreNow): readonly Action[] {
  const now = new Map(book.names.map(({ name, formula }) => [name.toLowerCase(), formula] as const));
  const actions = new Map<string, Action>();
  for (const { name, before, after } of partsOf(points, "name")) {
    const key = name.toLowerCase();
    if ((now.get(key) ?? null) !== after) continue;
    if (before === null) now.delete(key);
    else now.set(key, before);
    actions.set(key, before === null ? { kind: "deleteName", name } : { kind: "setName", name, formula: before });
  }
  return [...actions.values()];
}

/** Sheets that stay are printed as Excel begins again, where people have not set up their print since. */
function formerPages(points: readonly RestorePoint[], { installed }: RestoreNow, deleted: readonly string[]) {
  const titles = new Set(partsOf(points, "page").map(({ sheet }) => sheet));
  return installed.pages.flatMap((page): readonly Action[] =>
    titles.has(page.sheet) && !deleted.includes(page.sheet) && isListPage(page)
      ? [{ kind: "setPageLayout", sheet: page.sheet, layout: null }]
      : [],
  );
}

/** Takes our rules off the rows that a table of the Settings lets go of: column by column, for each has one rule. */
function rulesOffRows(sheet: string, { row, rows, column, columns }: Area, kept: number): readonly Action[] {
  if (rows <= kept) return [];
  return Array.from({ length: columns }, (_, at): Action => {
    const area: Area = { row: row + kept, column: column + at, rows: rows - kept, columns: 1 };
    return { kind: "setValidation", sheet, area, validation: null };
  });
}

/** Tables of the Settings as they were. */
function sizedTables(points: readonly RestorePoint[], { book }: RestoreNow): readonly Action[] {
  // Of several points the oldest says how large a table was first.
  const oldest = new Map(partsOf(points, "sized").map((part) => [part.table.toLowerCase(), part]));
  return [...oldest.values()].flatMap(({ table, sheet, before }): readonly Action[] => {
    const now = book.tables.find(({ name }) => name.toLowerCase() === table.toLowerCase());
    if (now?.sheet !== sheet) return [];
    const rules = rulesOffRows(sheet, now.area, before?.rows ?? 1);
    const former: Action = before
      ? { kind: "resizeTable", name: now.name, sheet, area: before }
      : { kind: "unlistTable", name: now.name };
    return [...rules, former];
  });
}

/** The sheet with the restore points, which goes with the last of them. */
function storeActions(points: readonly RestorePoint[], { store, book }: RestoreNow, whole: boolean): readonly Action[] {
  if (store === null || !hasBookkeeping(book)) return [];
  const bound = new Map(partsOf(points, "bound").flatMap(({ keys }) => keys.map((key) => [key, null] as const)));
  const left = withEdits(withoutPoints(store, points), { texts: bound });
  return whole && pointsIn(left).points.length === 0
    ? [{ kind: "deleteSheet", sheet: bookkeepingSheet }]
    : writeStore(store, left);
}

/** Why the workbook as it is lets nothing be given back. */
function refusalOf({ book, list }: RestoreNow, actions: readonly Action[], filtered: boolean): RestoreResult | null {
  if (book.readOnly) return { ok: false, refusal: { code: "readOnly" } };
  if (filtered && list) return { ok: false, refusal: { code: "filtered", sheet: list.sheet } };
  if (book.structureProtected && actions.some(({ kind }) => kind === "deleteSheet"))
    return { ok: false, refusal: { code: "structure" } };
  const titles = new Set(actions.flatMap((action) => ("sheet" in action ? [action.sheet] : [])));
  const shut = book.sheets.find((sheet) => sheet.protected && titles.has(sheet.name));
  return shut ? { ok: false, refusal: { code: "protectedSheet", sheet: shut.name } } : null;
}

/** Parts of the list that everything of ours goes out of, or that a change added to it. */
function listActions(
  list: ListNow,
  points: readonly RestorePoint[],
  now: RestoreNow,
  { whole, cells, taken }: { readonly whole: boolean; readonly cells: GivenBack; readonly taken: TakenOut },
): readonly Action[] {
  return [
    ...highlightActions(list, points, now, whole),
    ...validationActions(list, points, now, whole),
    ...taken.bodies,
    ...tableActions(list, points, taken, now, whole),
    ...taken.rest,
    // Columns that go are blank by now.
    ...cells.actions.filter((action) => {
      const isInList = "area" in action && action.sheet === list.sheet;
      return !isInList || !taken.offsets.has(action.area.column - list.area.column);
    }),
  ];
}

/** The sheet that was open when the oldest of the changes was made; null where it is not there any more. */
function openedBefore(points: readonly RestorePoint[], { book }: RestoreNow): string | null {
  const opened = points.at(-1)?.content.opened;
  return book.sheets.find(({ name }) => name === opened)?.name ?? null;
}

/**
 * Works out what gives the workbook back as it was before the changes of these points, in steps. Pure: nothing is changed.
 * @param points the newest first, down to the one that was chosen
 * @param filtered true while a filter hides rows of the list
 */
export function* planningRestore(
  points: readonly RestorePoint[],
  now: RestoreNow,
  { deleteKept, all }: RestoreWishes,
  filtered = false,
): Steps<RestoreResult> {
  const { list } = now;
  const known = hasFirst(points);
  const whole = all || known;
  const sheets: SheetsPlan = whole ? planSheets(points, now, deleteKept) : { deleted: [], kept: [] };
  const find = cellFinder(now.places);
  yield;
  const skipped = new Set(whole ? ourSheetTitles(now.book, points) : []);
  const cells = yield* giveBackCells(points, now, find, skipped);
  const isMade = (partsOf(points, "table").at(-1)?.was ?? null) === null;
  const stays = list?.table !== null && !(whole && isMade);
  const taken = list ? takeOutColumns(list, ourColumns(list, points, whole), find, cells.find, stays) : null;
  yield;
  const isLeft = list !== null && !sheets.deleted.includes(list.sheet);
  const own = isLeft && taken ? listActions(list, points, now, { whole, cells, taken }) : cells.actions;
  const actions: readonly Action[] = [
    ...own,
    ...(whole ? frozenSummary(now, sheets) : sizedTables(points, now)),
    ...(whole ? nameActions(now, sheets) : formerNames(points, now)),
    ...formerPages(points, now, sheets.deleted),
    ...sheets.deleted.map((sheet): Action => ({ kind: "deleteSheet", sheet })),
    ...storeActions(points, now, whole),
  ];
  yield;
  if (actions.length === 0) return { ok: false, refusal: { code: "nothing" } };
  const refusal = refusalOf(now, actions, filtered);
  if (refusal) return refusal;
  const rowsKept: readonly Kept[] =
    list && cells.keptRows > 0 ? [{ kind: "rows", sheet: list.sheet, rows: cells.keptRows }] : [];
  const plan: RestorePlan = {
    points: points.map(({ entry }) => entry),
    whole,
    known: known || !whole,
    cells: cells.cells,
    columns: taken?.headers ?? [],
    sheets: sheets.deleted,
    conflicts: [...cells.conflicts, ...(taken?.conflicts ?? [])].map((conflict) =>
      shownConflict(conflict, find, now.book.dateSystem),
    ),
    kept: [...(taken?.kept ?? []), ...rowsKept, ...sheets.kept],
    gone: cells.gone,
    dependents: dependentsOf(now.formulas, { table: whole ? followUpTable : null, sheets: sheets.deleted, actions }),
    sheet: isLeft ? list.sheet : openedBefore(points, now),
    actions,
  };
  return { ok: true, plan };
}
