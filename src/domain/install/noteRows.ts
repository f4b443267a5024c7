import type { NoteAuthor } from "../adoption/choices";
import type { DatedNote } from "../adoption/notes/notes";
import { logColumns, type LogColumn } from "../log/logColumns";
import { logText } from "../log/logText";
import type { CellInput } from "../values/value";
import type { SetUpSubject } from "./setUpInput";

/** Whose the notes are, and the IDs that the customers have by then, row by row. */
interface NoteOwners {
  readonly ids: readonly string[];
  readonly author: NoteAuthor;
}

/** Letters at a note's beginning among which the way of contact is looked for: 电话，要报价. */
const opening = 12;

/** Rows of a new log for dated notes of the list: as touches of that day. When they were entered nobody knows. */
export function noteRows(
  { input, located, schema, words }: SetUpSubject,
  notes: readonly DatedNote[],
  { ids, author }: NoteOwners,
): readonly (readonly CellInput[])[] {
  const { values, columns } = located.records;
  const methods = schema.lists.find(({ key }) => key === "method")?.entries ?? [];
  const logIds = input.newIds(notes.length);
  return notes.map(({ row, day, text }, index) => {
    const cell = (field: "customer" | "owner") => String(values[row]?.[columns.get(field) ?? -1] ?? "");
    const start = text.slice(0, opening).toLowerCase();
    const cells: Partial<Readonly<Record<LogColumn, CellInput>>> = {
      id: logIds[index] ?? "",
      customerId: ids[row] ?? "",
      customer: cell("customer"),
      kind: logText[words.language].kind.contact,
      date: day,
      who: author === "owner" ? cell("owner") : "",
      method: methods.find((method) => start.includes(method.toLowerCase())) ?? "",
      content: text,
      promise: logText[words.language].promise.none,
    };
    return logColumns.map((column) => cells[column] ?? "");
  });
}
