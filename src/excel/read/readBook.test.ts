import { OfficeMockObject } from "office-addin-mock";
import { readBook } from "./readBook";
import { mockCollection, mockExcel, mockRange } from "../../../test/support/mockExcel";

afterEach(() => {
  Reflect.deleteProperty(globalThis, "Excel");
});

function bookWith(probe: number, withTable: boolean) {
  const table = new OfficeMockObject({ name: "FollowUps", showTotals: false, worksheet: { name: "跟进表" } });
  const range = mockRange(new OfficeMockObject({ rowIndex: 0, columnIndex: 1, rowCount: 61, columnCount: 2 }));
  const columns = [new OfficeMockObject({ name: "客户" }), new OfficeMockObject({ name: "阶段" })];
  const active = new OfficeMockObject({ name: "跟进表" });
  const sheets = [
    new OfficeMockObject({ id: "{1}", name: "跟进表", visibility: "Visible", protection: { protected: true } }),
    new OfficeMockObject({ id: "{2}", name: "_FollowUp", visibility: "VeryHidden", protection: { protected: false } }),
  ];
  const names = [
    new OfficeMockObject({ name: "FU_Today", formula: "='跟进设置'!$B$2" }),
    // A name may stand for a number; it is no place, and none of ours.
    new OfficeMockObject({ name: "Rate", formula: 3 }),
  ];
  const date = new OfficeMockObject({ value: probe });
  const workbook = new OfficeMockObject({ readOnly: false });
  Object.assign(table, { getRange: () => range, columns: mockCollection(columns) });
  Object.assign(workbook, {
    worksheets: Object.assign(mockCollection(sheets), { getActiveWorksheet: () => active }),
    tables: mockCollection(withTable ? [table] : []),
    names: mockCollection(names),
    functions: { date: () => date },
  });
  return mockExcel(workbook, [workbook, table, range, active, date, ...columns, ...sheets, ...names]);
}

test("everything that is told was loaded and synced, in two round trips", async () => {
  const syncs = bookWith(1463, true);
  expect(await readBook()).toEqual({
    ok: true,
    value: {
      readOnly: false,
      dateSystem: 1900,
      activeSheet: "跟进表",
      sheets: [
        { id: "{1}", name: "跟进表", visibility: "visible", protected: true },
        { id: "{2}", name: "_FollowUp", visibility: "veryHidden", protected: false },
      ],
      tables: [
        {
          name: "FollowUps",
          sheet: "跟进表",
          area: { row: 0, column: 1, rows: 61, columns: 2 },
          headers: ["客户", "阶段"],
          totals: false,
        },
      ],
      names: [{ name: "FU_Today", formula: "='跟进设置'!$B$2" }],
    },
  });
  expect(syncs()).toBe(2);
});

test("a workbook of the 1904 system is told by the probe, and one round trip does where there is no table", async () => {
  const syncs = bookWith(1, false);
  const book = await readBook();
  expect(book.ok && book.value.dateSystem).toBe(1904);
  expect(syncs()).toBe(1);
});
