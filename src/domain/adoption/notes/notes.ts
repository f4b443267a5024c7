import { keyColumns, type Records } from "../../followUps/records";
import { kindOf } from "../../kinds/allKinds";
import { defaultField } from "../../schema/defaults";
import type { FieldId } from "../../schema/fieldIds";
import { isBlank } from "../../values/value";
import { noteEntries, type NoteContext } from "./noteEntries";

/** An entry of a cell with dated notes, and whose it is. */
export interface DatedNote {
  readonly field: FieldId;
  /** Place of the customer among the records. */
  readonly row: number;
  readonly day: number;
  readonly text: string;
}

/** Dated notes in the cells of a list, which can become rows of the log. */
export interface NotesFound {
  readonly fields: readonly FieldId[];
  /** Cells that hold such notes. */
  readonly cells: number;
  /** In the order of their days, within a day in the order in which they stand. */
  readonly notes: readonly DatedNote[];
}

/** Fewer cells with dated notes are chance, not a habit. */
const fewestCells = 2;

/**
 * Finds the dated notes in the columns of text. The cells stay as they are: what is found can be copied into the log.
 * @returns null where nobody keeps such notes: a single cell, or cells with one entry each
 */
export function notesIn(records: Records, context: NoteContext): NotesFound | null {
  const keys = keyColumns(records.columns);
  const fields: FieldId[] = [];
  const notes: DatedNote[] = [];
  let cells = 0;
  for (const [field, column] of records.columns) {
    if (kindOf(defaultField(field, null).kind).form.control !== "lines") continue;
    const found: DatedNote[] = [];
    let [own, several] = [0, 0];
    records.values.forEach((values, row) => {
      const text = values[column];
      if (typeof text !== "string" || text === "" || keys.every((key) => isBlank(values[key] ?? ""))) return;
      const entries = noteEntries(text, context);
      if (entries.length === 0) return;
      own += 1;
      if (entries.length > 1) several += 1;
      for (const { day, text: said } of entries) found.push({ field, row, day, text: said });
    });
    if (own < fewestCells || several === 0) continue;
    fields.push(field);
    cells += own;
    notes.push(...found);
  }
  if (notes.length === 0) return null;
  return { fields, cells, notes: notes.sort((a, b) => a.day - b.day) };
}
