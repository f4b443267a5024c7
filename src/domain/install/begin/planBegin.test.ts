import { usualRules } from "../../../../test/support/choices";
import {
  bookSnapshot,
  cellAt,
  inMemoryPort,
  newInMemoryWorkbook,
  put,
  sheetOf,
  type InMemoryWorkbook,
} from "../../../../test/support/inMemoryWorkbook";
import { inMemorySession } from "../../../../test/support/inMemorySession";
import { reviewDay } from "../../../../test/support/sheets";
import type { Session } from "../../../app/session/session";
import { headerNames } from "../../schema/headerNames";
import { languages } from "../../settings/cells";
import { beginColumns, beginKinds, type BeginKind } from "./beginColumns";
import type { BeginWishes } from "./planBegin";

const title = "Sheet1";
const plain: BeginWishes = { kind: "default", withExamples: true, ownName: "" };

async function begun(language: "zh-CN" | "en", wishes: Partial<BeginWishes>) {
  const book = newInMemoryWorkbook(title, []);
  const session = inMemorySession(inMemoryPort(book, reviewDay), reviewDay, language);
  await session.open();
  expect(session.getState()).toMatchObject({ installed: false, emptySheet: true, sheet: title });
  const begin = await session.begin();
  await begin.create(language, { ...plain, ...wishes });
  expect(session.getState().problem).toBeNull();
  return { book, session, begin };
}

const headersOf = (book: InMemoryWorkbook) =>
  bookSnapshot(book).tables.find(({ name }) => name === "FollowUps")!.headers;

/** Actions that a set-up would still carry out. */
async function left(session: Session): Promise<number> {
  await session.planSetUp("zh-CN", usualRules);
  expect(session.getState().problem).toBeNull();
  return session.getState().plan!.actions.length;
}

describe.each(languages)("in %s", (language) => {
  test.each(beginKinds.flatMap((kind) => [true, false].map((withExamples) => [kind, withExamples] as const)))(
    "%s with examples %s is a follow-up sheet to which a set-up has nothing to add",
    async (kind: BeginKind, withExamples) => {
      const { book, session } = await begun(language, { kind, withExamples });
      const own = beginColumns(kind).map((id) => headerNames[id].own[language]);
      expect(headersOf(book).slice(0, own.length)).toEqual(own);
      expect(session.getState()).toMatchObject({ installed: true, emptySheet: false });
      expect(session.getState().check?.figures.rows).toBe(withExamples ? 12 : 0);
      expect(await left(session)).toBe(0);
    },
  );

  test.each(beginKinds)("%s: the examples show what the sheet tells, and one gap for the check", async (kind) => {
    const { session } = await begun(language, { kind });
    await session.findFormulas();
    const { figures, due, findings } = session.getState().check!;
    expect(figures.key).toMatchObject({ open: 8, won: 2, lost: 1, parked: 1, overdue: 2, dueToday: 1, stale: 1 });
    expect(due.map(({ group, keyAccount }) => [group, keyAccount])).toEqual([
      // Only a sheet with customer types knows key accounts.
      ["overdue", kind !== "lite"],
      ["overdue", false],
      ["today", false],
      ["stale", false],
      ["noNextStep", false],
    ]);
    expect(findings.map(({ field, reason: { rule } }) => [field, rule])).toEqual([["nextDate", "required"]]);
    const names = new Set(due.map(({ customer }) => customer.slice(0, 2)));
    expect([...names]).toEqual([language === "zh-CN" ? "示例" : "Sa"]);
  });

  test("every list has something to pick, the given name first", async () => {
    const { book, session } = await begun(language, { kind: "default", withExamples: false, ownName: " 王晓 " });
    const { schema } = session.getState().check!;
    expect(schema.owners.map(({ name }) => name)).toEqual(["王晓"]);
    expect(schema.types.filter(({ keyAccount }) => keyAccount)).toHaveLength(1);
    expect(new Set(schema.reasons.map(({ outcome }) => outcome))).toEqual(new Set(["won", "lost", "parked"]));
    const lists = [...sheetOf(book, title).validations.values()].flatMap(({ rule }) =>
      rule.type === "list" ? [rule.source] : [],
    );
    expect(new Set(lists)).toEqual(
      new Set(["=FU_Stages", "=FU_Owners", "=FU_CustomerTypes", "=FU_Sources", "=FU_Reasons"]),
    );
  });

  test("the examples are the customers of the name that was given", async () => {
    const { session } = await begun(language, { ownName: "王晓" });
    const check = session.getState().check!;
    expect(check.schema.owners.map(({ name }) => name)).toEqual(["王晓"]);
    expect(check.figures.byOwner.map(({ owner }) => owner)).toEqual(["王晓"]);
  });

  test("clearing takes exactly the examples away, and the people whom only they knew", async () => {
    const { book, session, begin } = await begun(language, { kind: "full" });
    const sheet = sheetOf(book, title);
    const names = headersOf(book).indexOf(headerNames.customer.own[language]);
    const owners = headersOf(book).indexOf(headerNames.owner.own[language]);
    const [first, second] = session.getState().check!.schema.owners;
    // One row has become somebody's own, another one's owner is the only example owner left.
    put(sheet, 4, names, "海棠大酒店");
    put(sheet, 4, owners, second!.name);
    await session.check();
    expect(begin.examples()).toMatchObject({ kept: ["海棠大酒店"], rows: { length: 11 } });
    await begin.clear();
    expect(begin.getState()).toMatchObject({
      cleared: { rows: 11, kept: ["海棠大酒店"] },
      problem: null,
    });
    const check = session.getState().check!;
    expect(check.figures.rows).toBe(1);
    expect(check.schema.owners).toEqual([second]);
    expect(check.schema.owners).not.toContain(first);
    expect(begin.examples().rows).toEqual([]);
    expect(cellAt(sheet, 4, names)).toBe("海棠大酒店");
    expect(await left(session)).toBe(0);
    await begin.clear();
    expect(begin.getState().cleared).toEqual({ rows: 0, kept: ["海棠大酒店"] });
  });
});

