import { usualRules } from "../support/choices";
import fc from "fast-check";
import type { Session } from "../../src/app/session/session";
import type { Validation } from "../../src/domain/workbook/action";
import { settingsTables } from "../../src/domain/schema/settingsNames";
import { absoluteAddress, parseAddress } from "../../src/domain/workbook/area";
import { leaveOutRefused } from "../support/adoptable";
import { inMemorySession } from "../support/inMemorySession";
import {
  cellAt,
  newInMemoryWorkbook,
  inMemoryPort,
  put,
  sheetOf,
  type InMemoryWorkbook,
} from "../support/inMemoryWorkbook";
import { madeUpSheet, reviewDay, type MadeUpSheet } from "../support/sheets";

const title = "客户 list";
const size = { minLength: 3, maxLength: 12 };
const anySheet = fc.oneof(madeUpSheet("zh-CN", size), madeUpSheet("en", size));

const ownValidation: Validation = {
  rule: { type: "custom", formula: "=LEN(A1)<9" },
  alert: { style: "stop", message: "mine" },
  title: "mine",
  hint: null,
};

async function setUpSheet({ headers, rows, language }: MadeUpSheet) {
  const book = newInMemoryWorkbook(title, [headers, ...rows]);
  const session = inMemorySession(inMemoryPort(book, reviewDay), reviewDay, language);
  await session.planSetUp(language, usualRules);
  leaveOutRefused(session);
  // Damage is done to the sheet that is known here.
  fc.pre(session.getState().plan?.adoption?.target === "inPlace");
  await session.applySetUp();
  expect(session.getState().problem).toBeNull();
  await session.health.look();
  return { book, session };
}

function itemsOf(session: Session) {
  return session.health.getState().health?.items ?? [];
}

async function lookAgain(session: Session) {
  await session.check();
  await session.health.look();
  return itemsOf(session);
}

async function repair(session: Session): Promise<void> {
  await session.health.repair();
  expect(session.health.getState().problem).toBeNull();
  await session.check();
  await session.health.look();
}

