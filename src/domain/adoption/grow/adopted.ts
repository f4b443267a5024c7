import type { Located } from "../../followUps/locate";
import type { ReviewContext } from "../../schema/reviewContext";
import { each, type Steps } from "../../steps/steps";
import { isBlank } from "../../values/value";
import { hashOf, nothingBrought, type RowBase, type UpdateBase } from "./base";
import { fieldCells } from "./cells";
import { reader } from "./exportRows";
import { idKey } from "./pairing";
import { readingExport, type ExportAnswers } from "./readExport";
import { sourceKey, type Source } from "./sources";
import { fieldFor } from "./updatePlan";

/** The list that a follow-up sheet was made from, as it lay there before anything was put right. */
export interface AdoptedList extends Pick<Located, "headers" | "records"> {
  /** IDs that its rows have in the follow-up sheet; blank for a row that is no customer. */
  readonly ids: readonly string[];
}

/** The list as a source: the export that it came from is known by its headers when it comes again. */
export function adoptedSource({ headers, records }: AdoptedList, answers: ExportAnswers): Source {
  const fields = new Map([...records.columns].map(([field, column]) => [column, field]));
  return {
    key: sourceKey(headers),
    name: records.sheet,
    isAdopted: true,
    columns: new Map(headers.map((header, column) => [header, fields.get(column) ?? null])),
    ...answers,
  };
}

/** The list as if an update had brought it: what is edited in the sheet from then on is people's. */
export function* adoptedBase(
  { headers, records, ids }: AdoptedList,
  review: ReviewContext,
  answers: ExportAnswers,
): Steps<UpdateBase> {
  const { area, columns, values } = records;
  const { exported } = yield* readingExport(
    { headers, body: values, firstRow: area.row + 1 },
    columns,
    review,
    answers,
  );
  const at = reader(columns);
  const fields = [...columns.keys()].filter((field) => field !== "id");
  const work = fields.map((field) => ({ field, key: fieldCells(fieldFor(field, review), review).key }));
  yield;
  const rows = new Map<string, RowBase>();
  yield* each(exported.rows, (row, place) => {
    const id = idKey(ids[place] ?? "");
    if (id === "") return;
    const hashes = work.map(({ field, key }) => {
      const value = at(row, field);
      return isBlank(value) ? nothingBrought : hashOf(key(value));
    });
    rows.set(id, { source: idKey(at(row, "id")), hashes: hashes.join("") });
  });
  return { fields, rows };
}
