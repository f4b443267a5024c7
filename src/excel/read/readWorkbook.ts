import { fail, succeed, type Fault, type Result } from "../../app/fault";
import type { Progress, SheetChoice, WorkbookReading } from "../../app/ports";
import { sheetLimits, type Area } from "../../domain/workbook/area";
import { findFollowUps } from "../../domain/followUps/followUps";
import type { SheetSnapshot, ShownCell } from "../../domain/workbook/snapshot";
import { parseAreas } from "../parts/addresses";
import { askArea, rangeOf, readGrid } from "../parts/grid";
import { runRead } from "../run";
import { askBook, askTableAreas, withAreas, type BookFacts } from "./bookFacts";
import { errorTextsOnDemand } from "./errorsOnDemand";
import type { ErrorTexts } from "./errorSuspects";
import { halfRead, skipBlankRows, type HalfRead, type OpenedSheet } from "./halfRead";
import { answerBytes, readBlocks, type Rows } from "./sheetBlocks";

/**
 * A sheet's top left corner comes along with the first question about it: a small sheet is read in one round trip, and of a
 * large one it tells how long a row is.
 */
const corner: Area = { row: 0, column: 0, rows: 250, columns: 48 };
/** Rows below the last used one that are asked for as well: a list grows at its end. */
const growth = 40;

/** Where the values of a sheet were at the last reading. */
interface KnownSheet {
  readonly used: Area;
  readonly bytesPerRow: number;
}

/**
 * What earlier readings found, where the next one looks first: then facts and values come in one round trip. It is a guess and
 * nothing more: the facts that come along say whether it was right, and what it missed is asked for.
 */
interface Guess {
  /** The workbook's facts at the last reading; null before there was one. */
  readonly facts: BookFacts | null;
  readonly sheets: ReadonlyMap<string, KnownSheet>;
}

const noGuess: Guess = { facts: null, sheets: new Map() };

interface AskedSheet {
  /** Where values were asked for. */
  readonly area: Area;
  readonly merged: boolean;
  readonly read: () => OpenedSheet | null;
}

/** A list's headers are looked for in so many rows. */
const headRows = 20;

/** Asks for the first rows of an area as they are shown; the returned function tells those that are used. */
function askHead(sheet: Excel.Worksheet, area: Area): (used: Area) => readonly (readonly ShownCell[])[] | null {
  const part = { ...area, rows: Math.min(area.rows, headRows) };
  const range = rangeOf(sheet, part);
  range.load("formulas,text");
  return (used) => {
    const texts = readGrid(range.text, part);
    const formulas = readGrid(range.formulas, part);
    const [row, column] = [used.row - part.row, used.column - part.column];
    if (!texts?.[row] || !formulas || column < 0) return null;
    return texts.slice(row).map((shown, index) =>
      shown.slice(column, column + used.columns).map((text, at): ShownCell => {
        const formula = formulas[row + index]?.[column + at];
        return {
          text: String(text),
          calculated: typeof formula === "string" && formula.startsWith("=") && formula !== text,
        };
      }),
    );
  };
}

/**
 * Asks for a sheet's used cells, filters and the values of an area; the returned function tells null where they are too large.
 * @param isPlain whether merged cells and headers matter: in a sheet with a table they do not
 */
function askSheet(sheet: Excel.Worksheet, area: Area, isPlain: boolean): AskedSheet {
  sheet.load("name,autoFilter/enabled,autoFilter/isDataFiltered");
  sheet.tables.load("items/name,items/autoFilter/isDataFiltered");
  const used = sheet.getUsedRangeOrNullObject(true).untrack();
  const usedArea = askArea(used);
  const first = rangeOf(sheet, area);
  first.load("values");
  const head = isPlain ? askHead(sheet, area) : null;
  const merged = isPlain ? sheet.getRange().untrack().getMergedAreasOrNullObject().untrack() : null;
  merged?.load("address");
  return {
    area,
    merged: isPlain,
    read: () => {
      const values = readGrid(first.values, area);
      const areas = merged && !merged.isNullObject ? parseAreas(merged.address) : [];
      const place = used.isNullObject ? null : usedArea();
      return (
        values && {
          name: sheet.name,
          used: place,
          // What cannot be read counts as merged from end to end: nothing is written there.
          merged: place ? (areas ?? [place]) : [],
          filtered:
            sheet.autoFilter.isDataFiltered === true ||
            sheet.tables.items.some((table) => table.autoFilter.isDataFiltered === true),
          autoFilter: sheet.autoFilter.enabled === true,
          area,
          values,
          head: place && head ? head(place) : null,
        }
      );
    },
  };
}

