import fc from "fast-check";
import { dateOf, serialOf, type DateSystem } from "../values/date";
import type { CellValue } from "../values/value";
import type { FieldKind } from "./allKinds";
import { readColumns, type CellReading, type ColumnAnswer, type ColumnReading } from "./columnReading";

/** 2026-08-07. */
const today = 46_241;

interface Setting {
  readonly kind?: FieldKind;
  readonly isPast?: readonly string[];
  readonly answers?: Readonly<Record<string, ColumnAnswer>>;
  readonly language?: "zh-CN" | "en";
  readonly system?: DateSystem;
}

function readAll(columns: Readonly<Record<string, readonly CellValue[]>>, setting: Setting = {}) {
  const { kind = "date", isPast = [], answers = {}, language = "en", system = 1900 } = setting;
  const read = readColumns(
    Object.entries(columns).map(([field, values]) => ({ field, kind, isPast: isPast.includes(field), values })),
    { system, language, today: system === 1900 ? today : today - 1462, answers: new Map(Object.entries(answers)) },
  );
  return (field: string): ColumnReading & { readonly cells: readonly CellReading[] } => {
    const column = read.get(field)!;
    return { ...column, cells: columns[field]!.map((value, row) => column.read(value, row)) };
  };
}

/** What becomes of a column's cells: their values, or why they get none. */
function outcome(values: readonly CellValue[], setting: Setting = {}): readonly CellValue[] {
  return shown(readAll({ values }, setting)("values").cells);
}

function shown(cells: readonly CellReading[]): readonly CellValue[] {
  return cells.map((cell) => (cell.kind === "repaired" ? cell.value : cell.kind));
}

const day = (year: number, month: number, ofMonth: number) => serialOf({ year, month, day: ofMonth }, 1900)!;

describe("the order of a column's dates", () => {
  test("a day above 12 settles it for the whole column", () => {
    const { cells, question, settled } = readAll({ due: ["8/9/2026", "8/15/2026", "", "12/1/2026"] })("due");
    expect(shown(cells)).toEqual([day(2026, 8, 9), day(2026, 8, 15), "same", day(2026, 12, 1)]);
    expect(question).toBeNull();
    expect(settled).toEqual({ answer: "mdy", by: "own", cells: 1 });
    expect(outcome(["8/9/2026", "15/8/2026"])).toEqual([day(2026, 9, 8), day(2026, 8, 15)]);
  });

  test("without one it is asked, with samples, and nothing is repaired, not even what is plain", () => {
    const { cells, question, settled } = readAll({ due: ["2026-08-01", "8/9/2026", "3/4/2026", "7/7/2026", "待定"] })(
      "due",
    );
    expect(shown(cells)).toEqual(["asked", "asked", "asked", "asked", "unresolved"]);
    expect(settled).toBeNull();
    expect(question).toMatchObject({ kind: "dayOrder", samples: ["8/9/2026", "3/4/2026"] });
    expect([...question!.options].sort()).toEqual(["dmy", "mdy"]);
  });

  test("a column beside it settles it, and so does what somebody said of one", () => {
    const columns = { due: ["8/9/2026"], created: ["1/31/2026"], closed: ["46241"] };
    const settled = readAll(columns)("due");
    expect(shown(settled.cells)).toEqual([day(2026, 8, 9)]);
    expect(settled.settled).toEqual({ answer: "mdy", by: "sister", cells: 0 });
    const answered = readAll({ due: ["8/9/2026"], created: ["1/2/2026"] }, { answers: { created: "dmy" } });
    expect(shown(answered("created").cells)).toEqual([day(2026, 2, 1)]);
    expect(answered("created").settled?.by).toBe("answer");
    expect(shown(answered("due").cells)).toEqual([day(2026, 9, 8)]);
  });

  test("columns beside it that contradict each other settle nothing", () => {
    const read = readAll({ due: ["8/9/2026"], a: ["1/31/2026"], b: ["31/1/2026"] });
    expect(shown(read("due").cells)).toEqual(["asked"]);
    expect(shown(read("a").cells)).toEqual([day(2026, 1, 31)]);
  });

  test("a column that contradicts itself is asked about, unless each of its cells says what it is", () => {
    const values = ["8/15/2026", "15/8/2026", "8/9/2026"];
    expect(outcome(values)).toEqual(["asked", "asked", "asked"]);
    expect(readAll({ values })("values").question?.samples[0]).toBe("8/9/2026");
    expect(outcome(values.slice(0, 2))).toEqual([day(2026, 8, 15), day(2026, 8, 15)]);
    expect(outcome(values, { answers: { values: "mdy" } })).toEqual([
      day(2026, 8, 15),
      day(2026, 8, 15),
      day(2026, 8, 9),
    ]);
  });

  test("years of two digits are told from days by how far away they would be", () => {
    expect(outcome(["05-08-26", "06-08-26", "31-07-26"])).toEqual([day(2026, 8, 5), day(2026, 8, 6), day(2026, 7, 31)]);
    expect(outcome(["26.8.15", "26.8.3"])).toEqual([day(2026, 8, 15), day(2026, 8, 3)]);
    expect(outcome(["8/15/26", "8/9/26"])).toEqual([day(2026, 8, 15), day(2026, 8, 9)]);
    expect(outcome(["26.8.15", "26.8.20"])).toEqual([day(2026, 8, 15), day(2026, 8, 20)]);
    expect(outcome(["26.8.22", "26.8.23"])).toEqual(["asked", "asked"]);
    // All long ago in any order: then nothing is doubted.
    expect(outcome(["3/15/85"])).toEqual([day(1985, 3, 15)]);
  });

  test("a weekday says which of two days it is", () => {
    expect(outcome(["Sun 8/9/2026", "3/4/2026"])).toEqual([day(2026, 8, 9), day(2026, 3, 4)]);
  });

  test.each([
    ["month names", ["15 Aug 26", "Aug 15, 2026", "15-Aug-2026", "August 15th, 2026", "15-8月 -26"]],
    [
      "times and zones",
      [
        "8/15/2026 0:00",
        "2026-08-15",
        "2026/8/15 00:00:00",
        "15 Aug 2026 00:00 GMT+8",
        "2026-08-15 00:00:00 +0800 CST",
      ],
    ],
    ["serials", ["46249", 20_260_815, "20260815", 46_249]],
    ["guards", ['="2026-08-15"', "'2026-08-15", "\t2026-08-15 "]],
  ])("all of a column is read where it says so in several ways: %s", (_, values) => {
    expect(outcome(values).map((value) => (value === "same" ? day(2026, 8, 15) : value))).toEqual(
      values.map(() => day(2026, 8, 15)),
    );
  });

  test("words, times that are none, months alone and errors are nobody's dates, and stay", () => {
    const words = [
      "月底前",
      "待定",
      "下周",
      "8月底",
      "2026年8月",
      "Aug-26",
      "2026-08-15 25:99",
      "#N/A",
      0,
      true,
      "2026-02-30",
    ];
    expect(outcome([...words, "2026/8/15"])).toEqual([...words.map(() => "unresolved"), day(2026, 8, 15)]);
  });

  test("in a workbook that counts from 1904 days are its own serials, and 0 is none", () => {
    expect(outcome(["2026-08-15", "44787", 44_787, 0, "8/15/2026"], { system: 1904 })).toEqual([
      44_787,
      44_787,
      "same",
      "unresolved",
      44_787,
    ]);
  });
});

