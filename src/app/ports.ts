import type { DateSystem } from "../domain/values/date";
import type { CellInput, CellValue } from "../domain/values/value";
import type { TableNow } from "../domain/workbook/tableNow";
import type { Action } from "../domain/workbook/action";
import type { LookGroup } from "../domain/workbook/looks";
import type {
  BookSnapshot,
  InstalledSnapshot,
  NameFacts,
  SheetSnapshot,
  TableFacts,
  ValueGrid,
} from "../domain/workbook/snapshot";
import type { Area } from "../domain/workbook/area";
import type { Before, BeforeRequest } from "../domain/restore/before";
import type { Answer, Facts } from "../domain/selfCheck/answer";
import type { HostIdentity } from "../domain/selfCheck/host";
import type { OwnProbe, Trial } from "../domain/selfCheck/probes";
import type { Json } from "../domain/record/anonymise";
import type { RecordedHost } from "../domain/record/record";
import type { Fault, Result } from "./fault";

/** Long work reports here; `cancelled` is asked between round trips. */
export interface Progress {
  readonly report: (done: number, total: number) => void;
  readonly cancelled: () => boolean;
}

/** Something in these rows of the sheet may have changed. A hint, never the truth: re-read before acting. */
export type SheetChange =
  | {
      readonly kind: "cells";
      readonly area: Area;
      /** True for what was changed at this machine, by the person or another add-in; a co-author's change is told by their own pane. */
      readonly isLocal?: boolean;
    }
  /** Rows or columns came, went or moved, or Excel did not say what changed. */
  | { readonly kind: "structure"; readonly isLocal?: undefined };

/** What is known of a workbook when it is said which sheets are wanted: all but where its tables stand. */
export interface BookOutline {
  /** Title of the sheet that is open. */
  readonly activeSheet: string;
  readonly tables: readonly Omit<TableFacts, "area">[];
  readonly names: readonly NameFacts[];
}

/** Says on the workbook's facts which sheets are to be read with them. */
export type SheetChoice = (book: BookOutline) => readonly string[];

/** The workbook's facts, and the sheets that were chosen, by their titles. */
export interface WorkbookReading {
  readonly book: BookSnapshot;
  /** True where nothing stands on the open sheet. */
  readonly openIsEmpty: boolean;
  readonly sheets: ReadonlyMap<string, SheetSnapshot>;
}

/** Formulas in a column. */
export interface FormulaCells {
  /** How many of its cells hold one. */
  readonly cells: number;
  /** Row of the first of them, zero-based on the sheet; the column's own first row where there is none. */
  readonly first: number;
}

export interface InstalledRequest {
  /** Sheets of ours whose used cells are wanted with their formulas. */
  readonly sheets: readonly string[];
  readonly followUpSheet: string;
  /** In which the workbook counts days: Excel tells some limits as dates. */
  readonly dateSystem: DateSystem;
  /** Sheets of which it is wanted how they are printed. */
  readonly pages: readonly string[];
  /** Body of the follow-up table, or null before it exists (then nothing of the follow-up sheet is read). */
  readonly body: Area | null;
  /** Columns (zero-based, of the sheet) whose validation is wanted. */
  readonly validationColumns: readonly number[];
  /** Columns (zero-based, of the sheet) that should hold nothing but formulas. */
  readonly formulaColumns: readonly number[];
  /** Columns (zero-based, of the sheet) that people fill in, whose formulas are to be counted. */
  readonly fieldColumns: readonly number[];
  /** Areas of that sheet whose contents and number formats come with it: few cells enough for one answer. */
  readonly formatted: readonly Area[];
}

export interface InstalledReading {
  readonly installed: InstalledSnapshot;
  /** Formulas in the field columns, in their order; null where Excel could not tell in the same look. */
  readonly formulas: readonly FormulaCells[] | null;
  /** The areas with their contents and formats, in their order. */
  readonly formatted: readonly FormattedCells[];
}