/** One thing that happens to a workbook in use. Each takes a number to choose the victim by. */
const damages: Readonly<Record<string, (book: InMemoryWorkbook, pick: number) => void>> = {
  "cells lose their validation": (book, pick) => {
    const { validations } = sheetOf(book, title);
    const keys = [...validations].filter(([, { title: by }]) => by !== "mine").map(([key]) => key);
    for (let index = pick % 3; index < keys.length; index += 2 + (pick % 5)) validations.delete(keys[index]!);
  },
  "a validation is changed": (book, pick) => {
    const { validations } = sheetOf(book, title);
    const keys = [...validations].filter(([, { title: by }]) => by !== "mine").map(([key]) => key);
    const key = keys[pick % Math.max(1, keys.length)];
    if (key !== undefined) validations.set(key, { ...validations.get(key)!, rule: { type: "list", source: "a,b" } });
  },
  "a conditional format is deleted": (book, pick) => {
    const sheet = sheetOf(book, title);
    const ours = sheet.highlights.filter(({ highlight }) => highlight.formula.includes("followup:"));
    sheet.highlights = sheet.highlights.filter((each) => each !== ours[pick % ours.length]);
  },
  "a conditional format is doubled": (book, pick) => {
    const sheet = sheetOf(book, title);
    sheet.highlights.push(sheet.highlights[pick % sheet.highlights.length]!);
  },
  "a conditional format is cut in two": (book, pick) => {
    const sheet = sheetOf(book, title);
    const ours = sheet.highlights.filter(({ highlight }) => highlight.formula.includes("followup:"));
    const one = ours[pick % ours.length]!;
    const area = one.areas[0]!;
    sheet.highlights = sheet.highlights.flatMap((each) =>
      each === one
        ? [
            { ...one, areas: [{ ...area, rows: 1 }] },
            { ...one, areas: [{ ...area, row: area.row + 1, rows: area.rows - 1 }] },
          ]
        : [each],
    );
  },
  "a conditional format gets another colour": (book, pick) => {
    const sheet = sheetOf(book, title);
    const ours = sheet.highlights.filter(({ highlight }) => highlight.formula.includes("followup:"));
    const one = ours[pick % ours.length]!;
    sheet.highlights = sheet.highlights.map((each) =>
      each === one ? { ...one, highlight: { ...one.highlight, fill: "#000000" } } : each,
    );
  },
  "the conditional formats change their order": (book, pick) => {
    const sheet = sheetOf(book, title);
    const at = pick % sheet.highlights.length;
    sheet.highlights = [...sheet.highlights.slice(at), ...sheet.highlights.slice(0, at)];
  },
  "a refused formula leaves an empty conditional format": (book, pick) => {
    const sheet = sheetOf(book, title);
    const ours = sheet.highlights.filter(({ highlight }) => highlight.formula.includes("followup:"));
    const blank = { formula: "", fill: null, font: null, bold: false };
    sheet.highlights.unshift({ areas: ours[pick % ours.length]!.areas, highlight: blank });
  },
  "a calculated cell is typed over": (book, pick) => {
    const { area } = book.tables.find(({ name }) => name === "FollowUps")!;
    put(sheetOf(book, title), area.row + 1 + (pick % (area.rows - 1)), area.column + area.columns - 1, "手填");
  },
  "a calculated cell is emptied": (book, pick) => {
    const { area } = book.tables.find(({ name }) => name === "FollowUps")!;
    put(sheetOf(book, title), area.row + 1 + (pick % (area.rows - 1)), area.column + area.columns - 1, "");
  },
  "a name is deleted": (book, pick) => {
    const names = [...book.names.keys()].filter((name) => name.startsWith("FU_") && name !== "FU_Language");
    book.names.delete(names[pick % names.length]!);
  },
  "a list name points elsewhere": (book) => {
    if (book.names.has("FU_Methods")) book.names.set("FU_Methods", `='${title}'!$A$1`);
  },
  "a Settings table is deleted": (book, pick) => {
    const names = Object.values(settingsTables).filter((name) => name !== settingsTables.fields);
    const table = book.tables.find(({ name }) => name === names[pick % names.length]);
    if (!table) return;
    const sheet = sheetOf(book, table.sheet);
    for (let row = 0; row < table.area.rows; row += 1) {
      for (let column = 0; column < table.area.columns; column += 1) {
        put(sheet, table.area.row + row, table.area.column + column, "");
      }
    }
    book.tables.splice(book.tables.indexOf(table), 1);
  },
  "a header of the Settings is typed over": (book, pick) => {
    const names = Object.values(settingsTables).filter((name) => name !== settingsTables.lists);
    const table = book.tables.find(({ name }) => name === names[pick % names.length]);
    if (table)
      put(sheetOf(book, table.sheet), table.area.row, table.area.column + (pick % table.area.columns), `x${pick}`);
  },
  "a word of the Settings is typed over": (book, pick) => {
    const table = book.tables.find(({ name }) => name === settingsTables.fields)!;
    put(sheetOf(book, table.sheet), table.area.row + 1 + (pick % 20), table.area.column + 4, "???");
  },
  "a field's row is emptied": (book, pick) => {
    const table = book.tables.find(({ name }) => name === settingsTables.fields)!;
    for (let column = 0; column < table.area.columns; column += 1) {
      put(sheetOf(book, table.sheet), table.area.row + 2 + (pick % 20), table.area.column + column, "");
    }
  },
  "the Summary sheet is deleted": (book) => {
    const summary = book.sheets.findIndex(({ name }) => name === "跟进汇总" || name === "Follow-up Summary");
    if (summary < 0) return;
    const [gone] = book.sheets.splice(summary, 1);
    for (const [name, formula] of book.names) {
      if (formula.startsWith(`='${gone!.name}'!`)) book.names.set(name, "=#REF!");
    }
  },
};

test("what was just set up is healthy", async () => {
  await fc.assert(
    fc.asyncProperty(anySheet, async (sheet) => {
      const { session } = await setUpSheet(sheet);
      expect(session.health.getState().health).toMatchObject({ items: [], left: [], asks: [], refusal: null });
    }),
    { numRuns: 25 },
  );
});

describe("each thing that happens to a workbook in use", () => {
  const everyList: MadeUpSheet = {
    language: "zh-CN",
    headers: ["客户名称", "阶段", "负责人", "下次跟进日期", "客户类型", "客户来源", "金额"],
    rows: Array.from({ length: 10 }, (_, row) => [`客户${row}`, "线索", "张敏", reviewDay, "重点客户", "展会", row]),
  };

  test.each(Object.keys(damages))("%s: something is not as it was", async (name) => {
    const { book } = await setUpSheet(everyList);
    const stateOf = ({ sheets, tables, names }: InMemoryWorkbook) => structuredClone({ sheets, tables, names });
    const before = stateOf(book);
    damages[name]!(book, 4);
    expect(stateOf(book)).not.toEqual(before);
  });
});

