/**
 * Two people save at the same moment, request by request in every order, while others sort and insert rows and Excel fails now and
 * then. What is reported as saved is there once; what is not leaves no trace; nobody else's row is touched.
 */
import fc from "fast-check";
import type { WorkbookPort } from "../../src/app/ports";
import type { Subject } from "../../src/app/subject";
import { saving, undoing, type Saved } from "../../src/app/log/work";
import { transact } from "../../src/app/transaction";
import { createExcelPort } from "../../src/excel";
import { logColumns, logTable } from "../../src/domain/log/logColumns";
import { logText } from "../../src/domain/log/logText";
import type { TouchDraft } from "../../src/domain/log/planTouch";
import type { FieldId } from "../../src/domain/schema/fieldIds";
import {
  shareExcel,
  type SharedBook,
  type SharedCell,
  type SharedFault,
  type SharedHost,
} from "../support/sharedExcel";

const today = 46_241;
const list = "客户";
const log = "跟进记录";
const fields: readonly (FieldId | null)[] = [
  "customer",
  "owner",
  "stage",
  "lastContact",
  "nextDate",
  "note",
  null,
  "id",
];
const headers = ["客户名称", "负责人", "阶段", "最近联系日期", "下次跟进日期", "备注", "提示", "客户编号"];
const at = (field: FieldId) => fields.indexOf(field);

type Row = readonly SharedCell[];

/** Six customers, one of them typed by hand and without an ID; a log of two touches and so many blank rows. */
function team(blankRows = 1): SharedBook {
  const row = (name: string, id: string): SharedCell[] => [name, "李敏", "需求", today - 9, today - 1, "", "=提示", id];
  const customers = ["远山", "绿源", "金桥", "海风", "云帆"].map((name, index) => row(name, `C${index + 1}`));
  const touch = (id: string): SharedCell[] => logColumns.map((column) => (column === "id" ? id : `${id} ${column}`));
  const blank = () => logColumns.map((): SharedCell => "");
  const touches = [touch("L01"), touch("L02"), ...Array.from({ length: blankRows }, blank)];
  return {
    sheets: new Map([
      [list, [[...headers], ...customers.slice(0, 3), row("手工录入", ""), ...customers.slice(3)]],
      [log, [logColumns.map((column): SharedCell => logText["zh-CN"].headers[column]), ...touches]],
    ]),
    tables: [
      { name: "FollowUps", sheet: list, area: { row: 0, column: 0, rows: 7, columns: headers.length } },
      { name: logTable, sheet: log, area: { row: 0, column: 0, rows: touches.length + 1, columns: logColumns.length } },
    ],
  };
}

const subject = {
  language: "zh-CN",
  schema: { owners: [], stages: [] },
  located: {
    headers,
    records: { columns: new Map(fields.flatMap((field, offset) => (field ? [[field, offset] as const] : []))) },
  },
  reading: { book: { tables: [{ name: logTable, sheet: log }] } },
} as unknown as Subject;

type Who = "甲" | "乙";

function draft(who: Who, customerId: string, isNew = false): TouchDraft {
  const nextDate = today + (who === "甲" ? 7 : 8);
  return {
    ...{ logId: `L${who}`, customerId, customer: `${who}的客户`, isNew, kind: "contact", enteredAt: today + 0.5 },
    ...{ date: today, who, method: "", content: `${who}说`, feedback: "", result: "" },
    changes: new Map<FieldId, SharedCell>([
      ["nextDate", nextDate],
      ["note", `${who}写`],
      ...(isNew ? ([["customer", `${who}的客户`]] as const) : []),
    ]),
  };
}

/** What came of a save: told as saved, as having left no trace, or as standing in part. */
type Told = "saved" | "none" | "partial";

async function save(
  port: WorkbookPort,
  one: TouchDraft,
): Promise<{ readonly told: Told; readonly saved: Saved | null }> {
  let told: Told = "none";
  let saved: Saved | null = null;
  await transact(
    port,
    {
      ...saving(port, subject, [one]),
      tries: 4,
      tell: (outcome) => {
        if (outcome.ok) {
          told = "saved";
          saved = { logIds: [one.logId], written: outcome.plan.written };
        } else if (outcome.problem.kind === "fault" && outcome.problem.aftermath === "partial") told = "partial";
      },
      checkAgain: () => undefined,
    },
    { report: () => undefined, cancelled: () => false },
  );
  return { told, saved };
}

/** Where a row of the list stands is the people's business: rows are compared by what stands in them. */
const filled = (rows: readonly Row[] = []) =>
  rows.slice(1).filter((row) => row.some((cell) => cell !== "" && cell !== "=提示"));