/** Where a sheet's values begin, as many rows as one answer takes, where none of what was asked can be used; else null. */
function missedArea({ read }: AskedSheet): Area | null {
  const opened = read();
  const half = opened && halfRead(opened);
  return half?.rows.length === 0 ? (half.rest[0]?.area ?? null) : null;
}

/** True for a sheet on which merged cells matter: one without a table, or any before there is a follow-up table. */
function mergesMatter({ tables }: Pick<BookFacts, "tables">, name: string): boolean {
  return tables.every(({ sheet }) => sheet !== name) || findFollowUps({ tables }) === null;
}

interface Found {
  readonly reading: WorkbookReading;
  readonly facts: BookFacts;
  /** Where the values of the sheets that were read are; null for a sheet that has none. */
  readonly places: ReadonlyMap<string, KnownSheet | null>;
}

interface Wanted {
  readonly choose: SheetChoice;
  readonly progress: Progress;
  readonly knowErrors: ErrorTexts;
  /** False where Excel has failed to tell merged cells: then every used cell counts as merged. */
  readonly canTellMerged: boolean;
}

/**
 * Asks for the sheets that would have been chosen on the last facts, in the places where their values were and together within one
 * answer; without such facts for the corner of the open sheet, the likeliest to be wanted. The returned function tells each by its
 * title.
 */
function askKnown(
  { workbook: { worksheets } }: Excel.RequestContext,
  { facts, sheets }: Guess,
  { choose, canTellMerged }: Wanted,
): (activeSheet: string) => ReadonlyMap<string, AskedSheet> {
  if (!facts) {
    const open = askSheet(worksheets.getActiveWorksheet(), corner, false);
    return (activeSheet) => new Map([[activeSheet, open]]);
  }
  let left = answerBytes;
  const asked = [...new Set(choose(facts))].map((name): readonly [string, AskedSheet] => {
    const askMerged = canTellMerged && mergesMatter(facts, name);
    const known = sheets.get(name);
    if (!known) return [name, askSheet(worksheets.getItem(name), corner, askMerged)];
    const { used, bytesPerRow } = known;
    const most = Math.min(used.rows + growth, sheetLimits.rows - used.row);
    const rows = Math.max(1, Math.min(most, Math.floor(left / bytesPerRow)));
    left = Math.max(0, left - rows * bytesPerRow);
    return [name, askSheet(worksheets.getItem(name), { ...used, rows }, askMerged)];
  });
  return () => new Map(asked);
}

/** Asks for what the guess says; then for what is wanted and was not in it. */
async function askWanted(context: Excel.RequestContext, guess: Guess, wanted: Wanted) {
  const { choose, canTellMerged } = wanted;
  const book = askBook(context);
  const places = askTableAreas(context, guess.facts?.tables.map(({ name }) => name) ?? []);
  const knownSheets = askKnown(context, guess, wanted);
  await context.sync();

  const facts = book();
  const known = knownSheets(facts.activeSheet);
  let isComplete = true;
  const sheets = [...new Set(choose(facts))].map((name) => {
    // Excel on some machines forgets a person's undo steps when it is asked for merged cells, so it is asked only where the
    // answer matters: beside a table they are met once, when the follow-up table gets its columns.
    const needsMerged = canTellMerged && mergesMatter(facts, name);
    const before = known.get(name);
    const missed = before && missedArea(before);
    if (before && missed === null && (before.merged || !needsMerged)) return before;
    isComplete = false;
    return askSheet(context.workbook.worksheets.getItem(name), missed ?? before?.area ?? corner, needsMerged);
  });
  const areas = places();
  const unknown = facts.tables.map(({ name }) => name).filter((name) => !areas.has(name));
  const rest = askTableAreas(context, unknown);
  if (unknown.length > 0 || !isComplete) await context.sync();
  return { facts, areas: new Map([...areas, ...rest()]), sheets };
}

