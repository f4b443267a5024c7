import { SheetsSelectionsService } from "@univerjs/preset-sheets-core";
import type { IRange } from "@univerjs/presets";
import { sheetState } from "../book/book";
import type { Book } from "../book/book";
import { shiftCharts } from "../book/charts";
import { fromRange } from "../book/grid";
import { fillInsertedRows, growTableByHand } from "../book/tableGrowth";
import { syncHeadersIn } from "../book/tableShape";
import { localAddress } from "../data/address";
import { bounding, joined, overlap, sheetColumns, sheetRows, shifted } from "../data/areas";
import type { BookArea } from "../data/bookData";
import type { Actor, AddinActor } from "../engine/engine";
import { isRecord } from "../protocol/batch";

/** The protocol's numbers for events of sheets. */
export const eventType = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  rowSorted: 19,
  rowHiddenChanged: 22,
  protectionChanged: 25,
} as const;

/** Events of all sheets go to this target too. */
const workbookTarget = "Workbook";

/** A pane as it is told of events. */
export interface Announcer {
  /** In whose name the pane's own changes are made. */
  readonly own: AddinActor;
  /** @param remote true for a change by a co-author */
  readonly send: (type: number, target: string, args: unknown, remote: boolean) => void;
  /** Something else is selected. */
  readonly selectionChanged: () => void;
}

/** The grid, its selection and what is typed into it belong to the person at the first pane. */
const isAtGrid = ({ own }: Announcer): boolean => own === "addin";

/** True for what a pane hears of as a co-author's doing: `Remote`. */
function isRemote(announcer: Announcer, actor: Actor): boolean {
  return actor !== announcer.own && !(actor === "person" && isAtGrid(announcer));
}

/** Tells every pane, each in its own terms. */
function tellPanes(
  announcers: readonly Announcer[],
  type: number,
  targets: readonly string[],
  actor: Actor,
  args: Readonly<Record<string, unknown>>,
): void {
  for (const announcer of announcers) {
    const remote = isRemote(announcer, actor);
    const triggerSource = actor === announcer.own ? "ThisLocalAddin" : "Unknown";
    const origin = { source: remote ? "Remote" : "Local", triggerSource };
    for (const target of targets) announcer.send(type, target, { ...args, ...origin }, remote);
  }
}

type ChangeType = "RangeEdited" | "RowInserted" | "RowDeleted" | "ColumnInserted" | "ColumnDeleted";

interface Change {
  readonly sheet: string;
  readonly actor: Actor;
  readonly type: ChangeType;
  readonly area: BookArea;
}

/** Area of the cells that a mutation names, or null when it names none. */
function changedArea(cells: unknown): BookArea | null {
  if (!isRecord(cells)) return null;
  let area: BookArea | null = null;
  for (const [row, line] of Object.entries(cells)) {
    if (!isRecord(line)) continue;
    const columns = Object.keys(line).map(Number);
    if (columns.length === 0) continue;
    const first = columns.reduce((a, b) => Math.min(a, b));
    const last = columns.reduce((a, b) => Math.max(a, b));
    const part = { row: Number(row), column: first, rows: 1, columns: last - first + 1 };
    area = area ? bounding(area, part) : part;
  }
  return area;
}

function isRange(value: unknown): value is IRange {
  return isRecord(value) && typeof value.startRow === "number" && typeof value.endRow === "number";
}

const structural: Readonly<
  Record<string, { readonly type: ChangeType; readonly along: "rows" | "columns"; readonly sign: 1 | -1 }>
> = {
  "sheet.mutation.insert-row": { type: "RowInserted", along: "rows", sign: 1 },
  "sheet.mutation.remove-rows": { type: "RowDeleted", along: "rows", sign: -1 },
  "sheet.mutation.insert-col": { type: "ColumnInserted", along: "columns", sign: 1 },
  "sheet.mutation.remove-col": { type: "ColumnDeleted", along: "columns", sign: -1 },
};