const byText = (rows: readonly Row[]) => rows.map((row) => JSON.stringify(row)).sort();

function rowsOfLog(book: SharedBook) {
  const { area } = book.tables[1]!;
  return (book.sheets.get(log) ?? []).slice(0, area.row + area.rows);
}

const sortDown = (book: SharedBook, sheet: string) => {
  const { area } = book.tables.find((table) => table.sheet === sheet)!;
  const rows = book.sheets.get(sheet)!;
  const body = rows.splice(1, area.rows - 1);
  // Blank rows come last, as in Excel.
  const isBlank = (row: Row) => row[0] === "" || row[0] === undefined;
  const sorted = body.filter((row) => !isBlank(row)).sort((a, b) => (String(a[0]) < String(b[0]) ? 1 : -1));
  rows.splice(1, 0, ...sorted, ...body.filter(isBlank));
};
const turnRound = (book: SharedBook, sheet: string) => {
  const { area } = book.tables.find((table) => table.sheet === sheet)!;
  const rows = book.sheets.get(sheet)!;
  rows.splice(1, area.rows - 1, ...rows.slice(1, area.rows).reverse());
};
/** A person puts a row among those of a table. */
const insertRow = (book: SharedBook, sheet: string) => {
  const table = book.tables.find((each) => each.sheet === sheet)!;
  book.sheets.get(sheet)!.splice(
    2,
    0,
    Array.from({ length: table.area.columns }, (): SharedCell => ""),
  );
  table.area = { ...table.area, rows: table.area.rows + 1 };
};

const events = {
  turnList: (book: SharedBook) => turnRound(book, list),
  turnLog: (book: SharedBook) => turnRound(book, log),
  sortLog: (book: SharedBook) => sortDown(book, log),
  insertInList: (book: SharedBook) => insertRow(book, list),
  insertInLog: (book: SharedBook) => insertRow(book, log),
} as const;
type Happening = keyof typeof events;
type Turn = { readonly who: Who; readonly fault?: SharedFault } | { readonly happening: Happening };

interface Scene {
  readonly turns: readonly Turn[];
  readonly book?: SharedBook;
  readonly host?: SharedHost;
  readonly drafts?: Readonly<Record<Who, TouchDraft>>;
}

const own: SharedHost = { grows: true, rangeUsed: "own" };
const drafts = { 甲: draft("甲", "C2"), 乙: draft("乙", "C4") } as const;

async function play({ turns, book = team(), host = own, drafts: both = drafts }: Scene) {
  const { start, step } = shareExcel<Who>(book, host);
  const told: Record<Who, Told> = { 甲: "none", 乙: "none" };
  const people: readonly Who[] = ["甲", "乙"];
  for (const who of people)
    start(who, async () => {
      told[who] = (await save(createExcelPort(), both[who])).told;
    });
  for (const turn of turns) {
    if ("happening" in turn) events[turn.happening](book);
    else await step(turn.who, turn.fault);
  }
  for (const who of people) for (let going = true; going;) going = await step(who);
  return { book, told };
}

/** The last contact is the one cell that both saves write with the same value. */
const lastContact = (row: Row): Row => row.map((cell, offset) => (offset === at("lastContact") ? "" : cell));

/**
 * The rows that must stand in list and log, when each save did what it told. Where rows move between any two requests, the last contact
 * is left out: one save may have read it from a row that the other one had hit and was about to put back.
 */
function expectAsTold(
  { book, told }: Awaited<ReturnType<typeof play>>,
  before = team(),
  compared: (row: Row) => Row = (row) => row,
): void {
  const both = drafts;
  const [customers, touches] = [filled(before.sheets.get(list)), filled(before.sheets.get(log))];
  const wanted = new Set<string>();
  const dates = new Map<string, readonly [date: SharedCell, note: SharedCell, contact: SharedCell]>();
  for (const who of ["甲", "乙"] as const) {
    const { logId, customerId } = both[who];
    const found = rowsOfLog(book).filter((row) => row[0] === logId);
    expect([told[who], found.length]).toEqual([told[who], told[who] === "saved" ? 1 : 0]);
    if (told[who] !== "saved") continue;
    wanted.add(logId);
    expect(found[0]).toEqual(expect.arrayContaining([logId, customerId, `${who}说`]));
    dates.set(customerId, [today + (who === "甲" ? 7 : 8), `${who}写`, today]);
  }
  const all = filled(book.sheets.get(log));
  expect(byText(all.filter((row) => !wanted.has(String(row[0]))))).toEqual(byText(touches));
  // Nothing stands below the table.
  expect(all).toHaveLength(filled(rowsOfLog(book)).length);
  const after = customers.map((row) => {
    const [date, note, contact] = dates.get(String(row[at("id")])) ?? [];
    return row.map((cell, offset) => {
      if (date === undefined) return cell;
      return offset === at("nextDate")
        ? date
        : offset === at("note")
          ? note
          : offset === at("lastContact")
            ? contact
            : cell;
    });
  });
  expect(byText(filled(book.sheets.get(list)).map(compared))).toEqual(byText((after as Row[]).map(compared)));
}

