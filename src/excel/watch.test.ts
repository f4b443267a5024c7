import { changesOf } from "./watch";

const edit = { address: "B3:C4", changeType: "RangeEdited", triggerSource: "Unknown", source: "Local" };

test("an edit in place names its cells, each area on its own", () => {
  expect(changesOf(edit)).toEqual([{ kind: "cells", area: { row: 2, column: 1, rows: 2, columns: 2 }, isLocal: true }]);
  expect(changesOf({ ...edit, address: "B3,D5" })).toHaveLength(2);
});

test("a co-author's edit is none of this machine", () => {
  expect(changesOf({ ...edit, source: "Remote" })).toMatchObject([{ kind: "cells", isLocal: false }]);
});

test("our own writes are no news", () => {
  expect(changesOf({ ...edit, triggerSource: "ThisLocalAddin" })).toEqual([]);
});

test.each([
  { ...edit, changeType: "RowInserted" },
  { ...edit, changeType: "RowDeleted" },
  { ...edit, changeType: "ColumnInserted" },
  { ...edit, changeType: "CellDeleted" },
  { ...edit, changeType: "Unknown" },
  { ...edit, changeType: "SomethingNew" },
  { ...edit, address: "not an address" },
  { ...edit, address: "B:B" },
  { ...edit, address: "A1:A2001" },
])("$changeType $address means that everything is read again", (event) => {
  expect(changesOf(event)).toEqual([{ kind: "structure" }]);
});

test("2,000 rows are still followed by their cells", () => {
  expect(changesOf({ ...edit, address: "A1:A2000" })[0]?.kind).toBe("cells");
});