/** Moves what only the model knows of a sheet along with inserted or removed rows and columns. */
function shiftOwn(book: Book, sheet: string, along: "rows" | "columns", at: number, count: number): void {
  const state = sheetState(book, sheet);
  if (state.autoFilter) {
    const area = shifted(state.autoFilter.area, along, at, count);
    state.autoFilter = area && { ...state.autoFilter, area };
  }
  const { printArea, ...page } = state.pageSetup;
  const moved = printArea && shifted(printArea, along, at, count);
  if (printArea) state.pageSetup = moved ? { ...page, printArea: moved } : page;
  shiftCharts(book, sheet, along, at, count);
  for (const highlight of book.opaqueHighlights) {
    if (highlight.sheet !== sheet) continue;
    const areas = highlight.data.areas.flatMap((area) => shifted(area, along, at, count) ?? []);
    highlight.data = { ...highlight.data, areas };
  }
  const gone = book.opaqueHighlights.filter((highlight) => highlight.data.areas.length === 0);
  for (const highlight of gone) book.opaqueHighlights.splice(book.opaqueHighlights.indexOf(highlight), 1);
}

/**
 * Watches the grid, tells the add-in what Excel would tell it, and does what Excel does by itself when a person types:
 * tables grow, header names follow. Results of the calculation are no changes.
 * @param announcers the panes; the list may grow
 */
