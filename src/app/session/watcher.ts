import { intersect, type Area } from "../../domain/workbook/area";
import type { Fault } from "../fault";
import type { Progress, SheetChange, WorkbookPort } from "../ports";

/** Milliseconds without a further change before changed rows are looked at again. */
const settleTime = 300;
/** Milliseconds at the most between two tries while somebody is typing in a cell or Excel is busy. */
const longestPatience = 8000;
/** More changed rows than this are not worth picking out: everything is read again. */
const widestChange = 2000;
/** Selections that are looked at where the cursor moves quickly: those before them held it too short for a pick. */
const mostLeft = 5;

/** Rows of the sheet, zero-based, the last one included. */
export interface RowSpan {
  readonly first: number;
  readonly last: number;
  /** True where all of it was changed at this machine. */
  readonly isLocal: boolean;
}

/** Where the list stands, as of the last check. */
export interface ListPlace {
  /** The list with its headers. */
  readonly whole: Area;
  readonly body: Area;
}

/** Looks at what changed in the workbook, when things have been quiet for a while. */
export interface Watcher {
  /** Follows the list's sheet, and the Settings: a change there can turn every finding. Sheets followed already cost nothing. */
  readonly follow: (sheet: string, settings: string | null) => Promise<void>;
  /** Looks, as soon as nothing else is under way, at what we wrote ourselves: Excel does not tell of it. */
  readonly lookAt: (changes: readonly SheetChange[]) => void;
  /** Looks at what was picked from lists in the selected cells: the person turns to something else. */
  readonly turnAway: () => void;
  /** Looks at nothing by itself any more. */
  readonly pause: () => void;
  /** Ends following. */
  readonly stop: () => Promise<void>;
}

export interface WatcherDependencies {
  readonly port: Pick<WorkbookPort, "watch">;
  /** Runs a look after what is under way. */
  readonly run: (look: (progress: Progress) => Promise<void>) => Promise<void>;
  /** Null while nothing was checked. */
  readonly list: () => ListPlace | null;
  /** Checks some rows again; the fault where they could not be read. */
  readonly checkRows: (rows: RowSpan, progress: Progress) => Promise<Fault | null>;
  /** Reads and checks everything again; the fault where it could not be read. */
  readonly checkAll: (progress: Progress) => Promise<Fault | null>;
  /** Looks in its turn, without a word, at what was picked while cells were selected; the fault where they could not be read. */
  readonly seePicks: (areas: readonly Area[]) => Promise<Fault | null>;
  readonly failed: (fault: Fault) => void;
  /** Hears whether changes wait to be looked at. */
  readonly showPending: (pending: boolean) => void;
}

/** True where Excel takes questions again by itself: somebody is typing, or it is busy. */
function passes({ code }: Fault): boolean {
  return code === "cellEdit" || code === "busy";
}

/** Which rows of the list the changes touch; "all" where rows came, went or moved, or too many changed. */
function rowsOf(changes: readonly SheetChange[], { whole, body }: ListPlace): RowSpan | "all" | "none" {
  let [first, last] = [Infinity, -1];
  const isLocal = changes.every((change) => change.isLocal);
  for (const change of changes) {
    if (change.kind === "structure") return "all";
    // The row below the list is looked at too: typing there makes the table grow.
    const reach: Area = { ...whole, rows: whole.rows + 1 };
    const touched = intersect(change.area, reach);
    if (!touched) continue;
    if (!intersect(touched, body) || touched.row + touched.rows > body.row + body.rows || touched.row < body.row)
      return "all";
    first = Math.min(first, touched.row);
    last = Math.max(last, touched.row + touched.rows - 1);
  }
  if (last < 0) return "none";
  return last - first + 1 > widestChange ? "all" : { first, last, isLocal };
}

