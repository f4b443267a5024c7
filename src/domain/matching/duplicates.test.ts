import fc from "fast-check";
import type { CellValue } from "../values/value";
import { findDuplicates, type CustomerRow } from "./duplicates";

function rows(
  ...each: readonly (readonly [id: CellValue, name: CellValue, phone: CellValue])[]
): readonly CustomerRow[] {
  return each.map(([id, name, phone]) => ({ id, name, phone }));
}

test("the same ID, name or telephone number makes a group, with its cause", () => {
  expect(
    findDuplicates(
      rows(
        ["C1", "绿源食品", "13800138000"],
        ["C2", "远山能源", ""],
        ["c1 ", "金桥建设", ""],
        ["C4", "远山能源有限公司", ""],
        ["C5", "盛达", "+86 138 0013 8000"],
      ),
    ),
  ).toEqual([
    { cause: "id", key: "c1", rows: [0, 2] },
    { cause: "phone", key: "13800138000", rows: [0, 4] },
    { cause: "name", key: "远山能源", rows: [1, 3] },
  ]);
});

test("rows that are the same in everything are one group, for the strongest cause", () => {
  expect(findDuplicates(rows(["1", "甲方", "13800138000"], ["1", "甲方", "13800138000"]))).toEqual([
    { cause: "id", key: "1", rows: [0, 1] },
  ]);
  expect(findDuplicates(rows(["", "甲方", "13800138000/62345678"], ["", "乙方", "13800138000、62345678"]))).toEqual([
    { cause: "phone", key: "13800138000", rows: [0, 1] },
  ]);
});

test("a weaker cause is reported where it brings another row in", () => {
  expect(findDuplicates(rows(["1", "甲方", ""], ["1", "甲方", ""], ["2", "甲方", ""]))).toEqual([
    { cause: "id", key: "1", rows: [0, 1] },
    { cause: "name", key: "甲方", rows: [0, 1, 2] },
  ]);
});

test("a number is the same ID as its text", () => {
  expect(findDuplicates(rows([1001, "甲方", ""], ["1001", "乙方", ""]))).toHaveLength(1);
});

test("blanks, errors, placeholders and made-up numbers make nobody the same", () => {
  const nobody = rows(
    ...([
      ["", "", ""],
      ["  ", "　", " "],
      ["#N/A", "#N/A", "#REF!"],
      ["", "待定", "00000000"],
      ["", "（无）", "12345678"],
    ] as const),
  );
  expect(findDuplicates([...nobody, ...nobody])).toEqual([]);
});

test("branches with one switchboard are different by their extensions", () => {
  expect(findDuplicates(rows(["", "甲方", "010-62345678转801"], ["", "乙方", "010-62345678转802"]))).toEqual([]);
});

test("every pair of rows with something in common is in a group, and no other", () => {
  const row = fc.record({
    id: fc.constantFrom<CellValue>("", "1", "2", 2, "3"),
    name: fc.constantFrom<CellValue>("", "甲方", "甲方公司", "乙方", "丙方"),
    phone: fc.constantFrom<CellValue>("", "13800138000", "13900139000", "13800138000、13900139000"),
  });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), (sheet) => {
      const groups = findDuplicates(sheet);
      for (const { rows: places } of groups) expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
      const together = (a: number, b: number) =>
        groups.some(({ rows: places }) => places.includes(a) && places.includes(b));
      const name = (value: CellValue) => String(value).replace("公司", "");
      const common = (a: CustomerRow, b: CustomerRow) =>
        (a.id !== "" && String(a.id) === String(b.id)) ||
        (a.name !== "" && name(a.name) === name(b.name)) ||
        String(a.phone)
          .split("、")
          .some((phone) => phone !== "" && String(b.phone).includes(phone));
      sheet.forEach((a, i) => sheet.forEach((b, j) => i < j && expect(together(i, j)).toBe(common(a, b))));
    }),
  );
});
