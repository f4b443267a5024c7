import { exchangeLine, firstLine, lastLine, readRecord, type Exchange, type RecordedHost } from "./record";
import { chunksOfRecord, recordInCells, recordTitle } from "./sheet";

const host: RecordedHost = {
  build: "16.0.18000.10000",
  platform: "PC",
  displayLanguage: "zh-CN",
  contentLanguage: "zh-CN",
  sets: ["ExcelApi 1.17"],
};
const exchanges: readonly Exchange[] = [
  { asked: { Actions: [] }, answered: { Results: [] }, refused: null },
  { asked: { Actions: [] }, answered: null, refused: "InvalidOperationInCellEditMode" },
];
const lines = [firstLine(host, "2026-08-07 10:42"), ...exchanges.map(exchangeLine), lastLine(2, 3)];

test.each([
  ["as it was copied", lines.join("\n")],
  ["out of a mail", ["Dear all,", "", ...lines, "", "Regards"].join("\r\n")],
  ["out of a hidden sheet", recordInCells([recordTitle, ...chunksOfRecord(lines.join("\n"))])],
])("a record %s is read back as it was written", (_, text) => {
  expect(readRecord(text)).toEqual({
    ok: true,
    record: { host, made: "2026-08-07 10:42", exchanges, left: 3 },
  });
});

test.each([
  ["hello", "noRecord", 1],
  ["", "noRecord", 1],
  [lines.slice(0, 3).join("\n"), "cut", 3],
  [[lines[0], lines[1], lines[3]].join("\n"), "cut", 3],
  [[lines[0], lines[1], lines[2]!.slice(0, 20), lines[3]].join("\n"), "line", 3],
  [lines.join("\n").replace(/Record":1/, 'Record":2'), "version", 1],
] as const)("a text that is no whole record is refused with the reason and the line", (text, problem, line) => {
  expect(readRecord(text)).toEqual({ ok: false, problem, line });
});

test("no cell of the hidden sheet is longer than Excel takes, or looks like a formula or a number", () => {
  const text = `=1+1${"7".repeat(100_000)}`;
  const cells = chunksOfRecord(text);
  expect(Math.max(...cells.map((cell) => cell.length))).toBeLessThan(32_767);
  for (const cell of cells) expect(cell).toMatch(/^\d+\|/);
  expect(recordInCells([recordTitle, ...cells])).toBe(text);
});
