import { tableHeaders } from "./headerTexts";

test("leaves texts that are all different as they are, spaces and line breaks included", () => {
  const headers = ["客户\n名称", " 阶段", "2024", "c#", "第[1]次"];
  expect(tableHeaders(headers, [])).toEqual({ headers, changes: [] });
});

test("names blank columns in the headers' language, past names that stand further right", () => {
  expect(tableHeaders(["客户", "", "　", "列2"], []).headers).toEqual(["客户", "列3", "列4", "列2"]);
  expect(tableHeaders(["Customer", " "], []).changes).toEqual([{ column: 1, from: "", to: "Column2", why: "blank" }]);
});

test("numbers repeated headers, also where they differ in case and spaces only, past numbers in use", () => {
  expect(tableHeaders(["备注", "备注", "备注 ", "备注2", "NOTE", "note"], []).headers).toEqual([
    ...["备注", "备注3", "备注4", "备注2", "NOTE", "note2"],
  ]);
});

test("makes texts of numbers and dates, as they are shown where the column is wide enough", () => {
  const shown = (text: string) => ({ text, calculated: false });
  const head = [shown("客户"), shown("2026/1/1"), shown("####"), shown("TRUE")];
  expect(tableHeaders(["客户", 46_023, 46_054, true], head)).toEqual({
    headers: ["客户", "2026/1/1", "46054", "TRUE"],
    changes: [
      { column: 1, from: "2026/1/1", to: "2026/1/1", why: "noText" },
      { column: 2, from: "46054", to: "46054", why: "noText" },
      { column: 3, from: "TRUE", to: "TRUE", why: "noText" },
    ],
  });
});

test("tells of a header that a formula makes, though its text stays", () => {
  const head = [
    { text: "客户", calculated: false },
    { text: "8月", calculated: true },
  ];
  expect(tableHeaders(["客户", "8月"], head).changes).toEqual([
    { column: 1, from: "8月", to: "8月", why: "calculated" },
  ]);
});
