import type { Located } from "../followUps/locate";
import { keyColumns } from "../followUps/records";
import { previousIds, type NamedRow } from "../log/previousIds";
import type { PlanPart } from "../plan/setUpPlan";
import { isBlank, type CellInput, type CellValue } from "../values/value";
import { beganName } from "../schema/settingsNames";
import type { Area } from "../workbook/area";
import { placeOfName } from "../workbook/namedCells";
import type { SetUpSubject } from "./setUpInput";

/** Rows that are customers and have no ID yet, as offsets into the body. */
function rowsWithoutId(located: Located, idColumn: number): readonly number[] {
  const keys = keyColumns(located.records.columns);
  return located.records.values.flatMap((row, index) => {
    const hasId = (row[idColumn] ?? "") !== "";
    return hasId || keys.every((column) => isBlank(row[column] ?? "")) ? [] : [index];
  });
}

function namedRows({ records }: Located, idColumn: number): readonly NamedRow[] {
  const nameColumn = records.columns.get("customer") ?? -1;
  const text = (value: CellValue | undefined) => String(value ?? "").trim();
  return records.values.map((row) => ({ id: text(row[idColumn]), name: text(row[nameColumn]) }));
}

/** A step that gives customers their IDs, and the ID that each row has afterwards; blank for a row that is no customer. */
export interface IdPart extends PlanPart {
  readonly ids: readonly string[];
}

/** IDs for customers that have none: those that the log knows them by, else new ones. */
export function planIds({ input, located, columns }: SetUpSubject): IdPart {
  const { sheet, area: body } = located.records;
  const idColumn = columns.columns.get("id");
  const hasIds = located.records.columns.has("id");
  if (idColumn === undefined) return { actions: [], changes: [], health: [], ids: [] };
  const standing = located.records.values.map((row) => String(row[idColumn] ?? "").trim());
  const nothing: IdPart = { actions: [], changes: [], health: [], ids: standing };
  const blank = rowsWithoutId(located, idColumn);
  if (blank.length === 0) return nothing;
  const isBroken = input.rulesOnly === true && hasIds;
  // A new customer waits for an ID until the set-up is completed. Where none has one, they were taken away, unless the list began blank.
  const beganBlank = placeOfName(input.book, beganName) !== null;
  if (isBroken && (beganBlank || located.records.values.some((row) => (row[idColumn] ?? "") !== ""))) return nothing;
  const former = previousIds(namedRows(located, idColumn), input.log);
  const ids = input.newIds(blank.length);
  const cells: CellInput[][] = located.records.values.map(() => [null]);
  const all = [...standing];
  blank.forEach((row, index) => {
    const id = former[row] ?? ids[index] ?? null;
    cells[row] = [id];
    all[row] = id ?? "";
  });
  const restored = blank.filter((row) => former[row] !== null).length;
  const area: Area = { ...body, column: body.column + idColumn, columns: 1 };
  return {
    ids: all,
    actions: [{ kind: "writeCells", sheet, area, cells }],
    changes: [{ kind: "ids", count: blank.length, restored }],
    health: isBroken
      ? [
          {
            damage: "missing",
            part: "id",
            what: columns.all[idColumn] ?? "",
            place: { sheet, area },
            count: blank.length,
          },
        ]
      : [],
  };
}