export function watchBook(book: Book, announcers: readonly Announcer[]): void {
  const { engine } = book;
  let active = engine.workbook.getActiveSheet().getSheetId();

  const announce = ({ sheet, actor, type, area }: Change): void => {
    const args = {
      address: localAddress(area),
      changeType: type,
      shiftDirection: "None",
      worksheetId: sheet,
    };
    tellPanes(announcers, eventType.changed, [sheet, workbookTarget], actor, args);
  };

  /** What a person's edit sets off, in the person's name. */
  const followUp = (change: Change): void => {
    if (change.actor !== "person" && change.actor !== "coauthor") return;
    if (!engine.workbook.getSheetBySheetId(change.sheet)) return;
    engine.as(change.actor, () => {
      if (change.type === "RowInserted") fillInsertedRows(book, change.sheet, change.area.row, change.area.rows);
      if (change.type !== "RangeEdited") return;
      growTableByHand(book, change.sheet, change.area);
      syncHeadersIn(book, change.sheet, change.area);
    });
  };

  const tell = (batch: readonly Change[]): void => {
    const moved = batch.filter((change) => change.type !== "RangeEdited");
    // Inserting rows rewrites formulas all over; Excel tells of the rows alone.
    const told = moved.length > 0 ? moved : merged(batch);
    for (const change of told) {
      announce(change);
      followUp(change);
    }
  };
  /** Changes of others, to be told when their command has ended and before anything else happens. */
  let ofOthers: Change[] = [];
  /** Changes of the add-ins, to be told together: the client cuts one large write into many. */
  let ofAddin: Change[] = [];
  const note = (change: Change): void => {
    if (change.actor === "loader") return;
    if (change.actor === "addin" || change.actor === "otherAddin") {
      if (ofAddin.push(change) > 1) return;
      setTimeout(() => {
        const batch = ofAddin;
        ofAddin = [];
        for (const own of ["addin", "otherAddin"]) tell(batch.filter(({ actor }) => actor === own));
      }, 0);
      return;
    }
    if (ofOthers.push(change) > 1) return;
    queueMicrotask(() => {
      const batch = ofOthers;
      ofOthers = [];
      tell(batch);
    });
  };

  engine.onMutation((info, options, actor) => {
    if (options?.applyFormulaCalculationResult || options?.fromFormula) return;
    const params: unknown = info.params;
    if (!isRecord(params) || typeof params.subUnitId !== "string") {
      if (isRecord(params)) sheetEvents(info.id, params, actor);
      return;
    }
    const sheet = params.subUnitId;
    const shape = structural[info.id];
    if (shape && isRange(params.range)) {
      const area = fromRange(params.range);
      const [at, count] = shape.along === "rows" ? [area.row, area.rows] : [area.column, area.columns];
      shiftOwn(book, sheet, shape.along, at, shape.sign * count);
      const whole =
        shape.along === "rows" ? { ...area, column: 0, columns: sheetColumns } : { ...area, row: 0, rows: sheetRows };
      note({ sheet, actor, type: shape.type, area: whole });
      return;
    }
    switch (info.id) {
      case "sheet.mutation.set-range-values": {
        const area = changedArea(params.cellValue);
        if (area) note({ sheet, actor, type: "RangeEdited", area });
        return;
      }
      case "sheet.mutation.move-range": {
        for (const part of [params.from, params.to]) {
          const area = isRecord(part) ? changedArea(part.value) : null;
          if (area) note({ sheet, actor, type: "RangeEdited", area });
        }
        return;
      }
      case "sheet.mutation.reorder-range": {
        const area = isRange(params.range) ? fromRange(params.range) : null;
        const args = { address: area ? localAddress(area) : "", worksheetId: sheet };
        if (actor !== "loader") tellPanes(announcers, eventType.rowSorted, [sheet, workbookTarget], actor, args);
        return;
      }
      case "sheet.mutation.set-row-hidden":
      case "sheet.mutation.set-row-visible":
      case "sheet.mutation.set-filter-criteria":
      case "sheet.mutation.set-table-filter": {
        const args = {
          address: "",
          changeType: info.id.endsWith("visible") ? "Unhidden" : "Hidden",
          worksheetId: sheet,
        };
        if (actor !== "loader") tellPanes(announcers, eventType.rowHiddenChanged, [sheet, workbookTarget], actor, args);
        return;
      }
      default:
        sheetEvents(info.id, params, actor);
    }
  });

  const sheetEvents = (id: string, params: Readonly<Record<string, unknown>>, actor: Actor): void => {
    if (actor === "loader") return;
    if (id === "sheet.mutation.insert-sheet" && isRecord(params.sheet)) {
      tellPanes(announcers, eventType.added, [workbookTarget], actor, { worksheetId: params.sheet.id });
    }
    if (id === "sheet.mutation.remove-sheet") {
      tellPanes(announcers, eventType.deleted, [workbookTarget], actor, { worksheetId: params.subUnitId });
    }
  };

  // Adding or removing a sheet opens another for a moment; only where it ends up counts.
  let activation: ReturnType<typeof setTimeout> | null = null;
  engine.workbook.getWorkbook().activeSheet$.subscribe(() => {
    activation ??= setTimeout(() => {
      activation = null;
      const id = engine.workbook.getActiveSheet().getSheetId();
      if (id === active) return;
      // What another person has open is theirs.
      for (const announcer of announcers.filter(isAtGrid)) {
        for (const target of [active, workbookTarget])
          announcer.send(eventType.deactivated, target, { worksheetId: active }, false);
        for (const target of [id, workbookTarget])
          announcer.send(eventType.activated, target, { worksheetId: id }, false);
      }
      active = id;
    }, 0);
  });

  engine.injector.get(SheetsSelectionsService).selectionMoveEnd$.subscribe(() => {
    for (const announcer of announcers.filter(isAtGrid)) announcer.selectionChanged();
  });
}

/** Edits of one moment by one person, joined where they make a rectangle; Excel tells of a paste once. */
function merged(changes: readonly Change[]): readonly Change[] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const key = `${change.sheet} ${change.actor}`;
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const areas = joined(distinct(group.map(({ area }) => area)));
    return areas.map((area) => ({ ...first, area }));
  });
}

/** Leaves out areas that lie within others. */
function distinct(areas: readonly BookArea[]): readonly BookArea[] {
  return areas.filter((area, index) => {
    const holds = (other: BookArea): boolean => {
      const common = overlap(area, other);
      return common !== null && common.rows === area.rows && common.columns === area.columns;
    };
    return !areas.some(
      (other, at) =>
        at !== index && holds(other) && (other.rows * other.columns > area.rows * area.columns || at < index),
    );
  });
}

/** Puts sheet protection on or takes it off, as a person does. */
export function setProtection(book: Book, announcers: readonly Announcer[], sheet: string, isProtected: boolean): void {
  const state = sheetState(book, sheet);
  if (state.protected === isProtected) return;
  state.protected = isProtected;
  const args = { isProtected, worksheetId: sheet };
  tellPanes(announcers, eventType.protectionChanged, [sheet, workbookTarget], "person", args);
}