describe("a day without its year", () => {
  test("is the nearest to the other dates of its row, else to the review day", () => {
    const read = readAll({ due: ["8月15日", "8月15日", "1月5日"], created: [day(2025, 7, 1), "", "2025-12-20"] });
    expect(shown(read("due").cells)).toEqual([day(2025, 8, 15), day(2026, 8, 15), day(2026, 1, 5)]);
  });

  test("has been, where the field's days have been", () => {
    const values = ["1月15日", "12月20日"];
    expect(shown(readAll({ values }, { isPast: ["values"] })("values").cells)).toEqual([
      day(2026, 1, 15),
      day(2025, 12, 20),
    ]);
  });

  test("has its month first in a Chinese workbook unless the column says otherwise, and is asked in an English one", () => {
    expect(outcome(["8/9"], { language: "zh-CN" })).toEqual([day(2026, 8, 9)]);
    expect(outcome(["8/9", "13/8"], { language: "zh-CN" })).toEqual([day(2026, 9, 8), day(2026, 8, 13)]);
    expect(outcome(["8/9", "5/6/2026"], { language: "zh-CN" })).toEqual(["asked", "asked"]);
    expect(outcome(["8/9"])).toEqual(["asked"]);
    expect(outcome(["8/9", "8/15"])).toEqual([day(2026, 8, 9), day(2026, 8, 15)]);
  });

  test("agrees with its weekday", () => {
    // 15 August is a Saturday in 2026 and a Friday in 2025.
    expect(outcome(["8月15日 周六", "8月15日 周五", "8月15日 周三"])).toEqual([
      day(2026, 8, 15),
      day(2025, 8, 15),
      "unresolved",
    ]);
  });
});

