import type { CellInput } from "../values/value";
import type { Action } from "../workbook/action";
import { freeTitle } from "../workbook/layout";
import type { BookSnapshot, TableFacts } from "../workbook/snapshot";
import type { Area } from "../workbook/area";
import type { Language } from "../values/language";
import { logText } from "./logText";
import { logColumns, logTable, type LogColumn } from "./logColumns";
import { logColumnsOf } from "./readLog";

/** Number formats of the log's columns; null where cells keep the format they have. IDs are text, so that none turns into a number. */
const logFormats: Readonly<Record<LogColumn, string | null>> = {
  id: "@",
  enteredAt: "yyyy-mm-dd hh:mm",
  customerId: "@",
  customer: null,
  kind: null,
  date: "yyyy-mm-dd",
  who: null,
  method: null,
  content: null,
  feedback: null,
  result: null,
  fromStage: null,
  toStage: null,
  promised: "yyyy-mm-dd",
  promise: null,
};

/** Width in characters. Content and feedback are what people read. */
const logWidths: Readonly<Record<LogColumn, number>> = {
  id: 14,
  enteredAt: 18,
  customerId: 14,
  customer: 22,
  kind: 10,
  date: 13,
  who: 12,
  method: 10,
  content: 44,
  feedback: 32,
  result: 14,
  fromStage: 14,
  toStage: 14,
  promised: 15,
  promise: 16,
};

/** The log table of a workbook, or null. */
export function findLog<Table extends Pick<TableFacts, "name">>({
  tables,
}: {
  readonly tables: readonly Table[];
}): Table | null {
  return tables.find(({ name }) => name.toLowerCase() === logTable.toLowerCase()) ?? null;
}

/** Headers of the log's columns as they stand, or will stand on a new log; a column that has gone has none. */
export function logHeaders(
  book: { readonly tables: readonly Pick<TableFacts, "name" | "headers">[] },
  language: Language,
): ReadonlyMap<LogColumn, string> {
  const log = findLog(book);
  if (!log) return new Map(logColumns.map((column) => [column, logText[language].headers[column]]));
  const columns = logColumnsOf(log.headers);
  return new Map(
    log.headers.flatMap((header, offset) => {
      const column = columns[offset] ?? null;
      return column === null ? [] : [[column, header] as const];
    }),
  );
}

/** Formats of a new log row, by the column that each cell belongs to. */
export function formatsOf(columns: readonly (LogColumn | null)[]): readonly (string | null)[] {
  return columns.map((column) => column && logFormats[column]);
}

/**
 * The log on a sheet of its own, for a workbook that has none: headers and the rows given, or one blank row, which the first touch fills.
 * @param rows over the columns of a new log
 * @returns null where the workbook has a log
 */
export function planLogSheet(
  book: BookSnapshot,
  language: Language,
  tableStyle: string,
  rows: readonly (readonly CellInput[])[] = [],
): { readonly title: string; readonly actions: readonly Action[] } | null {
  if (findLog(book)) return null;
  const words = logText[language];
  const title = freeTitle(
    words.title,
    book.sheets.map(({ name }) => name),
  );
  const area: Area = { row: 0, column: 0, rows: 1 + Math.max(1, rows.length), columns: logColumns.length };
  const formats = logColumns.flatMap((column, offset): readonly Action[] => {
    const format = logFormats[column];
    return format === null
      ? []
      : [
          {
            kind: "setNumberFormat",
            sheet: title,
            area: { row: 1, column: offset, rows: area.rows - 1, columns: 1 },
            format,
          },
        ];
  });
  return {
    title,
    actions: [
      { kind: "addSheet", sheet: title, visibility: "visible" },
      {
        kind: "writeCells",
        sheet: title,
        area: { ...area, rows: 1 },
        cells: [logColumns.map((column) => words.headers[column])],
      },
      ...formats,
      ...(rows.length > 0
        ? [{ kind: "writeCells", sheet: title, area: { ...area, row: 1, rows: rows.length }, cells: rows } as const]
        : []),
      { kind: "createTable", sheet: title, area, name: logTable, style: tableStyle },
      { kind: "setColumnWidths", sheet: title, column: 0, widths: logColumns.map((column) => logWidths[column]) },
    ],
  };
}
