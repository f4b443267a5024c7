import { readFullDate } from "../values/cellDate";
import { isDateSerial, type DateSystem } from "../values/date";
import { foldText } from "../values/text";
import { isBlank, isErrorText, type CellValue } from "../values/value";
import type { TableFacts, ValueGrid } from "../workbook/snapshot";
import { bodyOf } from "../workbook/area";
import { headerKey } from "../followUps/knownNames";
import type { Language } from "../values/language";
import type { ReviewContext } from "../schema/reviewContext";
import { logText } from "./logText";
import { logColumns, type LogColumn } from "./logColumns";
import { promiseOutcomes, touchKinds, type Touch } from "./touch";

/** What keeps a part of the log from being read. */
export type LogProblem =
  /** The column's header was renamed or deleted; `header` is what it should be. */
  | { readonly code: "missingColumn"; readonly column: LogColumn; readonly header: string; readonly sheet: string }
  /** Two rows carry one ID: somebody copied a row. `rows` are Excel's row numbers. */
  | { readonly code: "doubledId"; readonly id: string; readonly rows: readonly number[]; readonly sheet: string };

export interface LogReading {
  /** In the order of the rows. */
  readonly touches: readonly Touch[];
  readonly problems: readonly LogProblem[];
}

const languages: readonly Language[] = ["zh-CN", "en"];

function byWord<T extends string>(values: readonly T[], wordOf: (value: T, language: Language) => string) {
  return new Map(
    values.flatMap((value) => languages.map((language) => [foldText(wordOf(value, language)), value] as const)),
  );
}

const columnByHeader = new Map(
  logColumns.flatMap((column) =>
    languages.map((language) => [headerKey(logText[language].headers[column]), column] as const),
  ),
);
const kindByWord = byWord(touchKinds, (kind, language) => logText[language].kind[kind]);
const promiseByWord = byWord(promiseOutcomes, (promise, language) => logText[language].promise[promise]);

/** Which log column stands at each header; null for a column that somebody added. The first of two equal headers counts. */
export function logColumnsOf(headers: readonly string[]): readonly (LogColumn | null)[] {
  const seen = new Set<LogColumn>();
  return headers.map((header) => {
    const column = columnByHeader.get(headerKey(header)) ?? null;
    if (column === null || seen.has(column)) return null;
    seen.add(column);
    return column;
  });
}

/** Log columns that the table has lost. */
export function lostColumns(sheet: string, headers: readonly string[], language: Language): readonly LogProblem[] {
  const found = new Set(logColumnsOf(headers));
  return logColumns
    .filter((column) => !found.has(column))
    .map((column) => ({ code: "missingColumn", column, header: logText[language].headers[column], sheet }));
}

function textOf(value: CellValue): string {
  return isErrorText(value) ? "" : String(value).trim();
}

/** A day as the check and its fixes read it, so that no touch is lost which they would call a date. */
function dayOf(value: CellValue, system: DateSystem): number | null {
  if (typeof value === "number") return isDateSerial(value, system) ? value : null;
  return typeof value === "string" ? readFullDate(value, system) : null;
}

/**
 * Reads the rows of the log. Rows that people typed are read as far as they go: a blank kind is a touch, a date as text
 * counts where it is plainly one. Blank rows are passed over. Nothing here throws, whatever stands in the sheet.
 * @param grid values of a rectangle that covers the table
 */
export function readLog(
  table: TableFacts,
  grid: ValueGrid,
  { language, system }: Pick<ReviewContext, "language" | "system">,
): LogReading {
  const columns = logColumnsOf(table.headers);
  const left = table.area.column - grid.area.column;
  const { row: first, rows } = bodyOf(table);
  const at = new Map(columns.flatMap((column, offset) => (column === null ? [] : [[column, left + offset] as const])));
  const touches: Touch[] = [];
  const rowsById = new Map<string, number[]>();
  for (let index = 0; index < rows; index += 1) {
    const cells = grid.values[first + index - grid.area.row] ?? [];
    const cell = (column: LogColumn): CellValue => {
      const offset = at.get(column);
      return offset === undefined ? "" : (cells[offset] ?? "");
    };
    if (logColumns.every((column) => isBlank(cell(column)))) continue;
    const row = first + index + 1;
    const id = textOf(cell("id"));
    if (id !== "") rowsById.set(id, [...(rowsById.get(id) ?? []), row]);
    const wholeDay = (column: LogColumn) => {
      const day = dayOf(cell(column), system);
      return day === null ? null : Math.floor(day);
    };
    touches.push({
      id,
      customerId: textOf(cell("customerId")),
      customer: textOf(cell("customer")),
      kind: kindByWord.get(foldText(textOf(cell("kind")))) ?? "contact",
      enteredAt: dayOf(cell("enteredAt"), system),
      date: wholeDay("date"),
      who: textOf(cell("who")),
      method: textOf(cell("method")),
      content: textOf(cell("content")),
      feedback: textOf(cell("feedback")),
      result: textOf(cell("result")),
      fromStage: textOf(cell("fromStage")),
      toStage: textOf(cell("toStage")),
      promised: wholeDay("promised"),
      promise: promiseByWord.get(foldText(textOf(cell("promise")))) ?? "none",
      row,
    });
  }
  const doubled = [...rowsById].flatMap(([id, same]): readonly LogProblem[] =>
    same.length > 1 ? [{ code: "doubledId", id, rows: same, sheet: table.sheet }] : [],
  );
  return { touches, problems: [...lostColumns(table.sheet, table.headers, language), ...doubled] };
}

/** A customer's touches, the latest first: by the day of the touch, then by the time of entry, then by the row. */
export function timelineOf(touches: readonly Touch[], customerId: string): readonly Touch[] {
  const day = (touch: Touch) => touch.date ?? Math.floor(touch.enteredAt ?? 0);
  return touches
    .filter((touch) => touch.customerId === customerId)
    .sort((a, b) => day(b) - day(a) || (b.enteredAt ?? 0) - (a.enteredAt ?? 0) || b.row - a.row);
}
