import type { FieldId } from "../../schema/fieldIds";
import { listOf } from "../../schema/fieldLists";
import { foldText } from "../../values/text";
import { isBlank, type CellValue } from "../../values/value";
import { hashOf, nothingBrought, type UpdateBase } from "./base";
import { fieldCells, type FieldCells } from "./cells";
import type { ExportRows } from "./exportRows";
import {
  fieldFor,
  type CellConflict,
  type CellUpdate,
  type Side,
  type UpdateChoices,
  type UpdateSubject,
} from "./updatePlan";

/** What is to be known of a field to compare its cells row by row. */
export interface FieldWork extends FieldCells {
  readonly id: FieldId;
  /** Place among the fields that are remembered. */
  readonly place: number;
  /** Offset in the sheet's rows. */
  readonly own: number;
  readonly entries: ReadonlySet<string> | null;
}

/** Fields of the base with those that the update brings behind them. */
export function fieldsAfter(subject: UpdateSubject, exported: ExportRows, base: UpdateBase): readonly FieldId[] {
  const brought = [...exported.columns.keys()].filter((id) => id !== "id" && subject.records.columns.has(id));
  return [...new Set([...base.fields, ...brought])];
}

export function workOf(subject: UpdateSubject, exported: ExportRows, fields: readonly FieldId[]): readonly FieldWork[] {
  return [...exported.columns.keys()].flatMap((id): readonly FieldWork[] => {
    const own = subject.records.columns.get(id);
    if (own === undefined || id === "id") return [];
    const field = fieldFor(id, subject);
    const list = listOf(field, subject.schema);
    return [
      {
        id,
        own,
        place: fields.indexOf(id),
        entries: list && new Set(list.map(foldText)),
        ...fieldCells(field, subject),
      },
    ];
  });
}

/** Collects values that are on no list, by field and in the order in which they come. */
export function createUnlisted() {
  const found = new Map<string, { readonly field: FieldId; readonly value: string; cells: number }>();
  return {
    add: ({ id, entries }: FieldWork, value: CellValue) => {
      if (entries === null || isBlank(value) || entries.has(foldText(String(value)))) return;
      const key = `${id}\n${String(value)}`;
      const known = found.get(key);
      if (known) known.cells += 1;
      else found.set(key, { field: id, value: String(value), cells: 1 });
    },
    all: () => [...found.values()],
  };
}

function sideOf(choices: UpdateChoices, place: number, field: FieldId, kind: CellConflict["kind"]): Side {
  return choices.sides.get(place) ?? (kind === "reopens" ? choices.reopen : (choices.fields.get(field) ?? choices.all));
}

/** A row of the sheet and its row of the export. */
interface RowPair {
  readonly own: readonly CellValue[];
  readonly exported: readonly CellValue[];
  /** Place of the export's row. */
  readonly place: number;
}

/**
 * What becomes of the cells of one row.
 * @param hashes of what was brought before, field by field; those of this update take their places
 */
export function compareRow(
  work: readonly FieldWork[],
  choices: UpdateChoices,
  { own, exported, place }: RowPair,
  theirsAt: (row: readonly CellValue[], field: FieldId) => CellValue,
  hashes: string[],
) {
  const cells: CellUpdate[] = [];
  const conflicts: CellConflict[] = [];
  let blankInExport = 0;
  for (const field of work) {
    const { id, key, outcome } = field;
    const [mine, theirs] = [own[field.own] ?? "", theirsAt(exported, id)];
    if (isBlank(theirs)) {
      if (isBlank(mine)) continue;
      blankInExport += 1;
      if (!choices.blanks) continue;
    }
    const base = hashes[field.place] ?? nothingBrought;
    const brought = hashOf(key(theirs));
    hashes[field.place] = brought;
    const what = outcome(mine, theirs, brought, base === nothingBrought ? null : base);
    if (what === "keep") continue;
    if (what === "take") {
      cells.push({ field: id, before: mine, after: theirs });
      continue;
    }
    const side = sideOf(choices, place, id, what);
    conflicts.push({ field: id, kind: what, mine, theirs, side });
    if (side === "theirs") cells.push({ field: id, before: mine, after: theirs });
  }
  return { cells, conflicts, blankInExport };
}
