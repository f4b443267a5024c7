/** A workbook that an earlier version set up: three calculated columns with long formulas, and no helpers. */
import { usualRules } from "../support/choices";
import type { Session } from "../../src/app/session/session";
import { calculatedHeaders, notedHeaders } from "../../src/domain/schema/headerNames";
import type { Language } from "../../src/domain/values/language";
import { asEarlierVersion } from "../support/earlierVersion";
import { inMemorySession } from "../support/inMemorySession";
import { cellAt, inMemoryPort, newInMemoryWorkbook, put, sheetOf } from "../support/inMemoryWorkbook";
import { reviewDay } from "../support/sheets";

const title = "客户";
const lists: Readonly<Record<Language, readonly (readonly (string | number)[])[]>> = {
  "zh-CN": [
    ["客户名称", "阶段", "进入阶段日期", "负责人", "最近联系日期", "下次跟进日期"],
    ["海风贸易", "合同谈判", reviewDay - 40, "陈晨", reviewDay - 9, reviewDay - 2],
    ["青山食品", "成交", reviewDay - 3, "林悦", reviewDay - 3, ""],
  ],
  en: [
    ["Customer", "Stage", "Stage since", "Owner", "Last contact", "Next follow-up"],
    ["Acme", "Negotiation", reviewDay - 40, "Ann Lee", reviewDay - 9, reviewDay - 2],
    ["Globex", "Won", reviewDay - 3, "Bob", reviewDay - 3, ""],
  ],
};

const hiddenHeaders = (language: Language): readonly string[] => [
  notedHeaders.furthestStage[language],
  ...(
    ["stageRow", "staleLimit", "lastTouch", "otherFlags", "daysLate", "risk", "notedRow", "furthestRow"] as const
  ).map((id) => calculatedHeaders[id][language]),
];

async function earlierWorkbook(language: Language) {
  const book = newInMemoryWorkbook(title, lists[language]);
  const session = inMemorySession(inMemoryPort(book, reviewDay), reviewDay, language);
  await session.planSetUp(language, usualRules);
  await session.applySetUp();
  expect(session.getState().problem).toBeNull();
  asEarlierVersion(book, language);
  const later: Session = inMemorySession(inMemoryPort(book, reviewDay), reviewDay, language);
  await later.check();
  return { book, session: later };
}

const peoplesCells = (book: Awaited<ReturnType<typeof earlierWorkbook>>["book"]) =>
  sheetOf(book, title).rows.map((row) => row.slice(0, 7));

describe.each(["zh-CN", "en"] as const)("in %s", (language) => {
  test("the look says that the formulas are of an earlier version, and the repair brings them up", async () => {
    const { book, session } = await earlierWorkbook(language);
    const before = peoplesCells(book);
    await session.health.look();
    expect(session.health.getState().health?.items).toEqual([
      { damage: "outdated", part: "formula", what: "", place: null, count: 12 },
    ]);

    await session.health.repair();
    expect(session.health.getState().problem).toBeNull();
    await session.check();
    await session.health.look();
    expect(session.health.getState().health?.items).toEqual([]);
    const table = book.tables.find(({ name }) => name === "FollowUps")!;
    const headers = Array.from({ length: table.area.columns }, (_, column) =>
      String(cellAt(sheetOf(book, title), 0, column)),
    );
    expect(headers.slice(7)).toEqual([
      ...(["status", "daysSilent", "missing"] as const).map((id) => calculatedHeaders[id][language]),
      calculatedHeaders.daysInStage[language],
      ...hiddenHeaders(language),
    ]);
    expect(peoplesCells(book)).toEqual(before);
    await session.planSetUp(language, usualRules);
    expect(session.getState().plan?.actions).toEqual([]);
  });

  test("the preview of the set-up names the columns that come, and those that are hidden", async () => {
    const { session } = await earlierWorkbook(language);
    await session.planSetUp(language, usualRules);
    const changes = session.getState().plan?.changes ?? [];
    expect(changes).toContainEqual({ kind: "columns", headers: [calculatedHeaders.daysInStage[language]] });
    expect(changes.filter(({ kind }) => kind === "hiddenColumns")).toEqual([
      {
        kind: "hiddenColumns",
        headers: hiddenHeaders(language),
      },
    ]);
  });

  test("a workbook from before furthest stages were noted gets them, with a line in the preview", async () => {
    const { book, session } = await earlierWorkbook(language);
    await session.health.repair();
    const table = book.tables.find(({ name }) => name === "FollowUps")!;
    const sheet = sheetOf(book, title);
    const { area } = table;
    const headerAt = (column: number) => String(cellAt(sheet, 0, column));
    const names = [notedHeaders.furthestStage, calculatedHeaders.notedRow, calculatedHeaders.furthestRow];
    const wanted = names.map((each) => each[language]);
    // Ours stand among the last ones; what stands right of them moves to their places.
    const rows = Array.from({ length: area.rows }, (_, row) =>
      Array.from({ length: area.columns }, (_, column) => cellAt(sheet, row, column)).filter(
        (_, column) => !wanted.includes(headerAt(column)),
      ),
    );
    rows.forEach((row, at) => {
      for (let column = 0; column < area.columns; column += 1) put(sheet, at, column, row[column] ?? "");
    });
    table.area = { ...area, columns: area.columns - 3 };
    await session.check();
    await session.planSetUp(language, usualRules);
    const changes = session.getState().plan?.changes ?? [];
    expect(changes).toContainEqual({ kind: "furthest", count: 2, fromLog: 0 });
    expect(changes).toContainEqual({ kind: "hiddenColumns", headers: wanted });
    await session.health.look();
    expect(session.health.getState().health?.items).toEqual([
      { damage: "outdated", part: "formula", what: "", place: null, count: 2 },
    ]);
    await session.applySetUp();
    const last = table.area.columns - 3;
    expect([headerAt(last), headerAt(last + 1), headerAt(last + 2)]).toEqual(wanted);
    expect([cellAt(sheet, 1, last), cellAt(sheet, 2, last)]).toEqual([lists[language][1]![1], lists[language][2]![1]]);
    await session.planSetUp(language, usualRules);
    expect(session.getState().plan?.actions).toEqual([]);
  });

  test("notes right of the table stop it with their place, and nothing is changed", async () => {
    const { book, session } = await earlierWorkbook(language);
    put(sheetOf(book, title), 1, 11, "备注");
    const before = structuredClone({ sheets: book.sheets, tables: book.tables, names: book.names });
    await session.check();
    await session.planSetUp(language, usualRules);
    expect(session.getState().problem).toMatchObject({ kind: "refusal", refusal: { code: "noRoom", cell: "L2" } });
    await session.health.look();
    await session.health.repair();
    expect({ sheets: book.sheets, tables: book.tables, names: book.names }).toEqual(before);
  });
});