/** How a failed change left the workbook. */
export type Aftermath =
  /** Nothing had been written. */
  | "unchanged"
  /** What had been written was taken back. */
  | "restored"
  /** Some of it stands; running the same again completes it. */
  | "partial";

/** Looks that Excel would not set, and why. All else of the change stands; carrying its actions out later completes it. */
export interface LeftLooks extends LookGroup {
  readonly fault: Fault;
}

export type ApplyResult =
  | {
      readonly ok: true;
      /** Actions carried out. */
      readonly value: number;
      /** Looks that were not set; absent where all of them were. */
      readonly left?: readonly LeftLooks[];
    }
  | { readonly ok: false; readonly fault: Fault; readonly aftermath: Aftermath };

export interface TableRequest {
  readonly table: string;
  /** Headers by which the key column may be known: the first one that the table has counts. */
  readonly keyHeaders: readonly string[];
}

/** One area as it is: contents and number formats (en-US codes), row by row. */
export interface FormattedCells {
  readonly cells: readonly (readonly CellInput[])[];
  readonly formats: readonly (readonly string[])[];
}

/** Finding out how this Excel answers, on a scratch sheet that is taken away again. Nothing else in the workbook is touched. */
export interface SelfCheckPort {
  readonly host: () => HostIdentity;
  /** Takes away what an earlier run may have left and adds the scratch sheet; `taken` where a sheet of its name is not ours. */
  readonly open: () => Promise<Result<"opened" | "taken">>;
  /** Asks one thing in requests of its own. Never rejects: an error is an answer. */
  readonly ask: (probe: OwnProbe) => Promise<Answer>;
  /** What is written down without a judgement: how long a round trip takes, and the like. Never rejects. */
  readonly notes: () => Promise<Facts>;
  /** Opens the scratch sheet for a person and prepares what they are to do there. */
  readonly beginTrial: (trial: Trial) => Promise<Result<void>>;
  /** What became of it. Never rejects. */
  readonly endTrial: (trial: Trial) => Promise<Answer>;
  /** Opens the sheet that was open before, and takes the scratch sheet away. */
  readonly close: () => Promise<Result<void>>;
}

/** One request to Excel as it was sent, and what came back. It holds what people wrote. */
export interface HeardExchange {
  readonly asked: Json;
  /** Null where the request as a whole was refused. */
  readonly answered: Json;
  /** Code of the error that refused it; null where it was answered. */
  readonly refused: string | null;
}

/** What is needed to record how this Excel answers. */
export interface RecorderPort {
  /** What Office says of itself. */
  readonly host: () => RecordedHost;
  /** Hears every request that begins from now on, and its answer, until the returned function is called. */
  readonly listen: (hear: (exchange: HeardExchange) => void) => () => void;
  /** Asks for what the workbook is made of, only so that it is heard. */
  readonly look: () => Promise<Result<void>>;
  /** Puts a record into a hidden sheet of its own; nothing is written where somebody else's sheet has its name. */
  readonly save: (text: string) => Promise<Result<"saved" | "foreign">>;
  readonly remove: () => Promise<Result<"deleted" | "none" | "foreign">>;
}

/** The top of a sheet, from its first cell on. */
export interface SheetTop {
  readonly sheet: string;
  readonly values: readonly (readonly CellValue[])[];
  /** The last used row, as Excel numbers it. */
  readonly lastRow: number;
}

