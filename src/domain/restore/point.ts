import type { PlacedHighlight, Validation } from "../workbook/action";
import {
  either,
  isFlag,
  isNumber,
  isText,
  listOf,
  only,
  orNull,
  pairOf,
  shape,
  type Guard,
  type Guarded,
} from "./guards";

const isArea = shape({ row: isNumber, column: isNumber, rows: isNumber, columns: isNumber });
const isCell = either(either(either(isText, isNumber), isFlag), shape({ formula: isText }));
const isLimits = shape({ type: only("date", "decimal"), minimum: isNumber, maximum: orNull(isNumber) });
const isRule = either(
  either(shape({ type: only("list"), source: isText }), shape({ type: only("custom"), formula: isText })),
  isLimits,
);
const isValidation: Guard<Validation> = shape({
  rule: isRule,
  alert: orNull(shape({ style: only("stop", "warning"), message: isText })),
  title: isText,
  hint: orNull(isText),
});
const isHighlight: Guard<PlacedHighlight> = shape({
  areas: listOf(isArea),
  highlight: shape({ formula: isText, fill: orNull(isText), font: orNull(isText), bold: isFlag }),
});

/** A row of the list by its customer's ID, or by its number: in the list's body, or on the sheet, from 0 on. */
const isRowKey = either(isText, isNumber);

const isSheetPart = shape({
  kind: only("sheet"),
  sheet: isText,
  /** What we wrote there (`printOf`); null where it is not known any more. */
  print: orNull(isText),
});
const isTablePart = shape({
  kind: only("table"),
  /** Its name before; null where there was none. */
  was: orNull(isText),
  /** Columns before. */
  columns: isNumber,
  /** Cells with filter buttons of the sheet's own, which a table takes off; null for none. */
  filter: orNull(isArea),
});
const isColumnPart = shape({
  kind: only("column"),
  header: isText,
  role: only("id", "calculated", "noted", "field"),
  /** What we put into each cell; null where people fill it in, or it holds IDs. */
  formula: orNull(isText),
  /** Points; null for the sheet's usual width. */
  width: orNull(isNumber),
  hidden: isFlag,
  /** Number formats from the header down. */
  formats: listOf(pairOf(isNumber, isText)),
});
const isHeaderPart = shape({ kind: only("header"), before: isCell, after: isText });
const isCellsPart = shape({
  kind: only("cells"),
  sheet: isText,
  /** Header of a column of the list, or the number of a column on the sheet. */
  column: isRowKey,
  rows: listOf(isRowKey),
  before: listOf(pairOf(isNumber, isCell)),
  after: listOf(pairOf(isNumber, isCell)),
});
const isFormatsPart = shape({
  kind: only("formats"),
  sheet: isText,
  column: isRowKey,
  rows: listOf(isRowKey),
  before: listOf(pairOf(isNumber, isText)),
  after: listOf(pairOf(isNumber, isText)),
});
/** A column that holds one formula throughout. */
const isFormulaPart = shape({
  kind: only("formula"),
  header: isText,
  before: isText,
  after: isText,
});
/** A table on a sheet of ours that got another place. */
const isSizedPart = shape({
  kind: only("sized"),
  table: isText,
  sheet: isText,
  /** Null for one that the change made. */
  before: orNull(isArea),
});
const isValidationsPart = shape({
  kind: only("validations"),
  header: isText,
  /** From the first row of the body down: rows, and their rule. */
  pieces: listOf(pairOf(isNumber, orNull(isValidation))),
});
const isRulesPart = shape({ kind: only("rules"), marker: isText, before: listOf(isHighlight) });
const isNamePart = shape({
  kind: only("name"),
  name: isText,
  /** Null where there was none, and where the change took it away. */
  before: orNull(isText),
  after: orNull(isText),
});

/** Rows that the change put below the list. */
const isRowsPart = shape({
  kind: only("rows"),
  /** By their IDs, with what tells whether people have changed one since (`rowPrint`). */
  rows: listOf(pairOf(isText, isText)),
});
/** A sheet whose print was as Excel begins, and was set up as a list's. */
const isPagePart = shape({ kind: only("page"), sheet: isText });
/** Texts in the store that say nothing any more once the change was given back. */
const isBoundPart = shape({ kind: only("bound"), keys: listOf(isText) });

const partGuards = [
  ...[isSheetPart, isTablePart, isColumnPart, isHeaderPart, isCellsPart],
  ...[isFormatsPart, isFormulaPart, isSizedPart, isValidationsPart, isRulesPart, isNamePart],
  ...[isRowsPart, isPagePart, isBoundPart],
] as const;

/** One thing that a change wrote over or made, as it was before and as the change left it. */
export type Part = Guarded<(typeof partGuards)[number]>;
export type PartOf<Kind extends Part["kind"]> = Extract<Part, { readonly kind: Kind }>;

const isPart: Guard<Part> = (value): value is Part => partGuards.some((guard) => guard(value));

const isCause = only("setUp", "schema", "fixes", "update");
/**
 * What a restore point was made with: a set-up (also one that completes an earlier one), changed fields and rules, repaired cells, an
 * update from an export.
 */
export type RestoreCause = Guarded<typeof isCause>;

const isList = shape({
  sheet: isText,
  /** Table with its header row, after the change. */
  area: isArea,
  /** Header of the column of IDs; null where there is none. */
  idHeader: orNull(isText),
});

const isEntry = shape({
  id: isText,
  /** Day and time, serial of the 1900 system. */
  at: isNumber,
  cause: isCause,
  /** True for the first set-up: giving it back takes everything of ours out. */
  first: isFlag,
  /** Size of what is remembered, bytes of UTF-8. */
  bytes: isNumber,
});
/** A restore point as the list of them shows it. */
export type PointEntry = Guarded<typeof isEntry>;

const isContent = shape({
  /** Title of the sheet that was open: where the list is adopted on a sheet of its own, the one that it was taken from. */
  opened: isText,
  list: orNull(isList),
  parts: listOf(isPart),
});

/** What one change found before it. */
export type PointContent = Guarded<typeof isContent>;

export interface RestorePoint {
  readonly entry: PointEntry;
  readonly content: PointContent;
}

const isIndex = shape({
  points: listOf(isEntry),
  /** Points that were dropped to keep the size. */
  dropped: isNumber,
});
export type PointIndex = Guarded<typeof isIndex>;

export const noPoints: PointIndex = { points: [], dropped: 0 };

function parsed<T>(text: string | undefined, guard: Guard<T>): T | null {
  if (text === undefined) return null;
  try {
    const value: unknown = JSON.parse(text);
    return guard(value) ? value : null;
  } catch {
    return null;
  }
}

export function readIndex(text: string | undefined): PointIndex {
  return parsed(text, isIndex) ?? noPoints;
}

/** Null for a text that is damaged. */
export function readContent(text: string | undefined): PointContent | null {
  return parsed(text, isContent);
}