describe("the decimal sign of a column's numbers", () => {
  const amounts = (values: readonly CellValue[], setting: Setting = {}) =>
    outcome(values, { kind: "amount", ...setting });

  test("one cell with both signs settles it", () => {
    expect(amounts(["12.500", "1.250,50", "980,00"])).toEqual([12_500, 1250.5, 980]);
    expect(amounts(["12.500", "1,250.50", "980.00"])).toEqual([12.5, 1250.5, 980]);
  });

  test("where nothing does, three digits behind a point are asked, and behind a comma are thousands", () => {
    const { cells, question } = readAll({ sum: ["12.500", "约5万"] }, { kind: "amount" })("sum");
    expect(shown(cells)).toEqual(["asked", "asked"]);
    expect(question).toEqual({ kind: "decimalSign", options: [".", ","], samples: ["12.500"] });
    expect(amounts(["12,000", "3,500"])).toEqual([12_000, 3500]);
    expect(amounts(["12.500"], { answers: { values: "," } })).toEqual([12_500]);
  });

  test("3,5 alone is asked, and read where the column proves its comma", () => {
    const { cells, question } = readAll({ sum: ["3,5"] }, { kind: "amount" })("sum");
    expect(shown(cells)).toEqual(["asked"]);
    expect(question?.options).toEqual([",", "."]);
    expect(amounts(["3,5", "980,00"])).toEqual([3.5, 980]);
    expect(amounts(["3,5"], { answers: { values: "." } })).toEqual(["unresolved"]);
  });

  test("a range is never a number", () => {
    expect(amounts(["10-15万", "10~15万", "10至15万", "1.2w"], { language: "zh-CN" })).toEqual([
      ...["unresolved", "unresolved", "unresolved"],
      12_000,
    ]);
  });
});

test("telephone numbers are read cell by cell, and lost digits stay lost", () => {
  const values = [
    "138 0013 8000",
    '="13800138000"',
    "1.38E+10",
    13_800_000_000,
    13_800_138_000,
    "13800138000、010-62345678",
  ];
  expect(outcome(values, { kind: "phone", language: "zh-CN" })).toEqual([
    ...["13800138000", "13800138000", "lost", "lost", "13800138000", "same"],
  ]);
});

describe("columns of any days in one order", () => {
  const days = fc.array(fc.integer({ min: day(2017, 1, 1), max: day(2034, 12, 31) }), { minLength: 1, maxLength: 40 });
  const two = (number: number) => String(number).padStart(2, "0");
  const writers: Readonly<Record<string, (year: number, month: number, ofMonth: number) => string>> = {
    mdy: (year, month, ofMonth) => `${month}/${ofMonth}/${year}`,
    dmy: (year, month, ofMonth) => `${two(ofMonth)}.${two(month)}.${year}`,
  };
  const written = (serials: readonly number[], order: string) =>
    serials.map((serial) => {
      const { year, month, day: ofMonth } = dateOf(serial, 1900);
      return writers[order]!(year, month, ofMonth);
    });

  test.each(["mdy", "dmy"])("%s: read back exactly where one day is above 12", (order) => {
    fc.assert(
      fc.property(days, fc.integer({ min: 13, max: 28 }), (serials, late) => {
        const all = [...serials, day(2026, 3, late)];
        expect(outcome(written(all, order))).toEqual(all);
      }),
    );
  });

  test.each(["mdy", "dmy"])("%s: asked, and nothing repaired, where all days can be months", (order) => {
    fc.assert(
      fc.property(days, (serials) => {
        const early = serials.map((serial) => {
          const { year, month, day: ofMonth } = dateOf(serial, 1900);
          return day(year, month, (ofMonth % 12) + 1);
        });
        const all = [...early, day(2026, 3, 4)];
        const { cells, question } = readAll({ all: written(all, order) })("all");
        expect(cells.every(({ kind }) => kind === "asked")).toBe(true);
        expect([...question!.options].sort()).toEqual(["dmy", "mdy"]);
        expect(outcome(written(all, order), { answers: { values: order as ColumnAnswer } })).toEqual(all);
      }),
    );
  });
});

test("ten columns of ten thousand different texts are read in a moment", () => {
  const columns = Object.fromEntries(
    Array.from({ length: 10 }, (_, column) => [
      String(column),
      Array.from({ length: 10_000 }, (__, row) => {
        const { year, month, day: ofMonth } = dateOf(44_000 + ((row * 7 + column) % 3000), 1900);
        return `${month}/${ofMonth}/${year}`;
      }),
    ]),
  );
  const read = readAll(columns);
  for (const field of Object.keys(columns)) expect(read(field).question).toBeNull();
});

// Anything that looks at a text more than once per character would not end within a test's time.
test.each([",", "1", "-", "周", "a", "/", "日1", "t1:", "(", "1,"])("a million times %j is no value", (part) => {
  for (const kind of ["date", "amount", "phone"] as const) {
    expect(["unresolved", "repaired"]).toContain(
      readAll({ long: [part.repeat(1_000_000)] }, { kind })("long").cells[0]?.kind,
    );
  }
});
