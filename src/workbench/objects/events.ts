import { SheetsSelectionsService } from "@univerjs/preset-sheets-core";
import { sheetState } from "../book/book";
import type { Book } from "../book/book";
import { merged, watchGrid } from "../book/gridChanges";
import type { Change, GridEvent } from "../book/gridChanges";
import { fromRange } from "../book/grid";
import { fillInsertedRows, growTableByHand } from "../book/tableGrowth";
import { syncHeadersIn } from "../book/tableShape";
import { localAddress } from "../data/address";
import type { Actor, AddinActor } from "../engine/engine";

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

/** What happened, and to which objects it is told. */
interface Telling {
  readonly type: number;
  readonly targets: readonly string[];
  readonly actor: Actor;
  readonly args: Readonly<Record<string, unknown>>;
}

/** Tells every pane, each in its own terms. */
function tellPanes(announcers: readonly Announcer[], { type, targets, actor, args }: Telling): void {
  for (const announcer of announcers) {
    const remote = isRemote(announcer, actor);
    const triggerSource = actor === announcer.own ? "ThisLocalAddin" : "Unknown";
    const origin = { source: remote ? "Remote" : "Local", triggerSource };
    for (const target of targets) announcer.send(type, target, { ...args, ...origin }, remote);
  }
}

/** An event of the grid in the wire's terms. */
function tellingOf(event: GridEvent): Telling {
  const { actor, sheet } = event;
  const onSheet = { actor, targets: [String(sheet), workbookTarget] };
  const onWorkbook = { actor, targets: [workbookTarget], args: { worksheetId: sheet } };
  switch (event.kind) {
    case "changed": {
      const args = {
        address: localAddress(event.area),
        changeType: event.type,
        shiftDirection: "None",
        worksheetId: sheet,
      };
      return { ...onSheet, type: eventType.changed, args };
    }
    case "sorted": {
      const address = event.area ? localAddress(event.area) : "";
      return { ...onSheet, type: eventType.rowSorted, args: { address, worksheetId: sheet } };
    }
    case "rowsHidden":
    case "rowsShown": {
      const changeType = event.kind === "rowsShown" ? "Unhidden" : "Hidden";
      return { ...onSheet, type: eventType.rowHiddenChanged, args: { address: "", changeType, worksheetId: sheet } };
    }
    case "sheetAdded":
      return { ...onWorkbook, type: eventType.added };
    case "sheetRemoved":
      return { ...onWorkbook, type: eventType.deleted };
  }
}

/** What a person's edit sets off, in the person's name: tables take in rows and follow their headers. */
function followEdit(book: Book, { sheet, actor, type, area }: Change): void {
  if (actor !== "person" && actor !== "coauthor") return;
  if (!book.engine.workbook.getSheetBySheetId(sheet)) return;
  book.engine.as(actor, () => {
    if (type === "RowInserted") fillInsertedRows(book, sheet, area.row, area.rows);
    if (type !== "RangeEdited") return;
    growTableByHand(book, sheet, area);
    syncHeadersIn(book, sheet, area);
  });
}

/** Gathers changes of one moment and hands them on together. */
function gatherChanges(tell: (batch: readonly Change[]) => void): (change: Change) => void {
  /** Changes of people, to be told when their command has ended and before anything else happens. */
  let ofPeople: Change[] = [];
  /** Changes of the add-ins, to be told together: the client cuts one large write into many. */
  let ofAddins: Change[] = [];
  return (change) => {
    if (change.actor === "addin" || change.actor === "otherAddin") {
      if (ofAddins.push(change) > 1) return;
      setTimeout(() => {
        const batch = ofAddins;
        ofAddins = [];
        for (const own of ["addin", "otherAddin"]) tell(batch.filter(({ actor }) => actor === own));
      }, 0);
      return;
    }
    if (ofPeople.push(change) > 1) return;
    queueMicrotask(() => {
      const batch = ofPeople;
      ofPeople = [];
      tell(batch);
    });
  };
}

/** Tells the pane at the grid of each sheet that is opened in place of another. */
function watchActiveSheet(book: Book, announcers: readonly Announcer[]): void {
  const { workbook } = book.engine;
  let active = workbook.getActiveSheet().getSheetId();
  // Adding or removing a sheet opens another for a moment; only where it ends up counts.
  let activation: ReturnType<typeof setTimeout> | null = null;
  workbook.getWorkbook().activeSheet$.subscribe(() => {
    activation ??= setTimeout(() => {
      activation = null;
      const id = workbook.getActiveSheet().getSheetId();
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
}

/**
 * Watches the grid, tells the add-in what Excel would tell it, and does what Excel does by itself when a person types:
 * tables grow, header names follow. Results of the calculation are no changes.
 * @param announcers the panes; the list may grow
 */
export function watchBook(book: Book, announcers: readonly Announcer[]): void {
  const note = gatherChanges((batch) => {
    const moved = batch.filter((change) => change.type !== "RangeEdited");
    // Inserting rows rewrites formulas all over; Excel tells of the rows alone.
    for (const change of moved.length > 0 ? moved : merged(batch)) {
      tellPanes(announcers, tellingOf({ kind: "changed", ...change }));
      followEdit(book, change);
    }
  });
  watchGrid(book, (event) => {
    if (event.kind !== "changed") return tellPanes(announcers, tellingOf(event));
    if (event.actor !== "picker") note(event);
    else if (book.behaviour.listPicks === "raised") note({ ...event, actor: "person" });
  });
  watchActiveSheet(book, announcers);
  book.engine.injector.get(SheetsSelectionsService).selectionMoveEnd$.subscribe(() => {
    const open = book.engine.workbook.getActiveSheet();
    const worksheetId = open.getSheetId();
    const range = open.getActiveRange();
    const address = range ? localAddress(fromRange(range.getRange())) : "A1";
    for (const announcer of announcers.filter(isAtGrid)) {
      announcer.selectionChanged();
      for (const target of [worksheetId, workbookTarget])
        announcer.send(eventType.selectionChanged, target, { address, worksheetId }, false);
    }
  });
}

/** Puts sheet protection on or takes it off, as a person does. */
export function setProtection(book: Book, announcers: readonly Announcer[], sheet: string, isProtected: boolean): void {
  const state = sheetState(book, sheet);
  if (state.protected === isProtected) return;
  state.protected = isProtected;
  const args = { isProtected, worksheetId: sheet };
  tellPanes(announcers, { type: eventType.protectionChanged, targets: [sheet, workbookTarget], actor: "person", args });
}
