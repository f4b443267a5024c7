/** A workbook that an earlier version set up: three calculated columns with long formulas, and no helpers. */
import { usualRules } from "../support/choices";
import type { Session } from "../../src/app/session/session";
import { calculatedIds } from "../../src/domain/schema/fieldIds";
import { calculatedHeaders } from "../../src/domain/schema/headerNames";
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
      { damage: "outdated", part: "formula", what: "", place: null, count: 10 },
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
      ...calculatedIds
        .filter((id) => ["daysInStage", "stageRow", "staleLimit", "lastTouch", "otherFlags", "daysLate", "risk"].includes(id))
        .map((id) => calculatedHeaders[id][language]),
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
        headers: (["stageRow", "staleLimit", "lastTouch", "otherFlags", "daysLate", "risk"] as const).map(
          (id) => calculatedHeaders[id][language],
        ),
      },
    ]);
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