function snapshotOf(
  facts: BookFacts,
  { sheet, rows, blank }: HalfRead,
  blocks: readonly Rows[],
): readonly SheetSnapshot[] {
  const found = facts.sheets.find(({ name }) => name === sheet.name);
  if (!found) return [];
  const area = sheet.used ?? { row: 0, column: 0, rows: 0, columns: 0 };
  const { used, merged, filtered, autoFilter, head } = sheet;
  const blankRow = Array.from({ length: area.columns }, () => "");
  const skipped = Array.from({ length: blank }, () => blankRow);
  const grid = { sheet: sheet.name, area, values: [rows, skipped, ...blocks].flat() };
  return [{ sheet: found, used, merged, filtered, autoFilter, grid, ...(head ? { head } : {}) }];
}

async function readOnce(context: Excel.RequestContext, guess: Guess, wanted: Wanted): Promise<Result<Found>> {
  const { facts, areas, sheets } = await askWanted(context, guess, wanted);
  const opened = sheets.map(({ read }) => read());
  const known = opened.flatMap((sheet) => (sheet ? [halfRead(sheet)] : []));
  if (known.length < opened.length) return fail({ code: "tooLarge" });
  const halves = await skipBlankRows(context, known);
  const blocks = await readBlocks(
    context,
    halves.flatMap(({ rest }) => rest),
    wanted.progress,
  );
  if (!blocks.ok) return blocks;
  const book = withAreas(facts, areas);
  const snapshots = halves.flatMap((half) => {
    const own = blocks.value.filter(({ block }) => block.sheet === half.sheet.name).map(({ rows }) => rows);
    return snapshotOf(facts, half, own);
  });
  if (!book || snapshots.length < halves.length) return fail({ code: "drift", what: "Workbook.worksheets" });
  const grids = await wanted.knowErrors(
    context,
    snapshots.map(({ grid }) => grid),
  );
  const read = snapshots.map((snapshot, index) => ({ ...snapshot, grid: grids[index] ?? snapshot.grid }));
  return succeed({
    reading: {
      book,
      openIsEmpty: facts.openIsEmpty,
      sheets: new Map(read.map((snapshot) => [snapshot.sheet.name, snapshot])),
    },
    facts,
    places: new Map(
      halves.map(({ sheet: { name, used }, rows, blank, bytesPerRow }) => {
        // Next time the rows before the blank ones are asked for again, and where anything follows.
        const place = used && (blank > 0 ? { ...used, rows: rows.length } : used);
        return [name, place && { used: place, bytesPerRow }] as const;
      }),
    ),
  });
}

/** Faults that a wrong guess leads to: a sheet or table has gone, or its rows have become longer. */
function fromGuess({ code }: Fault): boolean {
  return code === "drift" || code === "tooLarge";
}

/** Reads the workbook's facts and the sheets that are chosen on them; see the port. Each reader remembers where it found things. */
export function createWorkbookReader(
  knowErrors: ErrorTexts = errorTextsOnDemand(),
): (choose: SheetChoice, progress: Progress) => Promise<Result<WorkbookReading>> {
  let guess = noGuess;

  async function read(wanted: Wanted): Promise<Result<Found>> {
    const known = guess;
    const found = await runRead((context) => readOnce(context, known, wanted));
    if (found.ok || known === noGuess || !fromGuess(found.fault)) return found;
    guess = noGuess;
    return runRead((context) => readOnce(context, noGuess, wanted));
  }

  async function readTelling(wanted: Wanted): Promise<Result<Found>> {
    const found = await read(wanted);
    if (found.ok || !wanted.canTellMerged || (found.fault.code !== "busy" && found.fault.code !== "unexpected"))
      return found;
    // Excel lists at most 512 merged areas and gives an error for a sheet that has more. Then all of it counts as merged.
    const plain = await read({ ...wanted, canTellMerged: false });
    if (!plain.ok) return plain;
    const { reading } = plain.value;
    const merged = [...reading.sheets].map(([name, sheet]): [string, SheetSnapshot] => {
      return [name, mergesMatter(reading.book, name) && sheet.used ? { ...sheet, merged: [sheet.used] } : sheet];
    });
    return succeed({ ...plain.value, reading: { ...reading, sheets: new Map(merged) } });
  }

  return async (choose, progress) => {
    const found = await readTelling({ choose, progress, knowErrors, canTellMerged: true });
    if (!found.ok) return found;
    const sheets = new Map(guess.sheets);
    for (const [name, place] of found.value.places) {
      if (place) sheets.set(name, place);
      else sheets.delete(name);
    }
    guess = { facts: found.value.facts, sheets };
    return succeed(found.value.reading);
  };
}