test("a pane that is opened anew knows the examples, in whatever order they stand by then", async () => {
  const { book } = await begun("zh-CN", { kind: "lite" });
  const { rows } = sheetOf(book, title);
  rows.splice(1, 12, ...rows.slice(1, 13).reverse());
  const session = inMemorySession(inMemoryPort(book, reviewDay), reviewDay, "zh-CN");
  await session.open();
  expect((await session.begin()).examples().rows).toHaveLength(12);
});

test("a sheet on which something stands is left as it is, and no examples are known there", async () => {
  const book = newInMemoryWorkbook(title, []);
  const session = inMemorySession(inMemoryPort(book, reviewDay), reviewDay, "zh-CN");
  await session.open();
  put(sheetOf(book, title), 7, 3, "别动");
  const begin = await session.begin();
  await begin.create("zh-CN", plain);
  expect(session.getState()).toMatchObject({
    emptySheet: false,
    installed: false,
    problem: { kind: "refusal", refusal: { code: "notEmpty", sheet: title } },
  });
  expect(book.sheets).toHaveLength(1);
  expect(begin.examples()).toEqual({ rows: [], kept: [] });
});

interface Locked {
  readonly sheet?: boolean;
  readonly book?: boolean;
  readonly structure?: boolean;
}

test.each([
  ["protectedSheet", { sheet: true }],
  ["readOnly", { book: true }],
  ["structure", { structure: true }],
])("a workbook that cannot be written to is refused: %s", async (code, locked: Locked) => {
  const book = newInMemoryWorkbook(title, []);
  sheetOf(book, title).protected = locked.sheet === true;
  book.readOnly = locked.book === true;
  book.structureProtected = locked.structure === true;
  const session = inMemorySession(inMemoryPort(book, reviewDay), reviewDay, "zh-CN");
  await session.open();
  const begin = await session.begin();
  await begin.create("zh-CN", plain);
  expect(begin.getState().problem).toMatchObject({ kind: "refusal", refusal: { code } });
  expect(session.getState()).toMatchObject({ emptySheet: true, installed: false });
  expect(book.tables).toEqual([]);
});

test("customers that are typed into a list that began blank wait for their IDs, and nothing is called damaged", async () => {
  const { book, session } = await begun("zh-CN", { kind: "lite", withExamples: false });
  put(sheetOf(book, title), 1, 0, "远山能源");
  await session.check();
  await session.health.look();
  expect(session.health.getState().health).toMatchObject({ items: [], refusal: null });
  await session.planSetUp("zh-CN", usualRules);
  expect(session.getState().plan?.changes).toContainEqual({ kind: "ids", count: 1, restored: 0 });
});