test("whatever happens to the rules, one repair makes them whole and leaves what people made", async () => {
  const names = Object.keys(damages);
  const happening = fc.array(fc.tuple(fc.constantFrom(...names), fc.nat(500)), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(anySheet, happening, async (sheet, happened) => {
      const { book, session } = await setUpSheet(sheet);
      const list = sheetOf(book, title);
      const table = book.tables.find(({ name }) => name === "FollowUps")!;
      // A person's own rule on a cell of ours, another beside the table, and a conditional format of their own.
      list.validations.set(`2,${table.area.column}`, ownValidation);
      list.validations.set(`2,${table.area.column + table.area.columns + 1}`, ownValidation);
      const ownHighlight = {
        areas: [parseAddress("A1:B9")!],
        highlight: { formula: "=$A1=1", fill: "#FF0000", font: null, bold: true },
      };
      list.highlights.push(ownHighlight);
      const typed = list.rows.map((row) => row.slice(0, sheet.headers.length));

      for (const [name, pick] of happened) damages[name]!(book, pick);
      await repair(session);

      expect(itemsOf(session)).toEqual([]);
      expect(list.validations.get(`2,${table.area.column}`)).toEqual(ownValidation);
      expect(list.validations.get(`2,${table.area.column + table.area.columns + 1}`)).toEqual(ownValidation);
      expect(list.highlights).toContainEqual(ownHighlight);
      expect(list.rows.map((row) => row.slice(0, sheet.headers.length))).toEqual(typed);
      await session.planSetUp(sheet.language, usualRules);
      expect(session.getState().plan!.actions).toEqual([]);
    }),
    { numRuns: 120 },
  );
});

test("owners put back in another place are found by a Summary that has no charts", async () => {
  const { book, session } = await setUpSheet({
    language: "en",
    headers: ["Owner", "Customer"],
    rows: [["Ann Lee", "甲公司"]],
  });
  const owners = Object.values(settingsTables).indexOf(settingsTables.owners) - 1;
  damages["a Settings table is deleted"]!(book, owners);
  await repair(session);
  await session.planSetUp("en", usualRules);
  expect(session.getState().plan!.actions).toEqual([]);
});

describe("a look says what is wrong, where and how often", () => {
  const sheet: MadeUpSheet = {
    language: "zh-CN",
    headers: ["客户名称", "阶段", "负责人", "下次跟进日期"],
    rows: Array.from({ length: 10 }, (_, row) => [`客户${row}`, "线索", "张敏", reviewDay]),
  };

  test("of rows that lost their list", async () => {
    const { book, session } = await setUpSheet(sheet);
    const { validations } = sheetOf(book, title);
    for (const row of [4, 5, 8]) validations.delete(`${row},1`);
    expect(await lookAgain(session)).toEqual([
      {
        damage: "missing",
        part: "validation",
        what: "阶段",
        place: { sheet: title, area: { row: 4, column: 1, rows: 2, columns: 1 } },
        count: 3,
      },
    ]);
  });

  test("of a name that leads elsewhere and one that has gone", async () => {
    const { book, session } = await setUpSheet(sheet);
    book.names.set("FU_Owners", "=Sheet9!$A$1");
    book.names.delete("FU_Today");
    const items = await lookAgain(session);
    expect(items.map(({ damage, what }) => [damage, what]).sort()).toEqual([
      ["missing", "FU_Today"],
      ["pointsElsewhere", "FU_Owners"],
    ]);
  });

  test("of two stages of one name: that is for people", async () => {
    const { book, session } = await setUpSheet(sheet);
    const stages = book.tables.find(({ name }) => name === settingsTables.stages)!;
    put(
      sheetOf(book, stages.sheet),
      stages.area.row + stages.area.rows,
      stages.area.column,
      cellAt(sheetOf(book, stages.sheet), stages.area.row + 1, stages.area.column),
    );
    stages.area = { ...stages.area, rows: stages.area.rows + 1 };
    expect(await lookAgain(session)).toEqual([]);
    expect(session.health.getState().health?.left.map(({ problem }) => problem.kind)).toEqual(["duplicate"]);
  });

  test("of a Settings sheet that somebody deleted, and makes it anew from the list", async () => {
    const { book, session } = await setUpSheet(sheet);
    const settings = book.tables.find(({ name }) => name === settingsTables.stages)!.sheet;
    for (const table of book.tables.filter((each) => each.sheet === settings)) {
      book.tables.splice(book.tables.indexOf(table), 1);
    }
    book.sheets.splice(book.sheets.indexOf(sheetOf(book, settings)), 1);
    for (const [name, formula] of book.names) if (formula.includes(settings)) book.names.set(name, "=#REF!");
    const items = await lookAgain(session);
    expect(items.filter(({ part }) => part === "settingsSheet")).toHaveLength(1);
    await repair(session);
    expect(itemsOf(session)).toEqual([]);
    expect(book.names.get("FU_Today")).toBe(
      `=${absoluteAddress(settings, { row: 2, column: 1, rows: 1, columns: 1 })}`,
    );
  });

  test("of a filter, which hides rows: nothing is touched", async () => {
    const { book, session } = await setUpSheet(sheet);
    sheetOf(book, title).filtered = true;
    await lookAgain(session);
    expect(session.health.getState().health?.refusal).toEqual({ code: "filtered", sheet: title });
  });

  test("and leaves customers without an ID to the set-up", async () => {
    const { book, session } = await setUpSheet(sheet);
    put(sheetOf(book, title), 3, 4, "");
    sheetOf(book, title).validations.delete("4,1");
    await repair(session);
    expect(cellAt(sheetOf(book, title), 3, 4)).toBe("");
  });
});