/** The workbook as the use cases see it. Implemented over Office.js in `src/excel`. */
export interface WorkbookPort {
  /**
   * Sheets, tables, names and the open sheet, and with them the used values of the sheets that are chosen on these facts, with merged
   * areas and filter state. Values only, in chunks below the payload limit. The first time two round trips and the chunks that do not
   * come with them; later one, as long as things are where they were.
   */
  readonly readWorkbook: (choose: SheetChoice, progress: Progress) => Promise<Result<WorkbookReading>>;
  /** The top rows of these sheets; one that is empty is left out. One round trip. */
  readonly readTops: (sheets: readonly string[]) => Promise<Result<readonly SheetTop[]>>;
  /** Values of one rectangle. One round trip. */
  readonly readValues: (sheet: string, area: Area) => Promise<Result<ValueGrid>>;
  /**
   * Tables as they stand at this moment, with the values of each one's key column. Null for one that has lost that
   * column; a table that is not there is a fault. Two round trips.
   */
  readonly readTables: (wanted: readonly TableRequest[]) => Promise<Result<readonly (TableNow | null)[]>>;
  /** Rows or other small areas, formulas as such. One round trip. */
  readonly readCells: (
    sheet: string,
    areas: readonly Area[],
  ) => Promise<Result<readonly (readonly (readonly CellInput[])[])[]>>;
  /** Formulas in columns of one sheet, one column wide each, without the formulas themselves. One round trip where Excel can tell. */
  readonly readFormulaCells: (sheet: string, columns: readonly Area[]) => Promise<Result<readonly FormulaCells[]>>;
  /** Cells of several areas with their number formats, formulas as such. One round trip. */
  readonly readFormatted: (sheet: string, areas: readonly Area[]) => Promise<Result<readonly FormattedCells[]>>;
  /** What stands where a change is to write, so that it can be given back. One round trip, and the chunks that do not come with it. */
  readonly readBefore: (request: BeforeRequest) => Promise<Result<Before>>;
  /** What has been installed, and the formulas in columns that people fill in. Two round trips where all is in place. */
  readonly readInstalled: (request: InstalledRequest) => Promise<Result<InstalledReading>>;
  /**
   * Carries out actions in order, one change at a time across the pane (a write queue): all of them or none, but for looks, which come
   * last and are left where Excel will not set them.
   */
  readonly apply: (actions: readonly Action[], progress: Progress) => Promise<ApplyResult>;
  /** Sheet and place of what is selected. One round trip. */
  readonly readSelection: () => Promise<Result<{ readonly sheet: string; readonly area: Area }>>;
  /** Opens the sheet and selects the cells. */
  readonly select: (sheet: string, area: Area) => Promise<Result<void>>;
  /**
   * Tells of changes made by people (and by other add-ins) on these sheets until the returned function is called; never of our own.
   * Tells too what is selected there, now and later: not every change is told. One round trip for all of them.
   */
  readonly watch: (
    sheets: readonly string[],
    onChange: (sheet: string, change: SheetChange) => void,
    onSelect: (sheet: string, areas: readonly Area[]) => void,
  ) => Promise<Result<() => Promise<void>>>;
  /** Tells when another sheet is opened. */
  readonly watchActivation: (onActivate: () => void) => Promise<Result<() => Promise<void>>>;
  /** Loaded when somebody asks for it; each call gives another one. */
  readonly selfCheck: () => Promise<SelfCheckPort>;
  /** For a record of what Excel answers; loaded when somebody asks for one. */
  readonly recorder: () => Promise<RecorderPort>;
}

/** What the use cases need from the machine around them. */
export interface Surroundings {
  /** Today as a serial of the 1900 system, from the computer's calendar; used only until the workbook has its own FU_Today. */
  readonly today: () => number;
  /** Fresh random customer IDs, `count` of them, all different. */
  readonly newIds: (count: number) => readonly string[];
  /** Lets the browser paint and take input, so that no work blocks it for long. */
  readonly pause: () => Promise<void>;
  /** Now by the computer's clock: day and time of day as a serial of the 1900 system. For the entry time of the log only. */
  readonly now: () => number;
  /** Local wall-clock time such as `10:42`, for the status line only. */
  readonly clock: () => string;
  /** True where whatever the add-in writes empties the person's list of steps for Ctrl+Z: then nothing is written that nobody asked for. */
  readonly writesEndUndo: boolean;
}