/** Follows the sheets of one list at a time. */
function createFollower(
  port: Pick<WorkbookPort, "watch">,
  hear: (change: SheetChange) => void,
  select: (areas: readonly Area[]) => void,
) {
  /** What ends following, by the sheets that began together. */
  let followed: readonly { readonly sheets: readonly string[]; readonly end: () => Promise<void> }[] = [];
  let list = "";

  async function stop(): Promise<void> {
    for (const { end } of followed) await end();
    followed = [];
  }

  async function follow(sheet: string, settings: string | null): Promise<void> {
    list = sheet;
    const wanted = settings === null || settings === sheet ? [sheet] : [sheet, settings];
    const isWanted = followed.every(({ sheets }) => sheets.every((each) => wanted.includes(each)));
    if (!isWanted) await stop();
    const missing = wanted.filter((each) => !followed.some(({ sheets }) => sheets.includes(each)));
    if (missing.length === 0) return;
    const result = await port.watch(
      missing,
      // A change of the Settings can turn every finding.
      (changed, change) => hear(changed === list ? change : { kind: "structure" }),
      (open, areas) => {
        if (open === list) select(areas);
      },
    );
    if (result.ok) followed = [...followed, { sheets: missing, end: result.value }];
  }

  return { follow, stop };
}

/**
 * Excel on the web does not tell of a pick from a list. It is seen when the person goes on: when something else is selected, another
 * sheet is opened, or the pane is turned to.
 */
function createPickLook(
  seePicks: WatcherDependencies["seePicks"],
  hear: (change: SheetChange) => void,
  isPaused: () => boolean,
) {
  let selected: readonly Area[] = [];
  /** What was left is looked at one after the other; of many that follow each other closely, the last ones. */
  let waiting: (readonly Area[])[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;

  async function look(): Promise<void> {
    timer = null;
    const [areas, ...others] = waiting;
    waiting = others;
    if (!areas || isPaused()) return;
    const fault = await seePicks(areas);
    // Looked at again like a change that was told, as soon as Excel answers.
    if (fault && passes(fault))
      for (const area of areas.filter(({ rows }) => rows <= widestChange)) hear({ kind: "cells", area });
    await look();
  }

  function turnAway(): void {
    if (selected.length === 0 || isPaused()) return;
    waiting = [...waiting, selected].slice(-mostLeft);
    timer ??= setTimeout(() => void look(), settleTime);
  }

  return {
    turnAway,
    select: (areas: readonly Area[]) => {
      turnAway();
      selected = areas;
    },
    stop: () => {
      if (timer) clearTimeout(timer);
      timer = null;
    },
  };
}

export function createWatcher(dependencies: WatcherDependencies): Watcher {
  const { port, run, list, checkRows, checkAll, failed, showPending } = dependencies;
  let changes: SheetChange[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  let patience = settleTime;
  let paused = false;

  /** Looks when things have been quiet for a while; a busy Excel is given longer each time. */
  function later(): void {
    if (timer) clearTimeout(timer);
    if (paused) return;
    timer = setTimeout(() => void run(look), patience);
    patience = Math.min(patience * 2, longestPatience);
  }

  /** Checks only the rows named where that is enough, everything where rows came, went or moved. */
  async function look(progress: Progress): Promise<void> {
    const seen = changes;
    changes = [];
    const place = list();
    const rows = place ? rowsOf(seen, place) : "all";
    const fault = rows === "none" ? null : rows === "all" ? await checkAll(progress) : await checkRows(rows, progress);
    // Rows that could not be read stay to be looked at; what can only be seen by a check of everything is asked for anew.
    if (fault && (passes(fault) || rows !== "all")) changes = [...seen, ...changes];
    if (fault && passes(fault)) return later();
    if (fault) failed(fault);
    else patience = settleTime;
    showPending(changes.length > 0);
  }

  function hear(change: SheetChange): void {
    changes.push(change);
    showPending(true);
    patience = settleTime;
    later();
  }

  const picks = createPickLook(dependencies.seePicks, hear, () => paused);

  return {
    ...createFollower(port, hear, picks.select),
    turnAway: picks.turnAway,
    lookAt: (written) => {
      changes.push(...written);
      showPending(true);
      void run(look);
    },
    pause: () => {
      paused = true;
      if (timer) clearTimeout(timer);
      picks.stop();
    },
  };
}
