/** What a member's value says, by which it is told what of it may stand in a record. */
export type Role =
  /** What stands in cells, or what a formula gives. */
  | "cells"
  /** A formula, or the limits and the source of a rule. */
  | "formula"
  | "address"
  | "name"
  /** What Excel calls a thing by. */
  | "id"
  | "numberFormat"
  /** One of Excel's own words, such as `Visible`. */
  | "word"
  | "color"
  | "style"
  /** How many or the how-manieth. */
  | "count"
  /** A size in points. */
  | "size"
  /** Anything else: only its shape is kept. */
  | "other";

const roles: Readonly<Record<Exclude<Role, "other">, string>> = {
  cells: "values formulas formulasLocal formulasR1C1 text value numberFormatLocal",
  formula: "formula formula1 formula2 source formulaLocal minimum maximum criterion1 criterion2",
  address: "address addressLocal",
  name: "name",
  id: "id _referenceId worksheetId tableId",
  numberFormat: "numberFormat",
  word:
    "visibility type operator valueTypes chartType position alertStyle horizontalAlignment verticalAlignment orientation underline " +
    "pattern sideIndex weight majorTickMark minorTickMark tickLabelPosition axisGroup calculationMode calculationState protectionType " +
    "conditionalFormatType readingOrder seriesBy shape code location @odata.type",
  color: "color",
  style: "style",
  count:
    "rowIndex columnIndex rowCount columnCount cellCount count priority index actionId httpStatusCode actionIndex gapWidth",
  size:
    "rowHeight columnWidth standardWidth standardHeight height width left top size horizontalFitToPages verticalFitToPages scale " +
    "leftMargin rightMargin topMargin bottomMargin zoom tintAndShade",
};

const roleOfMember: ReadonlyMap<string, Role> = new Map(
  Object.entries(roles).flatMap(([role, members]) =>
    members.split(" ").map((member) => [member.toLowerCase(), role as Role] as const),
  ),
);

/** What a member's value says. The client and Excel spell members with a small or a capital letter. */
export function roleOf(member: string): Role {
  return roleOfMember.get(member.toLowerCase()) ?? "other";
}

/** Arguments of methods by place; what is not listed keeps its shape alone. Numbers are places in the workbook, words Excel's own. */
const methodArguments: Readonly<Record<string, readonly Role[]>> = {
  GetRange: ["address"],
  GetRanges: ["address"],
  GetItem: ["name"],
  GetItemOrNullObject: ["name"],
  GetItemAt: ["count"],
  GetRangeByIndexes: ["count", "count", "count", "count"],
  GetCell: ["count", "count"],
  GetColumn: ["count"],
  GetRow: ["count"],
  GetRowsBelow: ["count"],
  GetRowsAbove: ["count"],
  GetColumnsAfter: ["count"],
  GetColumnsBefore: ["count"],
  GetOffsetRange: ["count", "count"],
  GetResizedRange: ["count", "count"],
  GetSpecialCells: ["word", "word"],
  GetSpecialCellsOrNullObject: ["word", "word"],
  GetDimensionValues: ["word"],
  CopyFrom: ["address", "word"],
  Insert: ["word"],
  Delete: ["word"],
  Clear: ["word"],
  Resize: ["address"],
  SetPosition: ["address", "address"],
  SetPrintArea: ["address"],
  SetSolidColor: ["color"],
  FreezeRows: ["count"],
  FreezeColumns: ["count"],
  DeleteRowsAt: ["count", "count"],
  _RemoveReference: ["id"],
  "Worksheets.Add": ["name"],
  "Tables.Add": ["address"],
  "Names.Add": ["name", "formula"],
  "ConditionalFormats.Add": ["word"],
  "Charts.Add": ["word", "address", "word"],
  "Functions.Date": ["count", "count", "count"],
  "Borders.": ["word"],
};

/** The role of a method's argument. @param parent member that leads to the object, such as `Tables` */
export function roleOfArgument(parent: string, method: string, place: number): Role {
  // An indexer has no name: its argument is a key.
  const known = methodArguments[`${parent}.${method}`] ?? methodArguments[method] ?? (method === "" ? ["name"] : []);
  return known[place] ?? "other";
}
