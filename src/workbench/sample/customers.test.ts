import { logColumns } from "../../domain/log/logColumns";
import { headers, stages } from "./words";
import { sampleBook } from "./customers";

const day = 46_266;
const rowsOf = (language: "zh-CN" | "en", today = day) =>
  (sampleBook(language, today).sheets[0]?.rows ?? []).slice(1).map((row) => {
    const cells = new Map(row.cells.map((cell) => [cell.column, cell.value]));
    return headers.map((_, column) => cells.get(column) ?? null);
  });

test("both languages tell the same facts", () => {
  const numbers = (language: "zh-CN" | "en") =>
    rowsOf(language).map((row) => row.filter((cell) => typeof cell === "number"));
  expect(numbers("en")).toEqual(numbers("zh-CN"));
  expect(rowsOf("en").flat().join("")).not.toMatch(/\p{Script=Han}/u);
});

test("whatever the day, there are overdue customers, some for today and the promised imperfections", () => {
  for (const today of [day, day + 400]) {
    const rows = rowsOf("zh-CN", today);
    const open = new Set(stages.filter((stage) => stage.kind === "open").map((stage) => stage.name["zh-CN"]));
    const next = rows.filter((row) => open.has(String(row[6]))).map((row) => row[10]);
    expect(next.filter((value) => typeof value === "number" && value < today).length).toBeGreaterThanOrEqual(5);
    expect(next.filter((value) => value === today).length).toBeGreaterThanOrEqual(2);
    expect(next.filter((value) => value === null)).toHaveLength(3);
    expect(next.filter((value) => typeof value === "string")).toHaveLength(1);
    expect(rows.filter((row) => row[4] === null)).toHaveLength(2);
    expect(rows).toHaveLength(60);
  }
});

test("no two customers share a name or a phone number", () => {
  const rows = rowsOf("zh-CN");
  expect(new Set(rows.map((row) => row[0])).size).toBe(60);
  expect(new Set(rows.map((row) => row[3])).size).toBe(60);
});

test("the log tells of every customer, up to the last contact and the present stage", () => {
  const [customers, log] = sampleBook("zh-CN", day).sheets;
  const at = (row: (typeof log & object)["rows"][number], column: (typeof logColumns)[number]) =>
    row.cells.find((cell) => cell.column === logColumns.indexOf(column))?.value ?? null;
  const last = new Map(log?.rows.slice(1).map((row) => [at(row, "customerId"), row]));
  for (const row of customers?.rows.slice(1) ?? []) {
    const cells = new Map(row.cells.map((cell) => [cell.column, cell.value]));
    const touch = last.get(cells.get(17) ?? null);
    expect([touch && at(touch, "date"), touch && at(touch, "toStage")]).toEqual([cells.get(9), cells.get(6)]);
    expect(Number(cells.get(18))).toBeLessThanOrEqual(Number(cells.get(9)));
  }
});
