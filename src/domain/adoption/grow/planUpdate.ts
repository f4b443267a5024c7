import { keyColumns } from "../../followUps/records";
import { atOnce, each, type Steps } from "../../steps/steps";
import { furthestToNote } from "../../schema/stagePlaces";
import { isBlank, type CellValue } from "../../values/value";
import { hashAt, type RowBase, type UpdateBase } from "./base";
import { compareRow, createUnlisted, fieldsAfter, workOf, type FieldWork } from "./compareRows";
import { reader, type ExportRows } from "./exportRows";
import { idKey, pairRows, type Pairing } from "./pairing";
import type { AskedRow, NewRow, RowUpdate, UpdateChoices, UpdatePlan, UpdateSubject } from "./updatePlan";

type Row = readonly CellValue[];

/** Collects what becomes of the export's rows, one after the other. */
function createTally(subject: UpdateSubject, exported: ExportRows, base: UpdateBase, choices: UpdateChoices) {
  const { records } = subject;
  const [mine, theirs] = [reader(records.columns), reader(exported.columns)];
  const fields = fieldsAfter(subject, exported, base);
  const work = workOf(subject, exported, fields);
  const workById = new Map<string, FieldWork>(work.map((field) => [field.id, field]));
  const fresh: NewRow[] = [];
  const rows: RowUpdate[] = [];
  const asked: AskedRow[] = [];
  const brought = new Map<number, RowBase>();
  const unlisted = createUnlisted();
  const counts = { unchanged: 0, nameless: 0, skipped: 0, blankInExport: 0 };

  /**
   * How far a customer came, where a stage that is brought raises it, as a form would note it. An export that has a column for it says so
   * itself.
   */
  function furthestWith(noted: CellValue, seen: readonly CellValue[]): string | null {
    if (!records.columns.has("furthestStage") || workById.has("furthestStage")) return null;
    return furthestToNote(String(noted), seen.map(String), subject.schema.stages);
  }

  function takeNew(values: Row, place: number): void {
    const cells = work.flatMap((field) => {
      const value = theirs(values, field.id);
      unlisted.add(field, value);
      return isBlank(value) ? [] : [{ field: field.id, value }];
    });
    const customer = String(theirs(values, "customer")).trim();
    const stage = cells.find(({ field }) => field === "stage");
    const furthest = stage ? furthestWith("", [stage.value]) : null;
    const noted = furthest === null ? [] : [{ field: "furthestStage", value: furthest } as const];
    fresh.push({ customer, place, source: idKey(theirs(values, "id")), cells: [...cells, ...noted] });
  }

  function takePaired(values: Row, place: number, row: number): void {
    const own = records.values[row] ?? [];
    const before = base.rows.get(idKey(mine(own, "id")));
    const hashes = fields.map((_, at) => hashAt(before?.hashes ?? "", at));
    const { cells, conflicts, blankInExport } = compareRow(
      work,
      choices,
      { own, exported: values, place },
      theirs,
      hashes,
    );
    const source = idKey(theirs(values, "id"));
    brought.set(row, { source: source === "" ? (before?.source ?? "") : source, hashes: hashes.join("") });
    counts.blankInExport += blankInExport;
    for (const { field, after } of cells) {
      const written = workById.get(field);
      if (written) unlisted.add(written, after);
    }
    const stage = cells.find(({ field }) => field === "stage");
    const stood = mine(own, "furthestStage");
    const furthest = stage ? furthestWith(stood, [stage.before, stage.after]) : null;
    const noted = furthest === null ? [] : [{ field: "furthestStage", before: stood, after: furthest } as const];
    if (cells.length + conflicts.length === 0) counts.unchanged += 1;
    else
      rows.push({
        customer: String(mine(own, "customer")).trim(),
        row,
        place,
        cells: [...cells, ...noted],
        conflicts,
      });
  }

  return {
    take: (values: Row, place: number, pairing: Pairing) => {
      if (values.every(isBlank)) return;
      switch (pairing.kind) {
        case "row":
          return takePaired(values, place, pairing.row);
        case "new":
          return takeNew(values, place);
        case "asked":
          asked.push({
            customer: String(theirs(values, "customer")).trim(),
            place,
            why: pairing.why,
            rows: pairing.rows,
          });
          return;
        case "nameless":
        case "skipped":
          counts[pairing.kind] += 1;
          return;
      }
    },
    plan: (): UpdatePlan => {
      const keys = keyColumns(records.columns);
      const maybe = new Set(asked.flatMap((row) => row.rows));
      const isCustomer = (row: Row) => keys.some((column) => !isBlank(row[column] ?? ""));
      const absent = records.values.filter((row, at) => !brought.has(at) && !maybe.has(at) && isCustomer(row)).length;
      return { fresh, rows, asked, ...counts, absent, unlisted: unlisted.all(), brought, fields };
    },
  };
}

/** Works an update out in steps: see `planUpdate`. */
export function* planningUpdate(
  subject: UpdateSubject,
  exported: ExportRows,
  base: UpdateBase,
  choices: UpdateChoices,
): Steps<UpdatePlan> {
  const pairings = pairRows(subject.records, exported, base, choices.rows);
  yield;
  const tally = createTally(subject, exported, base, choices);
  yield* each(exported.rows, (values, place) => {
    const pairing = pairings[place];
    if (pairing) tally.take(values, place, pairing);
  });
  return tally.plan();
}

/**
 * Works out what an export changes in a follow-up sheet. Each cell is compared three ways: with what the last update brought, with what
 * stands there now, and with what the export says now. What people wrote since stays unless they say otherwise, and a blank cell
 * of the export blanks nothing. Pure: nothing is changed.
 * @param base what the last update from this source brought; `noBase` for the first one
 */
export function planUpdate(
  subject: UpdateSubject,
  exported: ExportRows,
  base: UpdateBase,
  choices: UpdateChoices,
): UpdatePlan {
  return atOnce(planningUpdate(subject, exported, base, choices));
}
