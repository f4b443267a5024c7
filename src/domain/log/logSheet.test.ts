import type { BookSnapshot, TableFacts } from "../workbook/snapshot";
import { logColumns } from "./logColumns";
import { findLog, formatsOf, planLogSheet } from "./logSheet";
import { logText } from "./logText";

const table = (name: string): TableFacts => ({
  ...{ name, sheet: "跟进记录", area: { row: 0, column: 0, rows: 2, columns: 15 }, headers: [], totals: false },
});

function bookOf(titles: readonly string[], tables: readonly TableFacts[] = []): BookSnapshot {
  const sheets = titles.map((name) => ({ id: name, name, visibility: "visible" as const, protected: false }));
  return {
    readOnly: false,
    structureProtected: false,
    dateSystem: 1900,
    activeSheet: titles[0] ?? "",
    sheets,
    tables,
    names: [],
  };
}

test("the log is found by its table's name, whatever its case", () => {
  expect(findLog({ tables: [table("Other"), table("FOLLOWUPLOG")] })?.name).toBe("FOLLOWUPLOG");
  expect(findLog({ tables: [table("Other")] })).toBeNull();
});

test("a workbook that has a log gets no other one", () => {
  expect(planLogSheet(bookOf(["客户"], [table("FollowUpLog")]), "zh-CN", "Light1")).toBeNull();
});

test("a new log is a sheet with headers, one blank row, a table and its widths", () => {
  const plan = planLogSheet(bookOf(["客户"]), "zh-CN", "Light1");
  const { headers, title } = logText["zh-CN"];
  expect(plan?.title).toBe(title);
  const formatted = plan?.actions.flatMap((action) =>
    action.kind === "setNumberFormat"
      ? [[action.area.row, action.area.rows, logColumns[action.area.column], action.format]]
      : [],
  );
  expect(formatted).toEqual([
    [1, 1, "id", "@"],
    [1, 1, "enteredAt", "yyyy-mm-dd hh:mm"],
    [1, 1, "customerId", "@"],
    [1, 1, "date", "yyyy-mm-dd"],
    [1, 1, "promised", "yyyy-mm-dd"],
  ]);
  expect(plan?.actions.filter(({ kind }) => kind !== "setNumberFormat")).toMatchObject([
    { kind: "addSheet", sheet: title, visibility: "visible" },
    {
      kind: "writeCells",
      area: { row: 0, column: 0, rows: 1, columns: 15 },
      cells: [logColumns.map((column) => headers[column])],
    },
    { kind: "createTable", area: { row: 0, column: 0, rows: 2, columns: 15 }, name: "FollowUpLog", style: "Light1" },
    { kind: "setColumnWidths", column: 0, widths: expect.any(Array) },
  ]);
});

test("a sheet that somebody has called the same keeps its name", () => {
  const { title } = logText.en;
  expect(planLogSheet(bookOf([title]), "en", "Light1")?.title).not.toBe(title);
});

test("columns that somebody added have no format of ours", () => {
  expect(formatsOf(["id", null, "content", "date"])).toEqual(["@", null, null, "yyyy-mm-dd"]);
});
