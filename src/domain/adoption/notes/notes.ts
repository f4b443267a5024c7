import { keyColumns, type Records } from "../../followUps/records";
import { kindOf } from "../../kinds/allKinds";
import { defaultField } from "../../schema/defaults";
import type { Steps } from "../../steps/steps";
import { isBlank } from "../../values/value";
import { noteEntries, type NoteContext } from "./noteEntries";

/** An entry of a cell with dated notes, and whose it is. */
export interface DatedNote {
  /** Place of the customer among the records. */
  readonly row: number;
  readonly day: number;
  readonly text: string;
}

/** Dated notes in the cells of a list, which can become rows of the log. */
export interface NotesFound {
  /** Columns of the list that hold them, as offsets. */
  readonly columns: readonly number[];
  /** Cells that hold such notes. */
  readonly cells: number;
  /** In the order of their days, within a day in the order in which they stand. */
  readonly notes: readonly DatedNote[];
}

/** Fewer cells with dated notes are chance, not a habit. */
const fewestCells = 2;

/** Columns in which people keep notes: those of long texts, and those that are no field of ours. */
function noteColumns({ area, columns }: Records): readonly number[] {
  const others = new Map([...columns].map(([field, column]) => [column, field]));
  return Array.from({ length: area.columns }, (_, column) => column).filter((column) => {
    const field = others.get(column);
    return field === undefined || kindOf(defaultField(field, null).kind).form.control === "lines";
  });
}

/**
 * Finds the dated notes in the columns of text, a column to a step. The cells stay as they are: what is found can be copied into the log.
 * @returns null where nobody keeps such notes: a single cell, or cells with one entry each
 */
export function* findingNotes(records: Records, context: NoteContext): Steps<NotesFound | null> {
  const keys = keyColumns(records.columns);
  const columns: number[] = [];
  const notes: DatedNote[] = [];
  let cells = 0;
  for (const column of noteColumns(records)) {
    const found: DatedNote[] = [];
    let [own, several] = [0, 0];
    records.values.forEach((values, row) => {
      const text = values[column];
      if (typeof text !== "string" || text === "" || keys.every((key) => isBlank(values[key] ?? ""))) return;
      const entries = noteEntries(text, context);
      if (entries.length === 0) return;
      own += 1;
      if (entries.length > 1) several += 1;
      for (const { day, text: said } of entries) found.push({ row, day, text: said });
    });
    yield;
    if (own < fewestCells || several === 0) continue;
    columns.push(column);
    cells += own;
    notes.push(...found);
  }
  if (notes.length === 0) return null;
  return { columns, cells, notes: notes.sort((a, b) => a.day - b.day) };
}