const times = (who: Who, count: number): Turn[] => Array.from({ length: count }, () => ({ who }));
const blanksOfLog = (book: SharedBook) => rowsOfLog(book).filter((row) => row.every((cell) => cell === "")).length;
/** A save alone takes no more requests than this. */
const most = 6;
const places = Array.from({ length: most + 1 }, (_, index) => index);

beforeEach(() => {
  // Waits before a further try last no time: nothing else goes on meanwhile but what the test lets on.
  jest.spyOn(globalThis, "setTimeout").mockImplementation(((work: () => void) => {
    queueMicrotask(work);
    return 0;
  }) as unknown as typeof setTimeout);
});
afterEach(() => jest.restoreAllMocks());

/** Every way in which two saves can meet: the first gets so far, then the second so far, then the first to its end. */
const meetings = places.flatMap((first) => places.map((second) => [first, second] as const));

test.each([0, 1, 3])(
  "both saves stand, however their requests fall; the log ends with %i blank rows",
  async (blankRows) => {
    for (const [first, second] of meetings) {
      const book = team(blankRows);
      const played = await play({ book, turns: [...times("甲", first), ...times("乙", second), ...times("甲", most)] });
      expect(played.told).toEqual({ 甲: "saved", 乙: "saved" });
      expectAsTold(played, team(blankRows));
      expect(blanksOfLog(book)).toBe(Math.max(0, blankRows - 2));
    }
  },
);

test.each<SharedHost>([
  { grows: false, rangeUsed: "own" },
  { grows: true, rangeUsed: "ofSheet" },
  { grows: false, rangeUsed: "ofSheet" },
])("so it is in an Excel of %o", async (host) => {
  for (const [first, second] of meetings) {
    const played = await play({ host, turns: [...times("甲", first), ...times("乙", second), ...times("甲", most)] });
    expect(played.told).toEqual({ 甲: "saved", 乙: "saved" });
    expectAsTold(played);
  }
});

test.each(Object.keys(events) as Happening[])("%s at any point of two saves that meet", async (happening) => {
  for (const [first, second] of meetings)
    for (const turns of [
      [...times("甲", first), ...times("乙", second), { happening }],
      [...times("甲", first), { happening }, ...times("乙", second)],
    ]) {
      const played = await play({ turns: [...turns, ...times("甲", most)] });
      expect(played.told).toEqual({ 甲: "saved", 乙: "saved" });
      expectAsTold(played);
    }
});

const newCustomers = { 甲: draft("甲", "N1", true), 乙: draft("乙", "N2", true) } as const;

test.each<SharedHost>([own, { grows: false, rangeUsed: "ofSheet" }])(
  "two new customers get a row each, also where a row was left blank but for formulas: %o",
  async (host) => {
    for (const [first, second] of meetings)
      for (const left of [false, true]) {
        const book = team();
        if (left) {
          book.sheets.get(list)!.push(["", "", "", "", "", "", "=提示", ""]);
          book.tables[0]!.area = { ...book.tables[0]!.area, rows: 8 };
        }
        const turns = [...times("甲", first), ...times("乙", second), ...times("甲", most)];
        const { told } = await play({ book, host, drafts: newCustomers, turns });
        expect(told).toEqual({ 甲: "saved", 乙: "saved" });
        const { area } = book.tables[0]!;
        const rows = book.sheets.get(list)!;
        expect(rows.length).toBe(area.rows);
        const added = filled(rows).filter((row) => String(row[7]).startsWith("N"));
        expect(byText(added)).toEqual(
          byText(
            [
              ["甲的客户", "", "", today, today + 7, "甲写", "=提示", "N1"],
              ["乙的客户", "", "", today, today + 8, "乙写", "=提示", "N2"],
            ].map((row) => row.slice(0, 8)) as Row[],
          ),
        );
        expect(byText(filled(rows).filter((row) => !String(row[7]).startsWith("N")))).toEqual(
          byText(filled(team().sheets.get(list))),
        );
        if (host.rangeUsed === "own") expect(rows).toHaveLength(9);
      }
  },
);

const person = fc.constantFrom<Who>("甲", "乙");
const fault = fc.record({
  code: fc.constantFrom("InvalidOrTimedOutSession", "RequestAborted", "AccessDenied"),
  afterwards: fc.boolean(),
});
const turn = fc.oneof(
  { weight: 8, arbitrary: fc.record({ who: person }) },
  { weight: 1, arbitrary: fc.record({ who: person, fault }) },
  { weight: 1, arbitrary: fc.record({ happening: fc.constantFrom(...(Object.keys(events) as Happening[])) }) },
);
const anyHost = fc.record<SharedHost>({ grows: fc.boolean(), rangeUsed: fc.constantFrom("own", "ofSheet") });

test("a row that one save hit by mistake keeps what the other one wrote into it meanwhile", async () => {
  const turns: readonly Turn[] = [...times("乙", 4), { happening: "turnList" }, ...times("乙", 1)];
  const played = await play({ host: { grows: false, rangeUsed: "own" }, book: team(0), turns });
  expect(played.told).toEqual({ 甲: "saved", 乙: "saved" });
  expectAsTold(played, team(0), lastContact);
});

test("where a row was put in at the last moment and the answer was lost, nobody is told that nothing was changed", async () => {
  const turns: readonly Turn[] = [
    ...times("乙", 4),
    { happening: "insertInList" },
    { who: "乙", fault: { code: "InvalidOrTimedOutSession", afterwards: true } },
  ];
  const { told } = await play({ host: { grows: false, rangeUsed: "own" }, book: team(0), turns });
  expect(told).toEqual({ 甲: "saved", 乙: "partial" });
});

test("whatever fails and whoever sorts meanwhile: what is told is what stands", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(turn, { maxLength: 40 }), anyHost, fc.nat(2), async (turns, host, blankRows) => {
      const played = await play({ turns, host, book: team(blankRows) });
      const isAnswerLost = turns.some((one) => "fault" in one && one.fault?.afterwards);
      if (Object.values(played.told).includes("partial")) return expectNothingLost(played, isAnswerLost);
      expectAsTold(played, team(blankRows), lastContact);
    }),
    { numRuns: 200 },
  );
});

/**
 * What holds also where a change stands in part, and was told to: what was told as saved is there, and so is everything of others. But
 * for a row that moved into the place of a write whose answer was lost: what stood in it, nobody can know.
 */
function expectNothingLost({ book, told }: Awaited<ReturnType<typeof play>>, isAnswerLost: boolean): void {
  const ids = rowsOfLog(book).map((row) => row[0]);
  for (const who of ["甲", "乙"] as const)
    if (told[who] === "saved") expect(ids.filter((id) => id === drafts[who].logId)).toHaveLength(1);
  for (const touch of filled(team().sheets.get(log))) expect(rowsOfLog(book)).toContainEqual(touch);
  const others = (rows: readonly Row[] = []) => rows.filter((row) => !["C2", "C4"].includes(String(row[at("id")])));
  const before = byText(filled(others(team().sheets.get(list))));
  const left = filled(others(book.sheets.get(list))).filter(
    (row) => !isAnswerLost || !/^[甲乙]写$/.test(String(row[at("note")])),
  );
  expect(before).toEqual(expect.arrayContaining([...byText(left)]));
  expect(before.length - left.length).toBeLessThanOrEqual(isAnswerLost ? 1 : 0);
}

test.each([...(Object.keys(events) as Happening[]), null])(
  "one takes a save back while the other saves, and %s in between: the one has gone and the other stands",
  async (happening) => {
    for (const undone of places)
      for (const second of places) {
        const book = team();
        const { start, step } = shareExcel<Who>(book, own);
        const port = createExcelPort();
        let saved: Saved | null = null;
        const told: Record<Who, Told> = { 甲: "none", 乙: "none" };
        const finish = async (who: Who) => {
          for (let going = true; going;) going = await step(who);
        };
        start("甲", async () => {
          ({ saved } = await save(port, drafts.甲));
        });
        await finish("甲");
        const calm = { report: () => undefined, cancelled: () => false };
        start("甲", async () => {
          const tell = ({ ok }: { readonly ok: boolean }) => {
            told.甲 = ok ? "saved" : "partial";
          };
          const undo = undoing(port, subject, saved!);
          await transact(port, { ...undo, tries: 4, tell, checkAgain: () => undefined }, calm);
        });
        start("乙", async () => {
          told.乙 = (await save(createExcelPort(), drafts.乙)).told;
        });
        for (const { who } of times("甲", undone) as { who: Who }[]) await step(who);
        if (happening) events[happening](book);
        for (const { who } of times("乙", second) as { who: Who }[]) await step(who);
        await finish("甲");
        await finish("乙");
        expect(told).toEqual({ 甲: "saved", 乙: "saved" });
        expectAsTold({ book, told: { 甲: "none", 乙: "saved" } });
      }
  },
);
